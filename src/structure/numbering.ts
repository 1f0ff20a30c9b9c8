/** Numbers before headings, where the author wrote none: 第一章 and 1.1, `1` and `1.1`, 附录 A.
 *
 * A number that the author wrote stays, alone, and counting goes on from it. */
import type {Heading} from 'mdast'
import type {Book, Chapter} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {spanOf} from './blocks.ts'
import {hasLabel, isFraming, isTableOfBook} from './roles.ts'
import {valueOf} from './numerals.ts'
import {withoutOrnaments} from './ornaments.ts'
import {type OwnNumber, ownNumber} from './own-numbers.ts'
import {plainText} from './plain-text.ts'

/** After links are resolved: slugs are made of the words as written. An appendix has its label in its name. */
export function numberHeadings(book: Book, services: Services): void {
  const chapters = numberedOf(book)
  if (!isWanted(book, chapters)) return
  let last = numberOfIntroduction(book)
  for (const chapter of chapters) last = numberChapter(chapter, last + 1, services)
}

const introductory = /^(?:第\s*([一二三四五六七八九十百零\d]+)\s*章|chapter\s+(\d+)|(\d+)(?![\d.]*\d))/iu

/** 绪论, 引言 and Introduction take no number of ours: in theses they stand before the first chapter, and papers that count them
 * say so themselves (`1 引言`, `0 引言`). The chapters go on from a number that the author gave. */
function numberOfIntroduction({chapters}: Book): number {
  const given = chapters.flatMap(({role, title}) => (role === 'introduction' ? introductory.exec(withoutOrnaments(title))?.slice(1).filter(Boolean) ?? [] : []))
  return given[0] === undefined ? 0 : valueOf(given[0])
}

const listName = /^(?:参考(?:文献|资料|书目|来源)|參考(?:文獻|資料|書目|來源)|(?:引用|征引|徵引)(?:文献|文獻|书目|書目|的著作)|references|bibliography|works cited|sources)$/iu

/** A list of sources that closes a part: its entries have been lifted, and no words are left. */
function isOwnList({title, tree}: Chapter): boolean {
  return listName.test(withoutOrnaments(title)) && !tree.children.some(({type}) => type === 'paragraph' || type === 'list' || type === 'table' || type === 'blockquote')
}

/** What follows the conclusion or an appendix is no further chapter, unless a part opens there, or more follows than came
 * before: then that was the conclusion of something less than the book. */
function numberedOf({chapters}: Book): Chapter[] {
  const numbered = (chapter: Chapter) => !chapter.tree.children[0]?.data?.unnumbered && chapter.matter === 'body' && chapter.role === 'chapter' && !isOwnList(chapter) && !isTableOfBook(chapter.title) && !isFraming(chapter.title) // a part is one by its label
  let closed = false
  return chapters.filter((chapter, index) => {
    const {role} = chapter
    if (role === 'part') closed = false
    if (role === 'appendix') closed = true
    if (role === 'conclusion') closed = chapters.slice(index).filter(numbered).length < chapters.slice(0, index).filter(numbered).length
    return !closed && numbered(chapter)
  })
}

/** `auto`: no heading of the body has a number or label of its own, and there is more than one chapter to tell apart. */
function isWanted(book: Book, chapters: Chapter[]): boolean {
  const mode = book.config.numbering.headings
  if (mode !== 'auto') return mode === 'on'
  if (chapters.length < 2) return false
  if (book.chapters.some(({role, title}) => role === 'introduction' && hasLabel(title))) return false
  return chapters.every(({tree}) => tree.children.every((node) => node.type !== 'heading' || !hasLabel(plainText(node))))
}

/** @returns The chapter's number: `next`, or the author's. */
function numberChapter(chapter: Chapter, next: number, {locale}: Services): number {
  const [opening] = chapter.tree.children
  if (opening?.type !== 'heading') return next
  const wide = locale.fullWidth ? '\u3000' : '\u2002'
  const own = ownNumber(plainText(opening).trim(), undefined, next)
  const number = own?.value ?? next
  if (own) markOwn(opening, own, wide)
  else prefix(opening, locale.text('heading.chapter', {number: locale.fullWidth ? chineseNumber(number) : number}), wide)
  chapter.title = plainText(opening).trim()
  const counts: number[] = []
  for (const node of chapter.tree.children) {
    if (node.type !== 'heading' || node === opening || node.depth > 4 || node.data?.unnumbered) continue
    numberSection(node, number, counts)
  }
  return number
}

/** @param counts Of the headings above, by level; changed. */
function numberSection(heading: Heading, chapter: number, counts: number[]): void {
  const depth = heading.depth - 1
  while (counts.length > depth) counts.pop()
  while (counts.length < depth) counts.push(0)
  const next = (counts[depth - 1] ?? 0) + 1
  const own = ownNumber(plainText(heading).trim(), chapter, next)
  counts[depth - 1] = own ? (own.full ? own.value : Math.max(next - 1, own.value)) : next // （一） is another row than 1.1
  if (own) markOwn(heading, own, '\u2002')
  else prefix(heading, [chapter, ...counts].join('.'), '\u2002')
}

function prefix(heading: Heading, number: string, gap: string): void {
  heading.children.unshift(spanOf('span', {className: ['heading-number']}, [{type: 'text', value: number}]), {type: 'text', value: gap})
}

/** What says which heading it is looks as ours do; what counts within a section (`（一）`) stays in the words. */
function markOwn(heading: Heading, {written, length, full}: OwnNumber, gap: string): void {
  const [first] = heading.children
  const before = first?.type === 'text' ? first.value.length - first.value.trimStart().length : 0
  if (!full || first?.type !== 'text' || first.value.length < before + length) return
  const rest = first.value.slice(before + length)
  if (rest === '' && heading.children.length === 1) return
  first.value = rest
  prefix(heading, written, gap)
}

/** 1 to 999; larger ones in digits, as books of such length do. */
export function chineseNumber(number: number): string {
  const digits = '零一二三四五六七八九'
  if (number < 1 || number > 999) return String(number)
  const hundreds = Math.floor(number / 100)
  const tens = Math.floor((number % 100) / 10)
  const ones = number % 10
  const head = hundreds > 0 ? `${digits[hundreds]}百${tens === 0 && ones > 0 ? '零' : ''}` : ''
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十` : ''
  return `${head}${middle}${ones > 0 ? digits[ones] : ''}`
}
