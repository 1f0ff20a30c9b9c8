/** How a gloss would stand behind a mention: run and offsets in, what speaks against the place or shapes it out.
 *
 * An editor does not gloss within a longer word (优化（Optimization）器), nor in a run-in heading or before another
 * parenthesis where the same paragraph names the term again. */
import {isHan} from './fold.ts'
import type {Found} from './match.ts'
import type {Run} from './runs.ts'
import {segmentsOf} from './segmenter.ts'

/** Characters that make another word of the one before them. A closed class of the language. */
const suffixes = '性率器化度者员们式型论学法机量值层级体类家派业税费罪权症病炎剂'
const prefixes = '非无反伪'

/** A part of a longer word: 优化 in 优化器, 监督学习 in 无监督学习; not 推理 in 推理性能, where 性能 is a word. */
export function isBound({run: {text}, start, end}: Pick<Found, 'run' | 'start' | 'end'>): boolean {
  const [before, after] = [text[start - 1] ?? '', text[end] ?? '']
  if (isHan(text[end - 1]) && after !== '' && suffixes.includes(after) && lengths(text.slice(end, end + 4))[0] === 1) return true
  return isHan(text[start]) && before !== '' && prefixes.includes(before) && lengths(text.slice(Math.max(0, start - 3), start)).at(-1) === 1
}

function lengths(text: string): number[] {
  return [...segmentsOf(text)].map(({segment}) => segment.length)
}

const longestLeadIn = 40

/** @returns Where the run-in heading ends that opens a paragraph: **数据规模增长**：…; 0 without one. */
export function leadInEnd({kind, text, edges}: Run): number {
  if (kind !== 'prose' || !edges.has(0)) return 0
  const end = Math.min(...[...edges].filter((edge) => edge > 0))
  return end <= longestLeadIn && (/[：:]/u.test(text[end - 1] ?? '') || /^\s?[：:]/u.test(text.slice(end, end + 2))) ? end : 0
}

/** Nothing but these terms stands there: **空间计算与空间智能**：… names what is defined. */
export function fills(text: string, terms: Pick<Found, 'start' | 'end'>[]): boolean {
  const rest = [...text].filter((_, index) => !terms.some(({start, end}) => start <= index && index < end)).join('')
  return !/[\p{L}\p{N}]/u.test(rest.replace(/[与和及或、]/gu, ''))
}

const pairs = new Map(['“”', '「」', '『』', '‘’'].map(([open = '', close = '']) => [open, close]))

/** @returns The author's closing quote, which comes before the gloss of a quoted term: “草稿模型”（Draft Model）. */
export function closingOf({run: {text}, segment, start, end}: Found): string | undefined {
  const close = text[end]
  return close !== undefined && pairs.get(text[start - 1] ?? '') === close && end < segment.end ? close : undefined
}

/** A second parenthesis would follow the gloss at once: 下游任务（如图文问答）. */
export function isBeforeParenthesis({run: {text}, end}: Pick<Found, 'run' | 'end'>): boolean {
  return /^[”」』’]?\s?[（(]/u.test(text.slice(end, end + 3))
}
