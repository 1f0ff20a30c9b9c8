/** The outline: its lines as the contents have them. Chromium joins what stands on two lines of a heading (第1章题), and says a
 * heading twice that stands on top of a page. */
import type {ContentsEntry} from '../../../model/book.ts'
import type {PdfFile} from '../objects/file.ts'
import {Text, type Value} from '../objects/values.ts'

export function nameOutline(pdf: PdfFile, contents: ContentsEntry[]): void {
  const titles = new Map(titlesOf(contents).map((title) => [close(title), title.replace(/\s+/g, ' ')]))
  const walk = (first: Value | undefined) => {
    for (let line = pdf.dict(first); line; line = pdf.dict(line.get('Next'))) {
      const title = readings(close(pdf.text(line.get('Title')))).map((reading) => titles.get(reading)).find((known) => known !== undefined)
      if (title !== undefined) line.set('Title', Text.of(title))
      walk(line.get('First'))
    }
  }
  walk(pdf.dict(pdf.catalog.get('Outlines'))?.get('First'))
}

/** What a line may stand for: itself, one of two equal halves, either without the numbers of citations. */
function readings(text: string): string[] {
  const half = text.slice(0, text.length / 2)
  const said = half !== '' && half + half === text ? [text, half] : [text]
  return [...said, ...said.map((one) => one.replace(/\[\d{1,5}(?:[,，、–-]\d{1,5})*\]/g, ''))]
}

function titlesOf(entries: ContentsEntry[]): string[] {
  return entries.flatMap(({title, children}) => [title, ...titlesOf(children)])
}

function close(text: string): string {
  return text.replace(/\s+/g, '')
}
