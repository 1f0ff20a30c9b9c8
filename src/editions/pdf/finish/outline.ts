/** The outline: its lines as the contents have them. Chromium joins what stands on two lines of a heading: 第1章题. */
import type {ContentsEntry} from '../../../model/book.ts'
import type {PdfFile} from '../objects/file.ts'
import {Text, type Value} from '../objects/values.ts'

export function nameOutline(pdf: PdfFile, contents: ContentsEntry[]): void {
  const titles = new Map(titlesOf(contents).map((title) => [close(title), title.replace(/\s+/g, ' ')]))
  const walk = (first: Value | undefined) => {
    for (let line = pdf.dict(first); line; line = pdf.dict(line.get('Next'))) {
      const title = titles.get(close(pdf.text(line.get('Title'))))
      if (title !== undefined) line.set('Title', Text.of(title))
      walk(line.get('First'))
    }
  }
  walk(pdf.dict(pdf.catalog.get('Outlines'))?.get('First'))
}

function titlesOf(entries: ContentsEntry[]): string[] {
  return entries.flatMap(({title, children}) => [title, ...titlesOf(children)])
}

function close(text: string): string {
  return text.replace(/\s+/g, '')
}
