/** What pages of a chapter are divided into: its lines and whole blocks, where they will stand if nothing breaks between them.
 *
 * Plain functions that travel to the browser as source, and use nothing but each other. */
import type {PageDocument, PageElement, PageNode, PageText} from './page-dom.ts'

declare const document: PageDocument
declare function getComputedStyle(element: PageElement): Record<string, string>

/** What no page ends in: a line, or a block that stays whole. */
export interface Unit {
  top: number
  bottom: number
  block: PageElement
  /** Of a line: the texts that stand in it, each with the upper edge of its letters there. */
  line?: {text: PageText; top: number}[]
  /** Of a line of code, or a row: what it stands in, and what that takes again above it where a page begins with it, and below
   * where one ends. */
  within?: {whole: PageElement; head: number; tail: number}
  /** Ids of the notes that are called in it. */
  notes: string[]
}

/** What a page has room for. */
export interface Room {
  /** Of notes, by their ids, in CSS pixels. */
  heights: Map<string, number>
  /** For a block and its notes. */
  height: number
}

export const unitTools = {unitsOf, isSet, framedUnits, piecesOf, rowsTogether, fitsPage, linesOf, notesIn}

export function unitsOf(parent: PageElement, room: Room): Unit[] {
  const units: Unit[] = []
  let run: PageNode[] = []
  const flush = () => {
    if (run.some(isSet)) units.push(...linesOf(parent, run, room))
    run = []
  }
  for (const child of parent.childNodes) {
    if (child.nodeType !== 1) {
      if (child.nodeType === 3) run.push(child)
      continue
    }
    const block = child as PageElement // by its type
    const {display = '', breakInside, position, columnCount = 'auto'} = getComputedStyle(block)
    if (display === 'none' || position === 'absolute' || block.className === 'page-notes') continue
    if (/^(?:inline|ruby|contents|math$)/.test(display)) {
      run.push(block)
      continue
    }
    flush()
    const {top, bottom} = block.getBoundingClientRect()
    const pieces = piecesOf(block, room)
    if (pieces.length > 0) units.push(...pieces)
    else if ((breakInside === 'avoid' && fitsPage(block, room)) || columnCount !== 'auto' || /^(?:table|flex|grid|block math)/.test(display) || /^(?:PRE|HR|H[1-6]|IMG|SVG)$/i.test(block.tagName)) {
      block.style.breakInside = 'avoid'
      if (bottom > top) units.push({top, bottom, block, notes: notesIn(block, room)})
    } else {
      if (breakInside === 'avoid') block.style.breakInside = 'auto'
      units.push(...framedUnits(block, unitsOf(block, room)))
    }
  }
  flush()
  return units
}

/** Words or a picture, as against the white between blocks. */
function isSet(node: PageNode): boolean {
  if (node.textContent.trim() !== '') return true
  const element = node as PageElement // asked below
  return node.nodeType === 1 && (/^(?:img|svg)$/i.test(element.tagName) || element.querySelector('img, svg') !== null)
}

/** What a block has around its units, border and padding, belongs to the first and the last of them. */
function framedUnits(block: PageElement, units: Unit[]): Unit[] {
  const [first, last] = [units[0], units.at(-1)]
  if (!first || !last || first.block === block) return units
  const {top, bottom} = block.getBoundingClientRect()
  const style = getComputedStyle(block)
  const isFramed = (side: 'Top' | 'Bottom') => style[`padding${side}`] !== '0px' || style[`border${side}Width`] !== '0px'
  if (isFramed('Top')) first.top = Math.min(first.top, top)
  if (isFramed('Bottom')) last.bottom = Math.max(last.bottom, bottom)
  return units
}

/** Lines of long code and rows of long tables. */
function piecesOf(whole: PageElement, room: Room): Unit[] {
  const style = getComputedStyle(whole)
  if (whole.tagName !== 'PRE' && whole.tagName !== 'TABLE') return []
  const isShort = fitsPage(whole, room)
  if (style.breakInside === 'avoid' && isShort) return []
  const blocks = Array.from(whole.tagName === 'PRE' ? whole.querySelectorAll(':scope > code > .line') : whole.querySelectorAll(':scope > tbody:only-of-type > tr'))
  if (blocks.length < (isShort ? 4 : 2) || whole.querySelector('tfoot, caption, table')) return []
  whole.style.breakInside = 'auto'
  const {top, bottom} = whole.getBoundingClientRect()
  const head = whole.querySelector(':scope > thead')
  const edges = whole.tagName === 'PRE' ? Number.parseFloat(style.paddingTop ?? '0') : (head?.getBoundingClientRect().height ?? 0) + 2
  const tail = whole.tagName === 'PRE' ? Number.parseFloat(style.paddingBottom ?? '0') : 2
  return rowsTogether(blocks).map((rows, index, all): Unit => {
    const [first, last] = [rows[0] ?? whole, rows.at(-1) ?? whole]
    const isLast = index === all.length - 1
    const notes = rows.flatMap((row) => notesIn(row, room))
    return {
      top: index === 0 ? top : first.getBoundingClientRect().top, bottom: isLast ? bottom : last.getBoundingClientRect().bottom, block: first,
      notes: index === 0 && head ? [...notesIn(head, room), ...notes] : notes, within: {whole, head: index === 0 ? 0 : edges, tail: isLast ? 0 : tail},
    }
  })
}

