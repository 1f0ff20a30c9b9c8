/** Bare addresses end where Chinese punctuation or a citation begins: `见https://example.org/1，后文` links no word behind the comma,
 * `https://example.org/1[2].` no number.
 *
 * GFM ends an address at white space and `<` only, for it thinks of texts with spaces between words. RFC 3986 knows no
 * such punctuation. What stood behind is read again, since it was never looked at for emphasis, citations or addresses. */
import type {Link, Nodes, PhrasingContent, Root, Text} from 'mdast'

const wide = '，。；：！？、（）《》〈〉「」『』【】“”'
/** RFC 3986 has no brackets in a path; GFM leaves the last one out of the link. */
const call = `\\[\\d{1,3}(?:$|\\](?=$|[.,;:!?)*_${wide}]|\\[\\d))`
const ending = new RegExp(`[${wide}]|${call}`, 'u')
const suspicious = new RegExp(`(?:https?:\\/\\/|www\\.)[^\\s<]*(?:[${wide}]|\\[\\d{1,3}\\])`, 'iu')

/** Changes the tree. @param text What was parsed. @param parse The same parser. */
export function endAutolinks(tree: Root, text: string, parse: (text: string) => Root): Root {
  if (suspicious.test(text)) visit(tree, text, parse)
  return tree
}

function visit(parent: Nodes, text: string, parse: (text: string) => Root): void {
  if (!('children' in parent)) return
  const owner: {children: Nodes[]} = parent
  const {children} = owner
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    const cut = node?.type === 'link' ? cutOf(node, text) : -1
    if (node?.type !== 'link' || cut < 0) {
      if (node) visit(node, text, parse)
      continue
    }
    const next = children[index + 1]
    const line = next?.type === 'text' ? firstLine(next, text) : undefined
    const from = (node.position?.start.offset ?? 0) + cut
    const rest = text.slice(from, (node.position?.end.offset ?? 0) + (line?.length ?? 0))
    const origin = {line: node.position?.start.line ?? 1, column: (node.position?.start.column ?? 1) + cut, offset: from}
    shorten(node, cut)
    if (next?.type === 'text' && line !== undefined) dropStart(next, line)
    const gone = next?.type === 'text' && next.value === '' ? 1 : 0
    const read = readRest(rest, parse)
    for (const child of read) shift(child, origin)
    children.splice(index + 1, gone, ...read)
    index += read.length
  }
}

/** @returns Where the address ends in a link that was written as nothing but its address; -1 where it is right. */
function cutOf({position, children, url}: Link, text: string): number {
  const [only] = children
  const raw = text.slice(position?.start.offset, position?.end.offset)
  return children.length === 1 && only?.type === 'text' && only.value === raw && url.endsWith(raw) ? raw.search(ending) : -1
}

/** The part of a text that stands on its first line as it does in the source. */
function firstLine({value, position}: Text, text: string): string | undefined {
  const line = /^[^\r\n]*/.exec(value)?.[0] ?? ''
  return position && text.startsWith(line, position.start.offset) ? line : undefined
}

function dropStart(node: Text, line: string): void {
  node.value = node.value.slice(line.length)
  if (node.position) node.position.start = {...node.position.start, column: node.position.start.column + line.length, offset: (node.position.start.offset ?? 0) + line.length}
}

function shorten(link: Link, cut: number): void {
  const [only] = link.children
  if (only?.type !== 'text') return
  link.url = link.url.slice(0, link.url.length - only.value.length + cut)
  only.value = only.value.slice(0, cut)
  for (const {position} of [link, only]) if (position) position.end = {...position.start, column: position.start.column + cut, offset: (position.start.offset ?? 0) + cut}
}

/** A paragraph loses the spaces at its end, which here part words from what follows. */
function readRest(rest: string, parse: (text: string) => Root): PhrasingContent[] {
  const words = rest.trimEnd()
  const tree = endAutolinks(parse(words), words, parse)
  const [first] = tree.children
  if (first?.type !== 'paragraph' || tree.children.length !== 1) return [textAt(rest, 0)]
  return words === rest ? first.children : [...first.children, textAt(rest.slice(words.length), words.length)]
}

function textAt(value: string, offset: number): Text {
  return {type: 'text', value, position: {start: {line: 1, column: offset + 1, offset}, end: {line: 1, column: offset + value.length + 1, offset: offset + value.length}}}
}

/** The rest is one line. */
function shift(node: Nodes, origin: {line: number; column: number; offset: number}): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end]) {
      point.line = origin.line
      point.column += origin.column - 1
      point.offset = (point.offset ?? 0) + origin.offset
    }
  }
  if ('children' in node) for (const child of node.children) shift(child, origin)
}
