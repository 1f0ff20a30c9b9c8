/** The colophon (版权页): who published the book, and how it was made. */
import type {Galley} from '../../model/book.ts'
import type {EditionContext} from '../context.ts'
import {printDate} from '../print-date.ts'
import {programVersion} from '../templates.ts'

/** @returns Rows of label and value; only what is known. */
export async function colophonOf({config, hash}: Galley, {locale, templates}: EditionContext): Promise<[string, string][]> {
  const {imprint, identifier} = config
  const people = config.contributors.map(({name}) => name).join(locale.listSeparator)
  const rows: [string, string | undefined][] = [
    ['title', [config.title, config.subtitle].filter(Boolean).join(locale.fullWidth ? '：' : ': ')],
    ['author', people],
    ['publisher', imprint.publisher],
    ['place', imprint.place],
    ['series', [imprint.series, imprint.seriesPosition].filter((part) => part !== undefined).join(' ')],
    ['edition', imprint.edition],
    ['date', config.date && printDate(config.date, locale)],
    ['isbn', identifier.isbn],
    ['doi', identifier.doi],
    ['rights', config.rights],
    ['fonts', ['Noto Serif SC', 'Noto Sans SC', 'LXGW WenKai', 'Noto Sans Mono'].join(locale.listSeparator)],
    ['program', `banben ${await programVersion(templates)}`],
    ['source', `SHA-256 ${hash.slice(0, 16)}…`],
  ]
  return rows.flatMap(([key, value]): [string, string][] => (value ? [[locale.text(`pdf.colophon.${key}`), value]] : []))
}
