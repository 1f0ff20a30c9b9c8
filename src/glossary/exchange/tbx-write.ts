/** Terms → TBX-Basic (ISO 30042:2019, style DCA). */
import {XMLBuilder} from 'fast-xml-parser'
import type {TermEntry} from '../../model/book.ts'

const builder = new XMLBuilder({ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true})

interface Typed {'@type': string; '#text': string}

export function writeTbx(entries: TermEntry[], title: string): string {
  return builder.build({
    '?xml': {'@version': '1.0', '@encoding': 'UTF-8'},
    tbx: {
      '@type': 'TBX-Basic', '@style': 'dca', '@xml:lang': 'en', '@xmlns': 'urn:iso:std:iso:30042:ed-2',
      tbxHeader: {fileDesc: {titleStmt: {title}, sourceDesc: {p: 'Exported by banben.'}}},
      text: {body: {conceptEntry: entries.map(conceptOf)}},
    },
  })
}

function conceptOf(entry: TermEntry): Record<string, unknown> {
  const {forms, definitions, variants, abbreviation, deprecated = [], forbidden = [], sense, note} = entry
  const locales = [...new Set([...Object.keys(forms), ...Object.keys(definitions), ...Object.keys(variants ?? {})])]
  const latin = locales.find((locale) => !/^(zh|ja|ko)/.test(locale)) ?? locales[0] ?? 'und'
  const isHome = (word: string, locale: string) => (/\p{Script=Han}/u.test(word) ? locale === (locales.find((other) => /^(zh|ja)/.test(other)) ?? latin) : locale === latin)
  return {
    '@id': entry.id,
    ...(sense ? {descrip: typed('subjectField', sense.name)} : {}),
    ...(note ? {note} : {}),
    langSec: locales.map((locale) => ({
      '@xml:lang': locale,
      ...(definitions[locale] ? {descripGrp: {descrip: typed('definition', definitions[locale])}} : {}),
      termSec: [
        ...(forms[locale] ? [termOf(forms[locale], entry, 'preferredTerm-admn-sts')] : []),
        ...(abbreviation && locale === latin ? [{term: abbreviation, termNote: [typed('termType', 'acronym')]}] : []),
        ...(variants?.[locale] ?? []).map((word) => ({term: word, termNote: [typed('administrativeStatus', 'admittedTerm-admn-sts')]})),
        ...deprecated.filter((word) => isHome(word, locale)).map((word) => ({term: word, termNote: [typed('administrativeStatus', 'supersededTerm-admn-sts')]})),
        ...forbidden.filter((word) => isHome(word, locale)).map((word) => ({term: word, termNote: [typed('administrativeStatus', 'deprecatedTerm-admn-sts')]})),
      ],
    })),
  }
}

function termOf(term: string, {partOfSpeech, source, sortKey}: TermEntry, status: string): Record<string, unknown> {
  const admin = [...(source ? [typed('source', source)] : []), ...(sortKey ? [typed('sortKey', sortKey)] : [])]
  return {term, termNote: [...(partOfSpeech ? [typed('partOfSpeech', partOfSpeech)] : []), typed('administrativeStatus', status)], ...(admin.length > 0 ? {admin} : {})}
}

function typed(type: string, text: string): Typed {
  return {'@type': type, '#text': text}
}
