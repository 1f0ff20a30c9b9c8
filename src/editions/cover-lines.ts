/** Lines of the cover: a title is broken where it may break, into lines as even as can be, and sized to fit. */
import {wordsOf} from './words.ts'

export interface CoverWords {
  title: string
  subtitle: string
  /** A line each. */
  people: string
  publisher: string
  series: string
  /** Year. */
  date: string
  language: string
}

export interface CoverLine {text: string; x: number; y: number; size: number}

export interface CoverDrawing {
  title: CoverLine[]
  subtitle: CoverLine[]
  people: CoverLine[]
  words: CoverWords
  /** A light and regular pattern that differs from book to book: lengths of strokes, 0 to 1. */
  strokes: number[]
  /** Lower edge of the last line of text above the pattern. */
  bottom: number
  /** Lower edge of the pattern. */
  foot: number
}

const left = 150
const measure = 1300

/** @param people Stacked below the pattern. */
export function composeCover(words: CoverWords, people: CoverLine[]): CoverDrawing {
  const plain = Object.fromEntries(Object.entries(words).map(([key, value]) => [key, String(value).split('\n').map((line) => line.replace(/[\s\p{C}]+/gu, ' ').trim()).join(key === 'people' ? '\n' : ' ').trim()])) as unknown as CoverWords // same keys
  const size = titleSize(plain.title)
  const first = 460 + Math.round(size * 0.85)
  const title = stack(breakLines(plain.title, measure / size, 7), left, first, size, 1.32)
  const below = (title.at(-1)?.y ?? first) + size * 0.55
  const subtitle = stack(breakLines(plain.subtitle, measure / 62, 4), left, below + 110, 62, 1.5)
  const bottom = subtitle.at(-1)?.y ?? below
  return {title, subtitle, people, words: plain, strokes: strokesOf(`${plain.title}\n${plain.people}`), bottom, foot: Math.min(2130, ...people.map(({y, size: letters}) => y - letters - 60))}
}

/** Short titles are large; a long one takes no more than six lines. */
function titleSize(title: string): number {
  for (const size of [190, 170, 150, 132, 116, 100, 84]) {
    if (breakLines(title, measure / size, 99).length <= (size > 140 ? 3 : size > 110 ? 4 : 6)) return size
  }
  return 72
}

function stack(lines: string[], x: number, y: number, size: number, leading: number): CoverLine[] {
  return lines.map((text, index) => ({text, x, y: Math.round(y + index * size * leading), size}))
}

/** @param width In ems.
 * @param most Lines beyond are cut with an ellipsis. */
export function breakLines(text: string, width: number, most: number): string[] {
  if (text === '') return []
  const pieces = piecesOf(text, width)
  const widths = pieces.map(emsOf)
  const total = widths.reduce((sum, ems) => sum + ems, 0)
  if (total <= width && text.length <= 400) return [text]
  const ideal = total / Math.ceil(total / width)
  const best: {cost: number; from: number}[] = [{cost: 0, from: 0}]
  for (let end = 1; end <= pieces.length; end++) {
    let cost = Number.POSITIVE_INFINITY
    let from = end - 1
    let ems = 0
    for (let start = end - 1; start >= 0; start--) {
      ems += widths[start] ?? 0
      if (ems > width && start < end - 1) break
      const before = best[start]?.cost ?? 0
      const line = before + (end === pieces.length && ems < ideal ? 0.4 : 1) * (ems - ideal) ** 2 + 1 + (end < pieces.length ? breakCost(pieces[end - 1] ?? '', pieces[end] ?? '') : 0)
      if (line < cost) [cost, from] = [line, start]
    }
    best.push({cost, from})
  }
  const lines: string[] = []
  for (let end = pieces.length; end > 0; end = best[end]?.from ?? 0) lines.unshift(pieces.slice(best[end]?.from ?? 0, end).join('').trim())
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1)}…`] : lines
}

/** Places are better behind a particle or punctuation than inside a word or beside a lone character, which is mostly half a word. */
function breakCost(before: string, after: string): number {
  if (/[\s：:，,、—–-]$/.test(before)) return -5
  if (/[与和及的之]$/.test(before)) return -3
  if (/^[与和及之的]/.test(after)) return 2
  return /^\p{Script=Han}$/u.test(before) || /^\p{Script=Han}$/u.test(after) ? 2 : 0
}

/** Half of a word that the segmenter does not know (预|览); particles stand alone. */
const lone = /^[（《「『“‘(["]*(?![与和及或的之在是了为从到由把被向对])\p{Script=Han}$/u

const suffix = /^[性化度者率式态学界力项员器法量]$/u

/** Letters and signs beside each other without a space, as in C++, "quick" or A/B: a line ends behind a hyphen or a dash at most
 * (UAX #14, LB25: not before a digit), and behind a slash between words. */
const narrow = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9!-/:-@[-`{-~§°±×÷€£¥™©®]$/u

function coheres(before: string, after: string): boolean {
  const [last = '', first = ''] = [[...before].at(-1), [...after][0]]
  if (!narrow.test(last) || !narrow.test(first)) return false
  return !(last === '-' && !/\d/.test(first)) && !(/[^\s/]{2}\/$/u.test(before) && /^[^\s/]{2}/u.test(after))
}

/** Words: of Chinese as the segmenter cuts them, of other scripts as they are spelled; no line begins with closing punctuation. */
export function piecesOf(text: string, width: number): string[] {
  const pieces: string[] = []
  let quoted = false
  for (const segment of wordsOf(text.slice(0, 400))) {
    const last = pieces.length - 1
    const closing = /^[\s，。、：；？！）》」』”’%,.:;?!)\]}·—–…-]+$/u.test(segment) || (quoted && segment.startsWith('"'))
    const opening = /[（《「『“‘([]$/u.test(pieces[last] ?? '') || (quoted && /"$/.test(pieces[last] ?? ''))
    if (segment.includes('"')) quoted = !quoted
    if (last >= 0 && (closing || opening || coheres(pieces[last] ?? '', segment) || (lone.test(segment) && lone.test(pieces[last] ?? '')) || (suffix.test(segment) && /\p{Script=Han}$/u.test(pieces[last] ?? '')))) pieces[last] += segment
    else pieces.push(segment)
  }
  return pieces.flatMap((piece) => (emsOf(piece) > width ? chop(piece, width) : [piece])) // with the brackets that were put to it
}

function chop(word: string, width: number): string[] {
  const parts = ['']
  for (const character of word) {
    if (emsOf((parts.at(-1) ?? '') + character) > width && !/[\s，。、：；？！）》」』”’]/u.test(character)) parts.push('') // figures with a comma between are one word to a segmenter
    parts[parts.length - 1] += character
  }
  return parts
}

/** Width in ems: Han and full-width forms are square, Latin is about half as wide. */
export function emsOf(text: string): number {
  let ems = 0
  for (const character of text) ems += /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]|[\u{20000}-\u{3FFFF}]|\p{Extended_Pictographic}/u.test(character) ? 1 : /[A-Z0-9mwMW@%]/.test(character) ? 0.64 : /[ijlt.,:;'| ]/.test(character) ? 0.3 : 0.54
  return ems
}

/** FNV-1a and a linear congruence: small, and the same on every machine. */
function strokesOf(seed: string): number[] {
  let state = 0x811c9dc5
  for (let index = 0; index < seed.length; index++) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193) >>> 0
  return Array.from({length: 400}, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  })
}
