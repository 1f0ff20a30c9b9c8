/** Sentences that the book says of itself: how it was made, and how it can be read. */
import type {Galley} from '../../model/book.ts'
import type {Locale} from '../../model/locale.ts'
import {creditsOf} from '../credits.ts'
import type {FontResult} from '../fonts.ts'
import {printDate} from '../print-date.ts'
import type {Accessibility} from './accessibility.ts'
import type {Metadata} from './metadata.ts'

export interface Fact {label: string; value: string; datetime?: string}

/** How the book was made. */
export interface Making {
  fonts: FontResult
  /** Of this program. */
  version: string
}

/** Lines of the colophon; only what is known. */
export function colophonFacts(galley: Galley, metadata: Metadata, {fonts, version}: Making, locale: Locale): Fact[] {
  const {text, listSeparator} = locale
  const {imprint} = galley.config
  const origins = [...new Set(fonts.faces.map(({origin}) => familyOf(origin)))]
  const facts: [string, string][] = [
    ['epub.factTitle', metadata.fullTitle || metadata.title],
    ['epub.factPeople', creditsOf(galley.config.contributors, locale).map((credit) => credit.text).join(locale.fullWidth ? '；' : '; ')],
    ['epub.factPublisher', [imprint.place, metadata.publisher].filter(Boolean).join(listSeparator)],
    ['epub.factSeries', [metadata.series, metadata.seriesPosition].filter(Boolean).join(' ')],
    ['epub.factEdition', imprint.edition ?? ''],
    ['epub.factDate', metadata.date && printDate(metadata.date, locale)],
    ['epub.factIdentifier', metadata.identifiers.map(({urn}) => urn).join(listSeparator)],
    ['epub.factFonts', origins.join(listSeparator)],
    ['epub.factSource', galley.hash.slice(0, 16)],
    ['epub.factMade', text('epub.madeBy', {version})],
  ]
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({label: text(label), value, ...(label === 'epub.factDate' ? {datetime: metadata.date} : {})}))
}

/** `@expo-google-fonts/noto-serif-sc` → Noto Serif SC; a font of the book's own by its file name. */
function familyOf(origin: string): string {
  const [, name] = /^@[^/]+\/(.+)$/.exec(origin) ?? []
  if (name === undefined) return origin.replace(/^.*\//, '').replace(/\.\w+$/, '')
  return name.split('-').map((word) => ({wenkai: 'WenKai'})[word] ?? (/^(?:sc|tc|hk|jp|kr|lxgw|stix)$/.test(word) ? word.toUpperCase() : `${word[0]?.toUpperCase()}${word.slice(1)}`)).join(' ')
}

/** schema:accessibilitySummary: says what was found in this book and nothing else. */
export function summaryOf({has}: Accessibility, {text, fullWidth}: Locale): string {
  const sentences = [
    text('epub.summaryNavigation'),
    ...(has.pages ? [text('epub.summaryPages')] : []),
    ...(has.notes ? [text('epub.summaryNotes')] : []),
    ...(has.glossary ? [text('epub.summaryGlossary')] : []),
    ...(has.math ? [text('epub.summaryMath')] : []),
    ...(has.images ? [text(has.described ? 'epub.summaryImages' : 'epub.summaryUndescribed')] : []),
  ]
  return sentences.join(fullWidth ? '' : ' ')
}
