/** A paragraph that is a caption: `Table: Name {#id}`, `表：名称`, `表 2-1 名称`, `图一　名称`, `**图3：名称**`, `Figure 4. Name`, `图表 5：名称`, `: Name` under a table. */
import type {Paragraph, PhrasingContent} from 'mdast'
import type {Captioned} from '../model/book.ts'
import {takeLabel} from './attributes.ts'
import {plainText} from './plain-text.ts'

export interface Caption {
  children: PhrasingContent[]
  /** As the author wrote it: `3`, `2-1`, `A.1` (GB/T 1.1), `一`. */
  number?: string
  /** What counts figures and tables in one row: 图表, Exhibit. */
  name?: string
  /** Id that the author gave. */
  label?: string
}

const digits = '(?:[A-Z][-–.]?)?[\\d一二三四五六七八九十百]'
const number = String.raw`(?<number>(?:[A-Z][-–.]?)?\d+(?:[-–.]\d+)*|[一二三四五六七八九十百]{1,5}(?:之[一二三四五六七八九十]{1,3})?)`
const names = {figure: '图|圖|Figure|Fig\\.?', table: '表格?|Table'}
/** Only with a number. */
const common = '图表|圖表|Exhibit'

/** Longer paragraphs speak of a table, they do not name it. UTF-16 units. */
const longest = 200

/** @param titled The words are known to be a caption; only a name and a number before them are looked for. */
export function readCaption(paragraph: Paragraph, kind: Captioned['kind'], {titled, label}: {titled: boolean; label?: string}): Caption | undefined {
  const line = unwrap(paragraph)
  const [first] = line
  if (first?.type === 'strong' || first?.type === 'emphasis') return readBoldLabel(line, kind, {titled, length: plainText(paragraph).length, ...(label === undefined ? {} : {label})})
  if (first?.type !== 'text' || (!titled && plainText(paragraph).length > longest)) return titled ? withLabel({children: line}, label) : undefined
  const found = openingOf(first.value, kind, titled)
  if (!found) return titled ? withLabel({children: line}, label) : undefined
  const children: PhrasingContent[] = [{...first, value: first.value.slice(found.length)}, ...line.slice(1)]
  const own = takeLabel(children) ?? label
  const rest = children.filter((child) => child.type !== 'text' || child.value !== '')
  if (rest.length === 0) return undefined
  return withLabel({children: rest, ...(found.number === undefined ? {} : {number: found.number}), ...(found.name === undefined ? {} : {name: found.name})}, own)
}

/** `**Table 1.** Name`, `**表 1** 名称`: the label alone is bold. */
function readBoldLabel([bold, next, ...rest]: PhrasingContent[], kind: Captioned['kind'], {titled, length, label}: {titled: boolean; length: number; label?: string}): Caption | undefined {
  const [only, ...more] = bold?.type === 'strong' || bold?.type === 'emphasis' ? bold.children : []
  const words = only?.type === 'text' && more.length === 0 ? only.value : ''
  const found = next?.type === 'text' && words !== '' && (titled || length <= longest) ? openingOf(words + next.value, kind, titled) : undefined
  if (next?.type !== 'text' || !found || found.length < words.trimEnd().length || found.number === undefined) return titled ? withLabel({children: [bold, next, ...rest].filter((child) => child !== undefined)}, label) : undefined
  const children: PhrasingContent[] = [{...next, value: next.value.slice(Math.max(0, found.length - words.length))}, ...rest]
  const own = takeLabel(children) ?? label
  return withLabel({children, number: found.number, ...(found.name === undefined ? {} : {name: found.name})}, own)
}

function withLabel(caption: Caption, label: string | undefined): Caption {
  return label === undefined ? caption : {...caption, label}
}

/** A caption that is bold or emphasised as a whole is read as its words. */
function unwrap({children}: Paragraph): PhrasingContent[] {
  const [only] = children
  return children.length === 1 && (only?.type === 'strong' || only?.type === 'emphasis') ? only.children : children
}

/** A name without number needs a colon; a number needs a gap or a colon after it, so that 表 1 列出了 … and 表 1、表 2 … stay sentences. */
function openingOf(text: string, kind: Captioned['kind'], titled: boolean): {length: number; number?: string; name?: string} | undefined {
  const numbered = new RegExp(String.raw`^\s*(?:(?<name>${common})|${names[kind]})\s*${number}(?:\s*[:：]\s*|[.．、]\s*(?!(?:${common}|${names[kind]})\s*${digits})|\s{1,3}(?!(?:列出|给出|显示|所示|中|是|为|比较|展示|说明|shows?|lists?|gives?|compares?|is|are)))`, 'iu').exec(text)
  if (numbered) return {length: numbered[0].length, ...(numbered.groups?.number ? {number: numbered.groups.number} : {}), ...(numbered.groups?.name ? {name: numbered.groups.name} : {})}
  const named = (titled ? /^$/ : new RegExp(String.raw`^\s*(?:(?:${names[kind]})\s*[:：]|:(?=\s))\s*`, 'iu')).exec(text)
  return named?.[0] ? {length: named[0].length} : undefined
}
