/** Lines of a paragraph that nobody wrapped: verse and addresses, all of them short; works of a bibliography; a text and its
 * translation, line by line.
 *
 * Where an editor wraps Chinese, a line is filled, and ends within a sentence; where authors write a clause a line, each has
 * its mark behind it. */
import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Line} from './lines.ts'

/** Columns; a Han takes two. */
const longest = 40
/** Lines of so many columns, all but the last, fill a narrow page. */
const filled = 30
const longestLatin = 52
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/gu
const ended = /[.。!！?？…:：;；”"’」』）)](?:[①-⑳⁰¹²³⁴-⁹]|\[[^\]]{1,6}\])*$/u
const closed = /[，,。；;！!？?、：:](?:[”"’」』）)①-⑳⁰¹²³⁴-⁹])*$/u

/** @returns The columns that words take. */
export function columnsOf(words: string): number {
  return words.length + (words.match(wide)?.length ?? 0)
}

/** @returns The whole words of each line that `linesOf` finds. */
export function wordsOfLines(nodes: PhrasingContent[]): string[] {
  const lines = ['']
  for (const node of nodes) {
    const [first = '', ...others] = node.type === 'break' ? ['', ''] : node.type === 'text' ? node.value.split('\n') : [toString(node).replace(/\n/g, ' ')]
    lines.push(`${lines.pop() ?? ''}${first}`, ...others)
  }
  return lines.map((line) => line.trim())
}

/** @param words Of `lines`, whole. @returns All lines but the first; none where they may be wrapped. */
export function shortLines(nodes: PhrasingContent[], lines: Line[], words: string[]): Line[] {
  if (lines.length !== words.length || words.includes('') || nodes.some(({type}) => type === 'image' || type === 'html')) return []
  const latin = words.every((line) => !/\p{Script=Han}/u.test(line))
  return isBibliography(words) || (latin ? isLatinVerse(nodes, words) : isVerse(words) || isParallel(words)) ? lines.slice(1) : []
}

/** Each line a work, with its year and where it came out. */
function isBibliography(words: string[]): boolean {
  return words.length > 1 && words.every((line) => /(?:19|20)\d\d/.test(line) && published.test(line) && /[.。]$/.test(line))
}

const published = /《[^》]+》|\[[JMCDNPRSZ](?:\/[A-Z]{2})?\]|出版|\b(?:Press|Publish\w*|Journal|Proc\.|vol\.|pp?\.|doi)|https?:/iu

/** Each line opens with a capital, also where its sentence goes on; who writes a sentence a line, writes of links and code, too. */
function isLatinVerse(nodes: PhrasingContent[], words: string[]): boolean {
  if (words.length < 4 || nodes.some(({type}) => type === 'link' || type === 'linkReference' || type === 'inlineCode')) return false
  return words.every((line) => line.length <= longestLatin && /^[“‘"'—–-]?\p{Lu}/u.test(line)) && words.slice(0, -1).some((line) => !/[.!?:]["'”’]?$/.test(line))
}

function isVerse(words: string[]): boolean {
  if (words.length < 3 || words.some((line) => columnsOf(line) > longest || !/\p{Script=Han}/u.test(line))) return false
  const [first = 0, ...others] = words.map((line) => line.match(/\p{Script=Han}/gu)?.length ?? 0)
  return (words.length > 3 && others.every((count) => count === first)) || isPlace(words.slice(0, -1))
}

/** Lines without a mark at their end: an address, a colophon. */
function isPlace(words: string[]): boolean {
  return words.every((line) => !closed.test(line)) && words.some((line) => columnsOf(line) < filled)
}

/** Each line a sentence in one of two scripts, in turn. */
function isParallel(words: string[]): boolean {
  const scripts = words.map(scriptOf)
  return words.length > 1 && scripts.every((script, index) => script !== undefined && (index === 0 || script !== scripts[index - 1])) && words.every((line) => ended.test(line))
}

function scriptOf(line: string): 'han' | 'latin' | undefined {
  const hans = line.match(/\p{Script=Han}/gu)?.length ?? 0
  const latins = line.match(/\p{Script=Latin}+/gu)?.length ?? 0
  return hans === 0 ? (latins > 1 ? 'latin' : undefined) : hans > latins * 2 ? 'han' : undefined
}
