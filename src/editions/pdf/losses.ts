/** Text that no page shows: the browser prints nothing of what stands wholly outside the type area, and a book's own CSS may hide what it will.
 *
 * Letters are counted, those of the chapters and those of the finished pages: places would need a layout, and extracting
 * text guesses at its order. */
import type {Element, ElementContent, Root} from 'hast'
import type {GalleyChapter} from '../../model/book.ts'
import {contentOf} from './checker/content.ts'
import {charactersOf} from './checker/fonts.ts'
import {noteShown, type Shown} from './checker/glyphs.ts'
import {inflate} from './finish/inflate.ts'
import type {PdfFile} from './objects/file.ts'
import {Stream, type Value} from './objects/values.ts'
import type {Part} from './parts.ts'

export interface Loss {chapter: GalleyChapter; letters: number; of: number}

/** How often, by character. */
type Letters = Map<string, number>

/** Letters from which text is lost: fewer may be joined, or written otherwise, by a font. */
const least = 6

/** What has one glyph in all fonts. */
const letter = /[0-9A-Za-z\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/

/** Mathematics and drawings are set in letters of their own, folios are filled in later, ranges are folded, paper shows no brackets of ruby, and
 * notes on the pages that call them have no title. */
const apart = new Set(['math', 'svg', 'rp', 'script', 'style', 'template', 'title'])

/** @param shown All that the pages show.
 * @param pages Page of each part, 1-based. */
export function findLosses(pdf: PdfFile, shown: Shown, parts: Part[], pages: Map<string, number>): Loss[] {
  const chapters = parts.flatMap((part) => (part.chapter ? [{part, chapter: part.chapter, written: lettersOf(part.chapter.tree)}] : []))
  const all: Letters = new Map()
  for (const {written} of chapters) addAll(all, written)
  if (missingOf(all, lettersShown(pdf, shown)) < least) return []
  return chapters.flatMap(({part, chapter, written}): Loss[] => {
    const letters = missingOf(written, lettersOn(pdf, rangeOf(part, parts, pages)))
    return letters < least ? [] : [{chapter, letters, of: [...written.values()].reduce((sum, count) => sum + count, 0)}]
  })
}

function lettersOf(tree: Root): Letters {
  const letters: Letters = new Map()
  const walk = (nodes: (ElementContent | Root['children'][number])[]) => {
    for (const node of nodes) {
      if (node.type === 'text') for (const character of node.value) if (letter.test(character)) letters.set(character, (letters.get(character) ?? 0) + 1)
      if (node.type === 'element' && !isApart(node)) walk(node.children)
    }
  }
  walk(tree.children)
  return letters
}

function isApart({tagName, properties: {className, hidden}, data}: Element): boolean {
  return apart.has(tagName) || hidden === true || data?.slot?.type === 'folios' || (Array.isArray(className) && className.some((name) => name === 'range' || name === 'notes-title'))
}

function lettersShown(pdf: PdfFile, shown: Shown): Letters {
  const letters: Letters = new Map()
  for (const [font, codes] of shown) {
    const characters = charactersOf(pdf.look(font.get('ToUnicode')))
    for (const [code, count] of codes) for (const [unit] of (characters.get(code) ?? '').matchAll(/.{4}/g)) {
      const character = String.fromCharCode(Number.parseInt(unit, 16))
      letters.set(character, (letters.get(character) ?? 0) + count)
    }
  }
  return letters
}

/** @returns Pages of a part, as `slice` takes them; with the one on which the next begins, where parts flow on. */
function rangeOf(part: Part, parts: Part[], pages: Map<string, number>): [number, number?] {
  const first = pages.get(part.id)
  if (first === undefined) return [0, 0]
  const next = parts.find(({id}) => (pages.get(id) ?? 0) > first)
  const start = next && pages.get(next.id)
  return start === undefined ? [first - 1] : [first - 1, part.page === 'flow' ? start : start - 1]
}

function lettersOn(pdf: PdfFile, range: [number, number?]): Letters {
  const shown: Shown = new Map()
  for (const {node} of pdf.pages().slice(...range)) {
    noteShown(pdf, node.get('Resources'), contentOf(pdf, node.get('Contents')), shown)
    noteForms(pdf, node.get('Resources'), shown, new Set())
  }
  return lettersShown(pdf, shown)
}

/** What is half transparent, or a drawing, is a form of its own. */
function noteForms(pdf: PdfFile, resources: Value | undefined, shown: Shown, seen: Set<Stream>): void {
  for (const [, entry] of pdf.dict(pdf.dict(resources)?.get('XObject')) ?? []) {
    const form = pdf.look(entry)
    if (!(form instanceof Stream) || form.dict.get('Subtype') !== '/Form' || seen.has(form)) continue
    seen.add(form)
    noteShown(pdf, form.dict.get('Resources'), inflate(form).toString('latin1'), shown)
    noteForms(pdf, form.dict.get('Resources'), shown, seen)
  }
}

function addAll(sum: Letters, letters: Letters): void {
  for (const [character, count] of letters) sum.set(character, (sum.get(character) ?? 0) + count)
}

function missingOf(written: Letters, printed: Letters): number {
  let missing = 0
  for (const [character, count] of written) missing += Math.max(0, count - (printed.get(character) ?? 0))
  return missing
}
