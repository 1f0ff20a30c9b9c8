/** What speaks for and against a place as the beginning of a term, as numbers by name. Run, gloss and text in. */
import {isHan} from '../fold.ts'
import {expectedLength} from './length.ts'
import {readWords, type Word} from './segment.ts'
import {initialsIn, rendersInitial, translationsOf} from './translate.ts'
import {soundCharacters} from './words.ts'

export interface Setting {
  /** Characters before the parenthesis, as far as a term may reach. */
  raw: string
  gloss: string
  /** The character before the run: behind 、 and ： names begin, behind ，and 。 clauses. */
  before: string
  /** How often the words stand in the text without this gloss. */
  count: (words: string) => number
}

export interface Cut {start: number; signs: Record<string, number>}

const little = /^(?:of|the|a|an|and|or|in|on|for|by|to|from|with|as|at|via|than|per|its|based)$/iu

/** Characters that end words and begin none; and those that begin words which a dictionary may not have. */
const endings = '性率器化度者员式型论学法机量值层级体类权室库酶素剂症病物力'
const beginnings = '无非后前多双单超反半准全次亚子总微可'

/** @returns Every place where the term could begin. */
export function readCuts(setting: Setting): Cut[] {
  const {raw, gloss} = setting
  const words = readWords(raw)
  const foreign = foreignWords(gloss)
  const cuts: Cut[] = []
  for (let start = 0; start < raw.length; start++) {
    if (!/[\p{L}\p{N}]/u.test(raw[start] ?? '') || (start > 0 && /[\p{Script=Latin}\p{N}-]/u.test(raw[start - 1] ?? '') && !isHan(raw[start]))) continue
    if (raw.length - start < 2 && raw.length > 1) continue
    const signs: Record<string, number> = {}
    const add = (name: string, value = 1) => {
      signs[name] = (signs[name] ?? 0) + value
    }
    addEdge(add, setting, start, words)
    addWithin(add, raw, start, words, /\s(?:and|&)\s/u.test(gloss))
    addLength(add, raw.slice(start), gloss, start === 0)
    addRenderings(add, raw, start, foreign)
    addAbbreviation(add, raw, start, gloss, words)
    addUses(add, setting, start)
    cuts.push({start, signs})
  }
  return cuts
}

type Add = (name: string, value?: number) => void

function foreignWords(gloss: string): string[] {
  const [name = ''] = gloss.split(/[,，;；、/]/u).map((part) => part.replace(/^[^\p{Script=Latin}]*/u, '').trim()).sort((a, b) => Number(/\p{Ll}{2}/u.test(b)) - Number(/\p{Ll}{2}/u.test(a)))
  return name.split(/[\s‐‑–-]+/u).filter((word) => word !== '' && !little.test(word))
}

function addEdge(add: Add, {raw, before, gloss}: Setting, start: number, words: Word[]): void {
  const index = words.findIndex((word) => word.start === start)
  const inside = index < 0
  if (inside) add('inside')
  if (start === 0) add(/[、：:“「]/u.test(before) ? 'start after list' : /[，。；！？]/u.test(before) ? 'start after clause' : before === '' || before === '\n' ? 'start of text' : 'start after other')
  const last = inside ? words.find((word) => word.start < start && start < word.end) : words[index - 1]
  if (last && !inside) {
    const single = last.end - last.start === 1
    add(`behind ${last.kind}${single && last.kind !== 'of' && last.kind !== 'and' ? ' single' : ''}`)
    if (single && beginnings.includes(raw[last.start] ?? '')) add('behind prefix')
  }
  if (/[-–]/u.test(raw[start - 1] ?? '')) add('behind hyphen')
  if (/^\p{Lu}\p{Ll}/u.test(gloss) && isSound(raw[start - 1]) && isSound(raw[start])) add('within sounds')
  const first = words[index]
  if (!first) return
  const single = first.end - first.start === 1
  add(`first ${first.kind}${single ? ' single' : ''}`)
  if (single && endings.includes(raw[start] ?? '')) add('first ending')
  if (last && last.end - last.start === 1 && single && last.kind === 'other' && first.kind === 'other') add('between singles')
}

/** 麦考利久期（Macaulay duration）: no dictionary has the name, which is torn into its characters. */
function isSound(character: string | undefined): boolean {
  return character !== undefined && (soundCharacters.includes(character) || character === '可')
}

