/** Parentheses of a run, and what a gloss may hold between them.
 *
 * Text in, plain parts out. One grammar for recognising, injecting and extracting, so that they agree. */
import {isHan} from './fold.ts'

/** Offsets of the signs themselves; `inner` lies between them. */
export interface Parenthesis {open: number; close: number; inner: string; full: boolean}

const openers = '（(﹙〔'
const signs = /[（(﹙〔）)﹚〕]/gu

/** Balanced pairs, outer before inner, in order of their opening. Full and half width may be mixed. */
export function readParentheses(text: string): Parenthesis[] {
  const found: Parenthesis[] = []
  const open: number[] = []
  for (const {0: character, index} of text.matchAll(signs)) {
    if (openers.includes(character)) open.push(index)
    else {
      const start = open.pop()
      if (start !== undefined) found.push({open: start, close: index, inner: text.slice(start + 1, index), full: text[start] !== '('})
    }
  }
  return found.sort((a, b) => a.open - b.open)
}

export interface Part {
  /** Without its label, quotes and outer spaces. */
  text: string
  /** Offset in `inner`. */
  at: number
  script: 'latin' | 'han' | 'mixed'
  /** 英文：, 简称 …: what the author says the part is. */
  label: 'name' | 'short' | 'other' | undefined
}

const labels: [RegExp, NonNullable<Part['label']>][] = [
  [/^(?:英文|英语|英)?(?:的)?(?:以下|下文|后文|下)?(?:缩写|简称|简写|缩略语|略称|缩略为|简记)(?:形式)?\s*(?:为|是|作)?\s*[:：]?\s*/u, 'short'],
  [/^(?:以下|下文|后文|下)称\s*(?:为)?\s*[:：]?\s*/u, 'short'],
  [/^(?:abbreviated(?: as)?|abbr\.?|short(?:ened)? (?:for|to)|for short)\s*:?\s*/iu, 'short'],
  [/^(?:英文|英语|英|外文|德文|法文|拉丁文|拉丁语|希腊语|德语|法语)(?:全称|全名|名称|名|原名|原文|译名|译作|表述|术语|写作)?\s*(?:为|是|作)?\s*[:：]\s*/u, 'name'],
  [/^(?:英文|英语)(?:全称|全名|名称|名|原名|原文|译名|为|是)?\s*(?:为|是)?\s*(?=[\p{Script=Latin}“"'‘])/u, 'name'],
  [/^(?:全称|全名|全写|原名|原文|译自)\s*(?:为|是)?\s*[:：]?\s*/u, 'name'],
  [/^(?:中文|汉语|译名|中译|译作|译为)(?:全称|名称|名)?\s*(?:为|是)?\s*[:：]?\s*/u, 'name'],
  [/^(?:又称|也称|亦称|又名|也叫|又叫|或称|有时称|或|or\b|also(?: called| known as)?\b|a\.k\.a\.|aka\b)\s*(?:为)?\s*[:：]?\s*/iu, 'other'],
]

/** @returns Parts between commas, slashes and inner parentheses; empty ones left out. */
export function readParts(inner: string): Part[] {
  const parts: Part[] = []
  for (const {0: raw, index} of inner.matchAll(/[^,，;；、/／|（()）﹙﹚]+/gu)) {
    let text = raw
    let at = index
    let label: Part['label']
    const trim = () => {
      const lead = /^[\s“”"'‘’「『《*_：:]+/u.exec(text)?.[0].length ?? 0
      at += lead
      text = text.slice(lead).replace(/[\s“”"'‘’」』》*_。]+$/u, '')
    }
    trim()
    for (const [pattern, name] of labels) {
      const match = pattern.exec(text)
      if (!match || match[0].length === 0) continue
      label = name
      at += match[0].length
      text = text.slice(match[0].length)
      trim()
      break
    }
    if (text !== '') parts.push({text, at, script: scriptOf(text), label})
  }
  return parts
}

function scriptOf(text: string): Part['script'] {
  const hasHan = [...text].some((character) => isHan(character))
  if (!hasHan) return /\p{L}/u.test(text) ? 'latin' : 'mixed'
  return /^[\p{Script=Han}·]+$/u.test(text) ? 'han' : 'mixed'
}