/** Rows that a cell spans stay together. */
function rowsTogether(rows: PageElement[]): PageElement[][] {
  const groups: PageElement[][] = []
  let open = 0
  for (const row of rows) {
    if (open > 0) groups.at(-1)?.push(row)
    else groups.push([row])
    open = Math.max(open, ...Array.from(row.children, (cell) => Number(cell.getAttribute('rowspan') ?? 1))) - 1
  }
  return groups
}

/** Whether a block fits on a page, with its notes. */
function fitsPage(block: PageElement, room: Room): boolean {
  const {top, bottom} = block.getBoundingClientRect()
  return bottom - top + notesIn(block, room).reduce((sum, id) => sum + (room.heights.get(id) ?? 0), 0) <= room.height
}

function notesIn(node: PageNode, {heights}: Room): string[] {
  if (node.nodeType !== 1) return []
  const element = node as PageElement // by its type
  const calls = [...(element.className === 'footnote-call' ? [element] : []), ...element.querySelectorAll('.footnote-call')]
  return calls.map((call) => decodeURIComponent(call.getAttribute('href')?.split('#')[1] ?? '')).filter((id) => heights.has(id))
}

/** Lines of running text: raised and small letters belong to the line that they stand in. */
function linesOf(block: PageElement, run: PageNode[], room: Room): Unit[] {
  const range = document.createRange()
  const style = getComputedStyle(block)
  const leading = Number.parseFloat(style.lineHeight ?? '') || 1.5 * Number.parseFloat(style.fontSize ?? '16')
  const lines: (Unit & {base: number; middle: number; high: number; low: number})[] = []
  const walk = (node: PageNode) => {
    if (node.nodeType === 3) {
      const text = node as PageText // by its type
      if (text.data.trim() === '') return
      range.selectNodeContents(text)
      for (const box of range.getClientRects()) {
        const line = lines.at(-1)
        if (box.width === 0) continue
        if (!line || box.bottom >= line.base + leading / 2) lines.push({top: 0, bottom: 0, base: box.bottom, middle: (box.top + box.bottom) / 2, high: Number.POSITIVE_INFINITY, low: 0, block, line: [{text, top: box.top}], notes: []})
        else if (line.line?.at(-1)?.text !== text) line.line = [...line.line ?? [], {text, top: box.top}]
      }
      return
    }
    const element = node as PageElement // by its type
    if (node.nodeType !== 1 || element.tagName === 'RP') return
    if (element.tagName === 'RT') { // above the first line of a block the annotation has white of its own
      const line = lines.length === 1 ? lines[0] : undefined
      if (line && element.textContent.trim() !== '') line.high = Math.min(line.high, element.getBoundingClientRect().top)
      return
    }
    if (/^(?:math|svg|img)$/i.test(element.tagName) || getComputedStyle(element).display === 'inline-block') {
      const box = element.getBoundingClientRect()
      const middle = /^(?:svg|img)$/i.test(element.tagName) ? (getComputedStyle(element).verticalAlign === 'text-top' ? box.top + leading / 2 : box.bottom - leading / 4) : (box.top + box.bottom) / 2
      let line = lines.at(-1)
      if (!line || middle > line.base + leading / 4) {
        line = {top: 0, bottom: 0, base: middle + leading / 4, middle, high: Number.POSITIVE_INFINITY, low: 0, block, notes: []}
        lines.push(line)
      }
      line.high = Math.min(line.high, box.top)
      line.low = Math.max(line.low, box.bottom)
      return
    }
    for (const child of element.childNodes) walk(child)
    if (element.className === 'footnote-call') lines.at(-1)?.notes.push(...notesIn(element, room))
  }
  for (const node of run) walk(node)
  const box = block.getBoundingClientRect()
  for (const line of lines) line.top = Math.min(line.middle - leading / 2, line.high) // what is taller than a line makes room above it
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    line.bottom = next ? next.top : Math.max(line.middle + leading / 2, line.low, run.at(-1) === Array.from(block.childNodes).at(-1) ? box.bottom - Number.parseFloat(style.paddingBottom ?? '0') : 0)
  }
  const [first] = lines
  if (first && run[0] === Array.from(block.childNodes)[0]) first.top = Math.min(first.top, box.top + Number.parseFloat(style.paddingTop ?? '0'))
  return lines
}
