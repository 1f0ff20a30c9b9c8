/** Foreign words written in two ways: Transformer and transformer, fine-tuning and fine tuning. The rarer is reported. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import type {Survey} from '../survey.ts'
import {placeIn, type Run} from '../runs.ts'

interface Use {run: Run; start: number; text: string}

/** Case is a name's own only where capitals stand within, or where the text nearly always has them. */
const clearly = 3

export function lintCase(book: Book, {runs}: Survey): void {
  if (!book.config.language.startsWith('zh')) return // elsewhere the beginnings of sentences differ
  const groups = new Map<string, Use[]>()
  for (const run of runs) {
    if (run.kind === 'heading') continue
    for (const {0: text, index} of run.text.matchAll(/(?<![\p{Script=Latin}\p{N}._/@#-])\p{Script=Latin}[\p{Script=Latin}\p{N}]{3,}(?:-\p{Script=Latin}[\p{Script=Latin}\p{N}]+)*(?![\p{Script=Latin}\p{N}_/@-]|\.\p{L})/gu)) {
      if (standsInPhrase(run.text, index, index + text.length)) continue
      const key = text.toLowerCase().replaceAll('-', '')
      groups.set(key, [...(groups.get(key) ?? []), {run, start: index, text}])
    }
  }
  for (const uses of groups.values()) reportRarer(book, uses)
}

/** Words beside other foreign words follow the case of their phrase. */
function standsInPhrase(text: string, start: number, end: number): boolean {
  return /\p{Script=Latin}[,.]?\s$/u.test(text.slice(Math.max(0, start - 3), start)) || /^\s\p{Script=Latin}/u.test(text.slice(end, end + 2))
}

function reportRarer(book: Book, uses: Use[]): void {
  const counts = new Map<string, number>()
  for (const {text} of uses) counts.set(text, (counts.get(text) ?? 0) + 1)
  if (counts.size < 2) return
  const [usual = '', most = 0] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))
  for (const {run, start, text} of uses) {
    if (text === usual || (counts.get(text) ?? 0) * clearly > most || (isCapitalised(text, usual) && opens(run.text, start))) continue
    const {range, ...place} = placeIn(run, start, start + text.length)
    book.messages.push(message('term-case', place, {written: text, usual, count: most}, range ? {fix: {...range, text: usual}} : {}))
  }
}

function isCapitalised(text: string, usual: string): boolean {
  return text !== usual && text.slice(1) === usual.slice(1) && /^\p{Lu}/u.test(text)
}

/** Titles, items and quoted names begin with a capital. */
function opens(text: string, start: number): boolean {
  return /(?:^|[“‘"'「『《（(：:。！？\n])\s{0,2}$/u.test(text.slice(0, start))
}
