/** Straight quotes → typographic ones, one character for one, where book.yml asks for it (`typography.quotes: curly`).
 *
 * Each block is read as one line of text, since quotes stand around emphasis and links. Code, mathematics and HTML are
 * not read; a mark of inches or feet stays, and so do the quotes of a Chinese block that are not in pairs. */
import type {Nodes, Text} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {walk} from './walk.ts'

export function curlQuotes({tree}: ParsedText): void {
  walk(tree, (node) => {
    if (node.type === 'image' && node.title) node.title = curl(node.title)
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return
    const texts: (Text | string)[] = []
    gather(node, texts)
    const line = texts.map((piece) => (typeof piece === 'string' ? piece : piece.value)).join('')
    if (!/["']/.test(line)) return
    const curled = curl(line)
    let at = 0
    for (const piece of texts) {
      const {length} = typeof piece === 'string' ? piece : piece.value
      if (typeof piece !== 'string') piece.value = curled.slice(at, at + length)
      at += length
    }
  })
}

function curl(line: string): string {
  return /\p{Script=Han}/u.test(line) ? curlChinese(line) : curlEnglish(line)
}

/** Text nodes in order; what is no text, or is an address, counts as a letter, and tags as nothing. */
function gather(node: Nodes, texts: (Text | string)[]): void {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type === 'text' && !/\w:\/\//.test(child.value)) texts.push(child)
    else if (child.type === 'text') texts.push('x'.repeat(child.value.length))
    else if ('children' in child) gather(child, texts)
    else if (child.type !== 'html') texts.push(child.type === 'break' ? ' ' : 'x')
  }
}

const opening = /[\s([{\u2014\u2013\u201c\u2018/-]/

/** What is cut short at its beginning: ’90s, ’tis, rock ’n’ roll, Dutch ’t. */
const cut = /^(?:\d\ds?\b|n['’]|(?:t|tis|tisn|twas|twasn|twere|twill|twould|twixt|em|til|cause|cos|bout|neath|gainst|nuff)\b)/i

/** An opening quote follows a space or an opening bracket; an apostrophe, a letter or nothing but a digit (’90s, ’tis). */
export function curlEnglish(line: string): string {
  let open = 0
  let single = 0
  let before = ' '
  return line.replace(/[\s\S]/g, (mark, at: number) => {
    let set = mark
    const after = line.slice(at + 1, at + 8)
    const broken = open > 0 && /[\u2014\u2013-]/.test(before) && /^(?:[\s.,;:!?)]|$)/.test(after) // “Wait—” he said
    const opens = opening.test(before) && !broken
    if (mark === '"' && (opens || open > 0 || !/\d/.test(before))) { // else inches
      set = opens ? '“' : '”'
      open = Math.max(0, open + (opens ? 1 : -1))
    } else if (mark === '\'' && (single > 0 || !(/\d/.test(before) && !/^\p{L}/u.test(after)))) { // else feet
      set = opens && !cut.test(after) ? '‘' : '’'
      if (set === '‘') single += 1
      else if (!opens && !/^\p{L}/u.test(after)) single = Math.max(0, single - 1)
    }
    before = set
    return set
  })
}

/** In turn, since no space tells which is which. An apostrophe inside a Latin word is one all the same. */
export function curlChinese(line: string): string {
  const plain = line.replace(/(?<=\p{Script=Latin})'(?=\p{Script=Latin})/gu, '’')
  return turnAbout(turnAbout(plain, '"', '“', '”'), '\'', '‘', '’')
}

function turnAbout(line: string, mark: string, open: string, close: string): string {
  const count = line.split(mark).length - 1
  if (count % 2 === 1) return line
  let inside = false
  return line.replaceAll(mark, () => {
    inside = !inside
    return inside ? open : close
  })
}
