/** The EPUB edition: galley → one EPUB 3.3 file that EPUBCheck and Ace have nothing to say about. The only door of the room. */
import type {Asset, Edition, Galley} from '../../model/book.ts'
import {message} from '../../diagnostics/index.ts'
import type {Message} from '../../model/message.ts'
import {shownImages} from '../assets.ts'
import type {EditionContext} from '../context.ts'
import {makeCover} from '../cover.ts'
import {creditsOf} from '../credits.ts'
import {runsLeftward} from '../direction.ts'
import {type FontResult, subsetFonts} from '../fonts.ts'
import {holdsParentheses} from '../list-delimiters.ts'
import {unborne} from '../missing-glyphs.ts'
import {printDate} from '../print-date.ts'
import {programVersion} from '../templates.ts'
import {wordsOfTitle} from '../word-breaks.ts'
import {accessibilityOf} from './accessibility.ts'
import {packEpub} from './container.ts'
import {convertChapter} from './convert.ts'
import {outlineWords} from './drawings.ts'
import type {EpubDocument, EpubResource} from './document.ts'
import {addKoboSpans, addKoboSpansToMarkup, koboStyle} from './kobo.ts'
import {type LinkMap, mapLinks, wantedAnchors} from './links.ts'
import {filedTexts, metadataOf, type Metadata} from './metadata.ts'
import {holdsMath} from './math.ts'
import {composeNavigation} from './navigation.ts'
import {openPages, type PageState} from './pages.ts'
import {colophonFacts, type Making, summaryOf} from './prose.ts'
import {bodyTypeOf} from './semantics.ts'
import {sortingForms} from './sorting.ts'
import {composeStyle, isVertical, styleWithFaces} from './styles.ts'
import {type EpubTemplates, readTemplates} from './templates.ts'
import {titleOr} from './title.ts'
import {demandsOf, textOf} from './typeface.ts'
import {writeXhtml} from './xhtml.ts'

/** What of the style sheet not every book needs. */
function needsOf({chapters, notes}: Galley): {formulas: boolean; parentheses: boolean} {
  const trees = chapters.map(({tree}) => tree)
  return {formulas: trees.some(({children}) => holdsMath(children)), parentheses: [...trees, ...notes.values()].some(({children}) => holdsParentheses(children))}
}

export async function makeEpub(galley: Galley, context: EditionContext): Promise<Edition> {
  const {config} = galley
  const kobo = config.epub.kind === 'kepub'
  const messages: Message[] = []
  const [templates, css, cover, version, filed] = await Promise.all([
    readTemplates(context.templates),
    composeStyle({templates: context.templates, theme: config.epub.theme, own: galley.styles.epub, ...needsOf(galley)}),
    coverOf(galley, context),
    programVersion(context.templates),
    sortingForms(filedTexts(galley), context.cache),
  ])
  const images = await imagesOf(galley, context)
  const files = new Map(galley.chapters.map(({id}) => [id, `${id}.xhtml`]))
  const links = mapLinks(galley, files)
  const pages = openPages(config.epub.pageList === 'auto' ? context.pdf?.folios : undefined)
  const chapters = convertChapters(galley, {links, files, images, pages}, context, messages)
  const accessibility = accessibilityOf(chapters, pages.marks.length)
  const metadata = metadataOf(galley, accessibility, pages.marks.length > 0, filed)
  const documents = [...frontPages(galley, metadata, cover, templates, context), ...chapters]
  const fonts = await fontsOf(galley, [...documents, colophonPage(galley, metadata, {fonts: noFonts, version}, templates, context)], metadata, css, context)
  documents.push(colophonPage(galley, metadata, {fonts, version}, templates, context))
  const resources = [...(cover ? [cover] : []), ...[...images.values()], ...fontResources(fonts)]
  const raws = documents.map((document) => ({fileName: document.fileName, title: document.title, raw: writeDocument(document, templates, kobo)}))
  messages.push(...tellLarge(galley, raws))
  const data = await packEpub({
    title: metadata.title,
    language: metadata.language,
    epoch: galley.epoch,
    css: styleWithFaces(css, fonts.faces) + (kobo ? koboStyle : ''),
    templates: {chapter: '<%- raw %>', contents: templates.contents, ncx: templates.ncx, package: templates.package},
    data: {...composeNavigation(galley, documents, links, pages.marks, context.locale), metadata, summary: summaryOf(accessibility, context.locale), documents, resources, cover, fonts: fonts.faces.length > 0, vertical: isVertical(css), text: context.locale.text},
    documents: raws,
    resources,
    fonts: fonts.faces.length > 0,
    ...(kobo ? {dressContents: addKoboSpansToMarkup} : {}),
  })
  return {format: 'epub', fileName: `${galley.name}${kobo ? '.kepub' : ''}.epub`, data, messages, fonts: {uncovered: unborne(fonts.uncovered), unusable: fonts.unusable}}
}

