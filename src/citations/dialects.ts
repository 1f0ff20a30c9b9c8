/** A marker as it was written → its dialect and the numbers it calls. One entry a dialect. */
import type {CitationItem, DialectName} from '../model/nodes.ts'
import {readItems} from './items.ts'

export interface Marker {
  dialect: DialectName
  /** Empty: residue that names no source. */
  items: CitationItem[]
  /** No other reading is likely, sources or not. */
  certain: boolean
}

interface Dialect {
  name: DialectName
  certain: boolean
  /** @returns Its items, or undefined where the text is not of this dialect. */
  read(raw: string): CitationItem[] | undefined
}

const openers = /^[[［]\s*[[［]/
const closers = /[\]］]\s*[\]］]$/

/** In this order: what is narrower stands first. */
const dialects: readonly Dialect[] = [
  {name: 'double-bracket', certain: true, read: (raw) => (openers.test(raw) && closers.test(raw) ? readGroup(raw.slice(1, -1)) : undefined)},
  {name: 'double-bracket-link', certain: true, read: readLinked},
  {name: 'residue', certain: true, read: (raw) => (residue.test(raw) ? [] : undefined)},
  {name: 'caret', certain: false, read: (raw) => readInside(raw, /^\[\^([^\]]*?)\^?\]$/)},
  {name: 'labelled', certain: false, read: (raw) => readInside(raw, labelled) ?? (openers.test(raw) && closers.test(raw) ? readInside(raw.slice(1, -1), labelled) : undefined)},
  {name: 'lenticular', certain: false, read: (raw) => readInside(raw, /^[【〔]([^†】〕]*)(?:†[^】〕]*)?[】〕]$/) ?? readInside(raw, /^\[(\d+)†[^\]]*\]$/)},
  {name: 'bracket', certain: false, read: (raw) => readInside(raw, /^[[［]([^\]］]*)[\]］]$/)},
]

const labelled = /^[[［【]\s*(?:citations?|cite|refs?|references?|sources?|web|post|page|doc|[来來]源|[网網][页頁]|[参參]考|文[献獻]|引用|[资資]料)[\s:：.#]*([0-9０-９][^\]］】]*)[\]］】]$/i

/** Left behind by assistants: it names no source that could be found. */
const residue = /^(?::contentReference\[[^\]]*\](?:\{[^}]*\})?|【\d+:\d+†[^】]*】|\[cite_start\]|\[cite_end\]|\ue200[^\ue201]*\ue201)$/u

/** By far the most frequent, told without trying the others. */
const single = /^\[\[([1-9]\d{0,4})\]\]$/

export function readMarker(raw: string): Marker | undefined {
  const digits = single.exec(raw)?.[1]
  if (digits !== undefined) return {dialect: 'double-bracket', items: [{number: Number(digits)}], certain: true}
  for (const {name, certain, read} of dialects) {
    const items = read(raw)
    if (items) return {dialect: name, items, certain}
  }
  return undefined
}

function readInside(raw: string, pattern: RegExp): CitationItem[] | undefined {
  const inner = pattern.exec(raw)?.[1]
  return inner === undefined ? undefined : readItems(inner)
}

/** `[2], [11]` or `1, 2` or `[1]-[3]`: brackets inside only part the numbers. */
function readGroup(inner: string): CitationItem[] | undefined {
  if (isMatrix(inner)) return undefined
  const plain = inner
    .replace(/[\]］]\s*([-‐‑‒–—−~～－])\s*[[［]/g, '$1')
    .replace(/[\]］]\s*[[［]/g, ', ')
    .replace(/[[\]［］]/g, '')
  return readItems(plain.trim())
}

/** `[1, 2], [3, 4]`: a group of citations has its commas outside or inside its brackets, not both. */
function isMatrix(inner: string): boolean {
  const rows = inner.match(/[[［][^[\]［］]*[\]］]/g) ?? []
  return rows.length > 1 && rows.every((row) => /[,，]/.test(row))
}

/** `[[1]](https://…)`: the URL is the source's. */
function readLinked(raw: string): CitationItem[] | undefined {
  const match = /^\[(\[[^[\]]*\])\]\(<?([^\s<>]+?)>?\)$/.exec(raw)
  if (!match) return undefined
  const [, marker = '', url = ''] = match
  const items = readGroup(marker) ?? readInside(marker, labelled)
  if (items?.length !== 1 || !/^https?:\/\//i.test(url)) return undefined
  return items.map((item) => ({...item, url}))
}
