/** The outline: its lines as the contents have them. Chromium joins what stands on two lines of a heading (第1章题), and says a
 * heading twice that stands on top of a page. */
import type {ContentsEntry} from '../../../model/book.ts'
import type {PdfFile} from '../objects/file.ts'
import {type Dict, Text, type Value} from '../objects/values.ts'

export function nameOutline(pdf: PdfFile, contents: ContentsEntry[]): void {
  const titles = titlesOf(contents).map((title) => title.replace(/\s+/g, ' '))
  const lines = linesOf(pdf, pdf.dict(pdf.catalog.get('Outlines'))?.get('First'))
  const found = placesOf(lines.map((line) => readings(pdf.text(line.get('Title')))), titles.map(close))
  for (const [index, line] of lines.entries()) {
    const title = titles[found[index] ?? -1]
    if (title !== undefined) line.set('Title', Text.of(title))
  }
}

function linesOf(pdf: PdfFile, first: Value | undefined): Dict[] {
  const lines: Dict[] = []
  for (let line = pdf.dict(first); line; line = pdf.dict(line.get('Next'))) lines.push(line, ...linesOf(pdf, line.get('First')))
  return lines
}

/** Which title each line is. Those that read otherwise (a formula, whose signs Chromium says without their places) lie between two
 * that are known, and are as many as the titles there. */
function placesOf(lines: string[][], titles: string[]): (number | undefined)[] {
  const byWords = new Map<string, number[]>()
  for (const [index, title] of titles.entries()) byWords.set(title, [...(byWords.get(title) ?? []), index])
  let next = 0
  const places = lines.map((said) => {
    const known = said.flatMap((reading) => byWords.get(reading) ?? [])
    const at = known.find((index) => index >= next) ?? known.at(-1)
    if (at !== undefined && at >= next) next = at + 1
    return at
  })
  for (let from = 0; from < places.length; from += 1) {
    if (places[from] !== undefined) continue
    const length = places.slice(from).findIndex((place) => place !== undefined)
    const to = length < 0 ? places.length : from + length
    const [before, behind] = [places[from - 1], places[to]]
    if (before !== undefined && behind !== undefined && behind - before - 1 === to - from) for (let index = from; index < to; index += 1) places[index] = before + 1 + index - from
    from = to
  }
  return places
}

/** What a line may stand for: itself, one of two equal halves, either without citations, by number or by author and year. */
function readings(title: string): string[] {
  return [title, title.replace(/[（(][^()（）]*\d{4}[a-z]?[^()（）]*[)）]/gu, '')].flatMap((words) => {
    const text = close(words)
    const half = text.slice(0, text.length / 2)
    const said = half !== '' && half + half === text ? [text, half] : [text]
    return [...said, ...said.map((one) => one.replace(/\[\d{1,5}(?:[,，、–-]\d{1,5})*\]/g, ''))]
  })
}

function titlesOf(entries: ContentsEntry[]): string[] {
  return entries.flatMap(({title, children}) => [title, ...titlesOf(children)])
}

/** For comparing: without spaces, and without what a formula in text has and one that is set says by its places (`mc²` and 𝑚𝑐2). */
function close(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u2061-\u2064/√()^_]+/g, '')
}
