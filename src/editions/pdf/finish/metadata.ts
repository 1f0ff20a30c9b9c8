/** Metadata, once in Info and once in XMP, word for word alike (ISO 19005-2 §6.6.2.3). */
import type {Galley} from '../../../model/book.ts'
import {programVersion} from '../../templates.ts'
import type {EditionContext} from '../../context.ts'
import type {PdfFile} from '../objects/file.ts'
import {dictOf, Ref, Stream, Text, type Value} from '../objects/values.ts'

export interface Facts {
  title: string
  author: string[]
  subject: string
  keywords: string
  language: string
  rights: string
  publisher: string
  creator: string
  producer: string
  date: Date
}

/** What the file says of itself; undefined: nothing. */
export interface Claims {pdfua: boolean; pdfa: 2 | 3 | undefined}

export async function factsOf(pdf: PdfFile, {config, epoch}: Galley, {templates}: EditionContext): Promise<Facts> {
  const program = `banben ${await programVersion(templates)}`
  const engine = pdf.text(pdf.dict(pdf.trailer.get('Info'))?.get('Producer')) || 'Skia/PDF'
  return {
    title: [config.title, config.subtitle].filter(Boolean).join(' — '),
    author: config.contributors.filter(({role}) => role === 'aut').map(({name}) => name),
    subject: config.description ?? '',
    keywords: config.keywords.join(', '),
    language: config.language,
    rights: config.rights ?? '',
    publisher: config.imprint.publisher ?? '',
    creator: program,
    producer: `${program} (${engine.replace(/^.*\((Skia[^)]*)\).*$/, '$1')})`,
    date: new Date(epoch * 1000),
  }
}

export function writeMetadata(pdf: PdfFile, facts: Facts, claims: Claims): void {
  const known = pdf.trailer.get('Info')
  const info = pdf.dict(known) ?? new Map<string, Value>()
  info.clear()
  const texts = {Title: facts.title, Author: facts.author.join('; '), Subject: facts.subject, Keywords: facts.keywords, Creator: facts.creator, Producer: facts.producer}
  for (const [key, value] of Object.entries(texts)) if (value) info.set(key, Text.of(value))
  for (const key of ['CreationDate', 'ModDate']) info.set(key, Text.date(facts.date))
  if (known === undefined) pdf.trailer.set('Info', pdf.add(info))
  const stream = new Stream(dictOf({Type: '/Metadata', Subtype: '/XML'}), Buffer.from(xmpOf(facts, claims)))
  const written = pdf.catalog.get('Metadata')
  if (written instanceof Ref) pdf.replace(written, stream)
  else pdf.catalog.set('Metadata', pdf.add(stream))
}

export function xmpOf(facts: Facts, {pdfua, pdfa}: Claims): string {
  const date = facts.date.toISOString().replace(/\.\d+Z$/, 'Z')
  const alternative = (tag: string, value: string) => (value ? `<${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></${tag}>\n` : '')
  const list = (tag: string, kind: 'Bag' | 'Seq', values: string[]) => (values.length > 0 ? `<${tag}><rdf:${kind}>${values.map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`).join('')}</rdf:${kind}></${tag}>\n` : '')
  const simple = (tag: string, value: string) => (value ? `<${tag}>${escapeXml(value)}</${tag}>\n` : '')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${simple('dc:format', 'application/pdf')}${alternative('dc:title', facts.title)}${list('dc:creator', 'Seq', facts.author.length > 0 ? [facts.author.join('; ')] : [])}${alternative('dc:description', facts.subject)}${list('dc:language', 'Bag', [facts.language])}${alternative('dc:rights', facts.rights)}${list('dc:publisher', 'Bag', facts.publisher ? [facts.publisher] : [])}${simple('pdf:Keywords', facts.keywords)}${simple('pdf:Producer', facts.producer)}${simple('xmp:CreatorTool', facts.creator)}${simple('xmp:CreateDate', date)}${simple('xmp:ModifyDate', date)}${pdfa ? `<pdfaid:part>${pdfa}</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n` : ''}${pdfua ? '<pdfuaid:part>1</pdfuaid:part>\n' : ''}</rdf:Description>
${pdfua && pdfa ? extension : ''}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

/** PDF/A knows no `pdfuaid`: its schema must be described in the file (ISO 19005-2 §6.6.2.3.3). */
const extension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[character] ?? '')
}