function addWithin(add: Add, raw: string, start: number, words: Word[], joined: boolean): void {
  const inner = words.filter((word) => word.start > start)
  for (const {kind, end} of inner) if (end < raw.length && kind !== 'other') add(`holds ${kind}${joined && kind === 'and' ? ' as gloss' : ''}`)
}

function addLength(add: Add, term: string, gloss: string, whole: boolean): void {
  const expected = expectedLength(gloss)
  const length = [...term].filter((character) => isHan(character)).length + (term.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0) * 1.5
  if (!expected) {
    add('long', Math.max(0, length - 6))
    return
  }
  const {least, usual, most, kind} = expected
  if (whole && length >= least && length <= most) add(`whole fits ${kind}`)
  add(`short ${kind}`, Math.max(0, least - length))
  add(`long ${kind}`, Math.max(0, length - most))
  add(`off ${kind}`, Math.abs(length - usual))
}

function addRenderings(add: Add, raw: string, start: number, foreign: string[]): void {
  const term = raw.slice(start)
  let [met, known, leading, lost] = [0, 0, Number.POSITIVE_INFINITY, 0]
  for (const [index, word] of foreign.entries()) {
    const list = word.length > 1 && /\p{Ll}/u.test(word) ? translationsOf(word) : isHan(raw[start]) ? [] : [word]
    if (list.length === 0) continue
    known++
    const places = list.map((chinese) => term.indexOf(chinese)).filter((at) => at >= 0)
    const at = places.length > 0 ? Math.min(...places) : -1
    if (at >= 0) {
      met++
      leading = Math.min(leading, at)
      if (at === 0) add(Math.max(...list.filter((chinese) => term.startsWith(chinese)).map((chinese) => chinese.length)) > 1 ? (index === 0 ? 'renders first' : 'renders other') : index === 0 ? 'renders first by one' : 'renders other by one')
    } else if (list.some((chinese) => raw.includes(chinese) && (chinese.length > 1 || raw.indexOf(chinese, Math.max(0, start - 4)) >= 0))) lost++
  }
  add('lost', lost)
  if (known > 0) add('met', met / known)
  if (met > 0 && leading > 0) add(met === foreign.length ? 'led by more, all met' : met === known ? 'led by more, known met' : 'led by more', Math.min(leading, 4))
}

/** AGI after 通用人工智能: 通用 may be its G, 人工 its A, 智能 its I. */
function addAbbreviation(add: Add, raw: string, start: number, gloss: string, words: Word[]): void {
  const short = /(?<![\p{L}])\p{Lu}[\p{L}\p{N}]{1,7}(?![\p{L}])/u.exec(gloss)?.[0].replace(/s$/u, '').replace(/[^\p{L}]/gu, '').toLowerCase()
  if (!short || !/\p{Lu}.*\p{Lu}/u.test(gloss)) return
  const of = /\p{Ll}{3}/u.test(gloss) ? ' of a name' : '' // where the name is there too, the letters say less
  const met = lettersMet(short, raw.slice(start))
  add(`letters${of}`, met / short.length)
  if (met === short.length) add(`all letters${of}`)
  const last = words.findLast((word) => word.start < start)
  const lost = last !== undefined && lettersMet(short, raw.slice(last.start)) > met
  if (lost) add(`letter lost${of}`)
  else if (rendersInitial(raw, start, short[0] ?? '')) add(`initial${of}`)
  const next = words.find((word) => word.start > start)
  if (next && lettersMet(short, raw.slice(next.start)) < met) add(`letter won${of}`)
}

function lettersMet(short: string, term: string): number {
  const words = initialsIn(term)
  let met = 0
  for (const letter of short) {
    const at = words.findIndex((letters) => letters.has(letter))
    if (at < 0) continue
    words.splice(at, 1)
    met++
  }
  return met
}

/** A term comes again, behind other words; a piece of one comes again only behind the same. */
function addUses(add: Add, {raw, count}: Setting, start: number): void {
  const uses = count(raw.slice(start))
  if (uses === 0) return
  add('again')
  const longer = start > 0 && isHan(raw[start - 1]) ? count(raw.slice(start - 1)) : 0
  if (longer === uses) add('always behind the same')
  else add('behind others too', Math.log2((uses + 1) / (longer + 1)))
}

