/** Where anchors landed, and in which fonts: reads the links, the named destinations and the names of fonts of a print as the browser wrote it.
 *
 * Skia writes PDF 1.4 with a plain cross-reference table and uncompressed objects, so a few reads by offset do;
 * a full parser takes a hundred times as long. Anything else is refused. */

import {endOf, isTaller, readAnchorUrl} from './anchors.ts'

export interface Destinations {
  /** Page (1-based) by anchor. */
  pages: Map<string, number>
  /** Where each chapter ends: page, and points from its foot; only of those whose end is marked. */
  ends: Map<string, {page: number; bottom: number}>
  count: number
  /** PostScript names of the fonts that are used: `NotoSerifSC-Regular`. */
  fonts: string[]
}

export function readDestinations(data: Uint8Array): Destinations {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1')
  const file = openFile(text)
  const root = file.object(file.root)
  const numbers = numberPages(file, refOf(root, 'Pages'))
  const ends: Destinations['ends'] = new Map()
  const pages = readLinks(file, numbers, ends)
  const dests = /\/Dests (\d+) 0 R/.exec(root)?.[1]
  if (dests !== undefined) {
    for (const [, name = '', page = ''] of file.object(Number(dests)).matchAll(/\/([^\s[/]+)\s*\[(\d+) 0 R/g)) {
      const number = numbers.get(Number(page))
      if (number !== undefined && !pages.has(unescapeName(name))) pages.set(unescapeName(name), number)
    }
  }
  return {pages, ends, count: numbers.size, fonts: [...new Set([...text.matchAll(/\/BaseFont \/[A-Z]{6}\+([^\s/]+)/g)].map(([, name = '']) => name))].sort()}
}

/** Anchors by the links that stand there; the first rectangle counts, the others are its further lines. Slivers do not. */
function readLinks(file: PlainFile, numbers: Map<number, number>, ends: Destinations['ends']): Map<string, number> {
  const pages = new Map<string, number>()
  const heights = new Map<string, number>()
  for (const [object, number] of numbers) {
    const annotations = /\/Annots\s*\[([^\]]*)\]/.exec(file.object(object))?.[1] ?? ''
    for (const [, annotation] of annotations.matchAll(/(\d+) 0 R/g)) {
      const text = file.object(Number(annotation))
      const url = /\/URI \((b:[^)]*)\)/.exec(text)?.[1]
      const [, bottom = 0, , top = 0] = url === undefined ? [] : /\/Rect \[([^\]]*)/.exec(text)?.[1]?.trim().split(/\s+/).map(Number) ?? []
      for (const id of url === undefined ? [] : readAnchorUrl(url)?.ids ?? []) {
        const chapter = endOf(id)
        const height = heights.get(id)
        if (chapter !== undefined && !isTaller(height ?? 0, top - bottom)) ends.set(chapter, {page: number, bottom}) // the last rectangle counts
        else if (chapter === undefined && isTaller(top - bottom, height)) pages.set(id, number)
        if (isTaller(top - bottom, height)) heights.set(id, top - bottom)
      }
    }
  }
  return pages
}

interface PlainFile {root: number; object(number: number): string}

function openFile(text: string): PlainFile {
  const start = Number(/startxref\s+(\d+)/.exec(text.slice(text.lastIndexOf('startxref')))?.[1])
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 64))
  if (!head) throw new Error('Unexpected cross-reference stream, expected a table')
  const entries = start + head[0].length
  const count = Number(head[1])
  const trailer = text.slice(entries + 20 * count)
  return {
    root: refOf(trailer, 'Root'),
    object(number) {
      const offset = Number(text.slice(entries + 20 * number, entries + 20 * number + 10))
      return text.slice(offset, text.indexOf('endobj', offset))
    },
  }
}

function refOf(text: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1])
}

function numberPages(file: PlainFile, root: number): Map<number, number> {
  const numbers = new Map<number, number>()
  const walk = (number: number) => {
    const kids = /\/Kids\s*\[([^\]]*)\]/.exec(file.object(number))?.[1]
    if (kids === undefined) numbers.set(number, numbers.size + 1)
    else for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) walk(Number(kid))
  }
  walk(root)
  return numbers
}

function unescapeName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