/** Subset fonts for all that is printed: documents, pages of templates, contents. */
async function fontsOf(galley: Galley, documents: EpubDocument[], metadata: Metadata, css: string, {cache, locale}: EditionContext): Promise<FontResult> {
  if (galley.config.epub.fonts === 'none') return noFonts
  const templated = documents.map(({markup}) => textOf(markup ?? '')).join('')
  const titles = documents.map(({title}) => title).join('')
  const contents: string[] = []
  const collect = (entries: Galley['contents']) => { for (const {title, children} of entries) { contents.push(title); collect(children) } }
  collect(galley.contents)
  const ascii = Array.from({length: 95}, (_, index) => String.fromCharCode(index + 32)).join('')
  const further = {body: `${ascii}${locale.listSeparator}${templated}${titles}${contents.join('')}`, headings: `${templated}${titles}${locale.text('contents.title')}${locale.text('epub.factFonts')}`, subtitle: metadata.subtitle}
  return subsetFonts(demandsOf(documents, further, css), {cache, own: galley.fonts, vertical: isVertical(css)})
}

const noFonts: FontResult = {faces: [], uncovered: [], unusable: []}

/** Pictures that the chapters show, made ready by the asset step, by hash. */
async function imagesOf(galley: Galley, {cache}: EditionContext): Promise<Map<string, EpubResource>> {
  const images = await Promise.all(shownImages(galley).map((asset) => outlineWords(asset, cache)))
  return new Map(images.map(({hash, mediaType, data}, index) => [hash, {id: `image-${index + 1}`, fileName: `images/illustration-${index + 1}.${extensions[mediaType] ?? 'png'}`, mediaType, data}]))
}

const extensions: Partial<Record<Asset['mediaType'], string>> = {'image/jpeg': 'jpg', 'image/png': 'png', 'image/svg+xml': 'svg', 'image/gif': 'gif'}

interface Shared {links: LinkMap; files: Map<string, string>; images: Map<string, {fileName: string}>; pages: PageState}

function convertChapters(galley: Galley, {links, files, images, pages}: Shared, {locale}: EditionContext, messages: Message[]): EpubDocument[] {
  const wanted = wantedAnchors(galley)
  const sources = new Map([...images].map(([hash, {fileName}]) => [hash, fileName]))
  return galley.chapters.map((chapter) => {
    const fileName = files.get(chapter.id) ?? `${chapter.id}.xhtml`
    const children = convertChapter({galley, chapter, fileName, links, wanted, images: sources, pages, locale, notes: new Map(), ids: new Set(), depth: 0, messages})
    return {id: chapter.id, fileName, title: titleOr(chapter.title, galley), lang: chapter.lang ?? galley.config.language, bodyType: bodyTypeOf(chapter.matter), role: chapter.role, children, beforeContents: false, properties: []}
  })
}

async function coverOf(galley: Galley, context: EditionContext): Promise<EpubResource | undefined> {
  const cover = await makeCover(galley, context)
  return cover && {id: 'cover-image', fileName: 'images/cover.jpg', mediaType: cover.mediaType, data: cover.data, properties: 'cover-image'}
}

function frontPages({config: {contributors}}: Galley, metadata: Metadata, cover: EpubResource | undefined, {cover: coverTemplate, titlePage}: EpubTemplates, {locale}: EditionContext): EpubDocument[] {
  const page = (id: string, role: 'cover' | 'title-page', title: string, markup: string): EpubDocument => ({id, fileName: `${id}.xhtml`, title, lang: metadata.language, bodyType: 'frontmatter', role, children: [], markup, beforeContents: true, properties: []})
  const text = locale.text
  return [
    ...(cover ? [page('cover', 'cover', text('epub.cover'), coverTemplate({cover, metadata, text}))] : []),
    page('title-page', 'title-page', text('epub.titlePage'), titlePage({metadata, credits: creditsOf(contributors, locale), date: metadata.date && printDate(metadata.date, locale), pieces: wordsOfTitle(metadata.title, 12), text})),
  ]
}

function colophonPage(galley: Galley, metadata: Metadata, making: Making, {colophon}: EpubTemplates, {locale}: EditionContext): EpubDocument {
  const markup = colophon({metadata, facts: colophonFacts(galley, metadata, making, locale), text: locale.text})
  return {id: 'colophon', fileName: 'colophon.xhtml', title: locale.text('epub.colophon'), lang: metadata.language, bodyType: 'backmatter', role: 'colophon', children: [], markup, beforeContents: false, properties: []}
}

function fontResources({faces}: FontResult): EpubResource[] {
  return faces.map(({fileName, data}, index) => ({id: `font-${index + 1}`, fileName: `fonts/${fileName}`, mediaType: 'font/ttf', data}))
}

/** Bytes: what Adobe's first engine for e-readers took. */
const largest = 300_000

function tellLarge({chapters}: Galley, raws: {fileName: string; raw: string}[]): Message[] {
  return chapters.flatMap(({id, title, place}) => {
    const size = Buffer.byteLength(raws.find(({fileName}) => fileName === `${id}.xhtml`)?.raw ?? '')
    return place && size > largest ? [message('chapter-large', place, {chapter: title, size: Math.round(size / 1000), allowed: largest / 1000})] : []
  })
}

function writeDocument(document: EpubDocument, templates: EpubTemplates, kobo: boolean): string {
  const {markup, children} = document
  const body = markup === undefined ? writeXhtml(kobo ? addKoboSpans(children) : children) : kobo ? addKoboSpansToMarkup(markup) : markup
  if (body.includes('<math')) document.properties.push('mathml')
  return templates.document({title: document.title, language: document.lang, rtl: runsLeftward(document.lang), bodyType: document.bodyType, body})
}
