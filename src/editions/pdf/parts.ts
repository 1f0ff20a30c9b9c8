/** The parts of a book in the order in which they are bound, each with its page name and its kind of folio. */
import type {Galley, GalleyChapter} from '../../model/book.ts'
import type {Locale} from '../../model/locale.ts'
import {type RunningHead, shortenHead} from './page-rules.ts'
import type {Theme} from './theme.ts'

export type PartKind = 'cover' | 'half-title' | 'title-page' | 'chapter' | 'contents' | 'figures' | 'tables' | 'colophon'

export interface Part {
  kind: PartKind
  /** Anchor id. */
  id: string
  matter: 'cover' | 'front' | 'body'
  /** CSS name of its pages. */
  page: string
  /** Opens on a right-hand page. */
  recto: boolean
  /** For the running head. */
  title: string
  chapter?: GalleyChapter
}

export function arrangeParts(galley: Galley, theme: Theme, locale: Locale): Part[] {
  const {config, chapters, captioned} = galley
  const {pdf} = config
  const flow = theme.chapterOpens === 'flow'
  const recto = pdf.openRecto && !flow
  const bound = !flow && (recto || pdf.variant === 'print' || pdf.bindingMargin > 0)
  const make = (kind: PartKind, matter: Part['matter'], page: string, title: string, chapter?: GalleyChapter): Part => ({
    kind, matter: flow && matter === 'front' ? 'body' : matter, page: flow && matter !== 'cover' ? 'flow' : page, title, id: chapter?.id ?? `pdf-${kind}`,
    recto: recto && matter !== 'cover' && kind !== 'colophon', ...(chapter ? {chapter} : {}),
  })
  const inMatter = (wanted: boolean) => chapters.filter(({matter}) => (matter === 'front') === wanted).map((chapter) => make('chapter', wanted ? 'front' : 'body', `p-${chapter.id}`, chapter.title, chapter))
  const [first, ...others] = inMatter(false)
  return [
    ...(pdf.cover ? [make('cover', 'cover', 'cover', '')] : []),
    ...(pdf.halfTitle ? [{...make('half-title', 'front', 'plain', ''), recto: bound}] : []),
    {...make('title-page', 'front', 'plain', ''), recto: bound},
    ...inMatter(true),
    make('contents', 'front', 'p-contents', locale.text('contents.title')),
    ...(captioned.some(({kind}) => kind === 'figure') ? [{...make('figures', 'front', 'p-contents', locale.text('pdf.figures')), recto: false}] : []),
    ...(captioned.some(({kind}) => kind === 'table') ? [{...make('tables', 'front', 'p-contents', locale.text('pdf.tables')), recto: false}] : []),
    ...(first ? [{...first, recto: bound}] : []), // page 1 is a right-hand page wherever leaves are bound
    ...others,
    ...(pdf.colophon ? [make('colophon', 'body', 'p-colophon', locale.text('pdf.colophon'))] : []),
  ]
}

/** @param ems Width of the type area, in characters of a running head. */
export function headsOf(parts: Part[], bookTitle: string, ems: number): RunningHead[] {
  const left = shortenHead(bookTitle, ems)
  const named = new Map<string, Part>()
  for (const part of parts) if (part.page !== 'cover' && part.page !== 'plain' && !named.has(part.page)) named.set(part.page, part)
  return [...named].map(([page, {title, matter}]): RunningHead => ({page, left, right: page === 'flow' ? left : shortenHead(title, ems), matter: matter === 'front' ? 'front' : 'body'}))
}
