/** The foot of a page: what fills it up, and its notes.
 *
 * Plain functions that travel to the browser as source, and use nothing but each other. */
import type {PageDocument, PageElement, PageText} from './page-dom.ts'
import type {Unit} from './page-units.ts'

declare const document: PageDocument
declare function getComputedStyle(element: PageElement): Record<string, string>

/** Pages of a chapter: the last unit of each, and its notes. */
export interface NotedPage {first: number; last: number; notes: string[]}

/** Where the first page begins, and what is set on one, in CSS pixels. */
export interface PageArea {top: number; height: number; rule: number}

export const footTools = {closePage, outermost, framed, part, restOf, spanOf}

/** Fills the page up, and puts its notes under it. */
export function closePage(chapter: PageElement, units: Unit[], {first, last, notes: called}: NotedPage, notes: Map<string, PageElement>, heights: Map<string, number>, sheet: PageArea): void {
  const unit = units[last]
  const next = units[last + 1]
  if (!unit || (!next && called.length === 0)) return
  const foot = document.createElement('div')
  foot.className = 'page-notes'
  const taken = called.reduce((sum, id) => sum + (heights.get(id) ?? 0), 0) + (called.length > 0 ? sheet.rule : 0)
  const top = first === 0 ? sheet.top : (units[first]?.top ?? 0) - (units[first]?.within?.head ?? 0)
  const bottom = unit.bottom + (unit.within?.tail ?? 0)
  foot.style.paddingTop = `${sheet.height - (bottom - top) - taken}px`
  if (called.length > 0) {
    const rule = document.createElement('div')
    rule.className = 'page-rule'
    foot.append(rule, ...called.flatMap((id) => notes.get(id) ?? []))
  }
  if (framed(unit.block, chapter)) foot.style.background = '#fff' // or the frame would go on beside it
  const inside = next?.block === unit.block
  const block = inside ? unit.block : outermost(unit.within?.whole ?? unit.block, chapter, next?.block)
  const following = next && next.within?.whole !== block && Array.from(block.children).find((child) => child.contains(next.block)) // a list within an item, an image within a paragraph
  const holder = !next ? chapter : inside || following || /^(?:LI|DD)$/.test(block.tagName) ? block : block.parentElement ?? chapter
  const [outer, own] = [chapter.getBoundingClientRect(), holder.getBoundingClientRect()]
  const {paddingLeft = '0', paddingRight = '0'} = getComputedStyle(holder)
  foot.style.marginLeft = `${outer.left - own.left - Number.parseFloat(paddingLeft)}px`
  foot.style.marginRight = `${own.right - Number.parseFloat(paddingRight) - outer.right}px`
  if (!inside) {
    if (!next) chapter.append(foot) // behind it nothing, no margin either, goes to another page
    else if (following) following.before(foot)
    else if (holder === block) block.append(foot)
    else {
      if (unit.within && next.within?.whole === block) part(block, next.block)
      block.after(foot)
    }
    foot.style.marginTop = `${bottom - foot.getBoundingClientRect().top}px` // over the margin of what stands before
    return
  }
  foot.style.width = `${outer.width}px`
  foot.classList.add('page-float')
  if (unit.line) restOf(unit.line)?.before(foot)
}

/** What a block ends together with: border and padding below it stay on its page. */
function outermost(block: PageElement, chapter: PageElement, next: PageElement | undefined): PageElement {
  const around = block.parentElement
  const ends = around && around !== chapter && /^(?:SECTION|DIV|BLOCKQUOTE|ASIDE|HEADER|NAV|FIGURE|UL|OL|LI|DL|DD)$/.test(around.tagName) && Array.from(around.children).filter(({style}) => style.display !== 'none').at(-1) === block && (next === undefined || !around.contains(next))
  return ends ? outermost(around, chapter, next) : block
}

/** Whether it stands in something with a line on its left, or tinted. */
function framed(block: PageElement, chapter: PageElement): boolean {
  for (let around: PageElement | null = block; around && around !== chapter; around = around.parentElement) {
    const {borderLeftWidth, backgroundColor} = getComputedStyle(around)
    if (borderLeftWidth !== '0px' || backgroundColor !== 'rgba(0, 0, 0, 0)') return true
  }
  return false
}

/** Code or a table in two: from a line or a row on it stands in another of the kind, with the same head and columns. */
function part(whole: PageElement, from: PageElement): void {
  const holder = from.parentElement ?? whole
  const [other, body] = [whole.cloneNode(false), holder.cloneNode(false)]
  const head = whole.querySelector(':scope > thead')
  const cells = Array.from(head?.querySelectorAll('th, td') ?? [])
  for (const [index, width] of cells.map((cell) => cell.getBoundingClientRect().width).entries()) Object.assign(cells[index]?.style ?? {}, {boxSizing: 'border-box', width: `${width}px`})
  if (head) other.append(head.cloneNode(true))
  for (const copy of [other, ...other.querySelectorAll('[id]')]) copy.removeAttribute('id')
  const pieces = Array.from(holder.children)
  body.append(...pieces.slice(pieces.indexOf(from)))
  other.append(body)
  other.style.marginTop = '0'
  whole.style.marginBottom = '0'
  for (const table of head ? [whole, other] : []) table.style.tableLayout = 'fixed'
  whole.after(other)
}

/** @returns What follows the first place of a line where it might end, and where nothing is squeezed or joined. A foot within a word is
 * tried on the line before, where the word may begin. */
function restOf(line: {text: PageText; top: number}[]): PageText | undefined {
  for (const [index, {text, top}] of line.entries()) {
    const holder = text.parentElement
    if (holder && getComputedStyle(holder).whiteSpace === 'nowrap') continue
    const [start, end] = spanOf(text, top)
    const letters = text.data.slice(start, end)
    const ended = index === 0 ? letters.length - letters.trimStart().length : 0 // the space that the line before ended with
    const free = /\p{Script=Han}(?=\p{Script=Han})|[^\S\u00A0\u202F](?=\S)/u.exec(letters.slice(ended))
    if (free) return text.splitText(start + ended + free.index + free[0].length)
  }
  const [first] = line
  return first?.text.splitText(spanOf(first.text, first.top)[0] + 1)
}

/** Which characters of a text stand in the line whose letters have this upper edge. */
function spanOf(text: PageText, top: number): [number, number] {
  const range = document.createRange()
  const topOf = (offset: number) => {
    range.setStart(text, offset)
    range.setEnd(text, offset + 1)
    const boxes = Array.from(range.getClientRects())
    return boxes.at(-1)?.top ?? Number.NEGATIVE_INFINITY
  }
  const firstFrom = (least: number) => {
    let [low, high] = [0, text.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (topOf(middle) < least) low = middle + 1
      else high = middle
    }
    return low
  }
  return [Math.min(firstFrom(top - 1), text.length - 1), firstFrom(top + 1)]
}
