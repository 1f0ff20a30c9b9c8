/** The colophon (版权页): who published the book, and how it was made. */
import type {Galley} from '../../model/book.ts'
import type {EditionContext} from '../context.ts'
import {creditsOf} from '../credits.ts'
import {printDate} from '../print-date.ts'
import {boxesName} from '../fonts/boxes.ts'
import {programVersion} from '../templates.ts'

/** A line of the colophon. With `made`, the rest of its value is known when the draft is printed. */
export interface ColophonLine {label: string; value: string; made?: 'fonts' | 'browser'}

/** @returns Only what is known. */
export async function colophonOf({config, hash}: Galley, {locale, templates}: EditionContext): Promise<ColophonLine[]> {
  const {imprint, identifier} = config
  const credits = creditsOf(config.contributors, locale)
  const [only] = credits
  const rows: [string, string | undefined, ColophonLine['made']?][] = [
    ['title', [config.title, config.subtitle].filter(Boolean).join(locale.fullWidth ? '：' : ': ')],
    [credits.length === 1 && only?.role === 'aut' ? 'author' : 'people', credits.map((credit) => credit.text).join(locale.fullWidth ? '；' : '; ')],
    ['publisher', imprint.publisher],
    ['place', imprint.place],
    ['series', [imprint.series, imprint.seriesPosition].filter((part) => part !== undefined).join(' ')],
    ['edition', imprint.edition],
    ['date', config.date && printDate(config.date, locale)],
    ['isbn', identifier.isbn],
    ['doi', identifier.doi],
    ['rights', config.rights],
    ['fonts', '', 'fonts'],
    ['program', `banben ${await programVersion(templates)}${locale.listSeparator}`, 'browser'],
    ['source', `SHA-256 ${hash.slice(0, 16)}…`],
  ]
  return rows.flatMap(([key, value, made]): ColophonLine[] => (value || made ? [{label: locale.text(`pdf.colophon.${key}`), value: value ?? '', ...(made ? {made} : {})}] : []))
}

/** What the draft may write into the colophon: every letter of a name or a version. */
export const madeOf = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .-'

/** Families by the PostScript names of their fonts: `NotoSerifSC-Bold` is of Noto Serif SC. */
export function familiesOf(names: string[]): string[] {
  const families = names.filter((name) => name !== boxesName).map((name) => name.replace(/-[^-]*$/, '').replace('LXGWWenKai', 'LXGW WenKai').replace(/(?<=\p{Ll})(?=[\p{Lu}\d])(?<!Wen)|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' '))
  return [...new Set(families)]
}
