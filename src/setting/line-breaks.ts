/** Line breaks of the source between Chinese or Japanese characters are no spaces.
 *
 * CSS Text 3 §4.1.3 lets a browser drop such a segment break and none does so fully; a printed space between two Han is a fault.
 * Works over inline elements; a raised citation between the two characters does not part them. */
import type {Element, Root, Text} from 'hast'

/** As wide as a Han: no space stands beside it. Hangul is written with spaces. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u
/** Wide beside a wide character, narrow elsewhere. */
const either = /[\u2014\u2018\u2019\u201C\u201D\u2026\u00B7]/

const transparent = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'del', 'dfn', 'em', 'i', 'ins', 'mark', 'q', 's', 'small', 'span', 'strong', 'u'])
const verbatim = new Set(['code', 'math', 'pre', 'textarea'])

/** What stands before the next text of one run of inline content. */
interface Run {
  /** Last character; '' at the start of a block. */
  before: string
  /** Text that ends with a line break behind a character. */
  open: Text | undefined
}

/** In place. */
export function joinLines(node: Root | Element, run: Run = {before: '', open: undefined}): void {
  for (const child of node.children) {
    if (child.type === 'text') joinText(child, run)
    else if (child.type !== 'element' || child.tagName === 'sup') continue
    else if (transparent.has(child.tagName)) joinLines(child, run)
    else {
      run.before = ''
      run.open = undefined
      if (!verbatim.has(child.tagName)) joinLines(child)
    }
  }
}

function joinText(node: Text, run: Run): void {
  if (node.value === '') return
  const first = String.fromCodePoint(node.value.codePointAt(0) ?? 0)
  if (run.open && first !== '\n' && meet(run.before, first)) run.open.value = run.open.value.slice(0, -1)
  if (node.value.includes('\n')) node.value = joinInside(node.value, run.before)
  const text = node.value.replace(/\n$/, '')
  if (text !== '') run.before = lastOf(text) ?? ''
  run.open = node.value.endsWith('\n') && run.before !== '' ? node : undefined
}

function joinInside(value: string, before: string): string {
  const [first = '', ...lines] = value.split('\n')
  const pieces = [first]
  let left = lastOf(first) ?? before
  for (const [index, line] of lines.entries()) {
    const right = String.fromCodePoint(line.codePointAt(0) ?? 32)
    const ends = line === '' && index === lines.length - 1
    pieces.push(!ends && meet(left, right) ? line : `\n${line}`)
    left = lastOf(line) ?? '\n'
  }
  return pieces.join('') // at once: to ask a growing string for its end copies it each time
}

function lastOf(text: string): string | undefined {
  return [...text.slice(-2)].at(-1)
}

function meet(left: string, right: string): boolean {
  return (wide.test(left) && (wide.test(right) || either.test(right))) || (either.test(left) && wide.test(right))
}
