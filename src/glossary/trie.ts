/** Leftmost-longest search of many keys in one pass. Keys in, hits with offsets out; a plain trie of maps.
 *
 * Libraries for Aho–Corasick in JavaScript lean on Intl.Segmenter, which is super-linear on Chinese. */
import {foldCode, isLatin} from './fold.ts'

export interface Key<T> {
  /** As it must be written, where case counts. */
  text: string
  exact: boolean
  value: T
}

interface Node<T> {next: Map<number, Node<T>>; keys: Key<T>[]; /** One of the keys minds case. */ exact: boolean}

export interface Hit<T> {start: number; end: number; keys: Key<T>[]}

/** The first step is by code unit: most characters begin no term. */
export interface Trie<T> {first: (Node<T> | undefined)[]}

export function buildTrie<T>(keys: Key<T>[]): Trie<T> {
  const root: Node<T> = {next: new Map(), keys: [], exact: false}
  for (const key of keys) {
    if (key.text === '') continue
    let node = root
    for (let index = 0; index < key.text.length; index++) {
      const code = foldCode(key.text.charCodeAt(index))
      let next = node.next.get(code)
      if (!next) {
        next = {next: new Map(), keys: [], exact: false}
        node.next.set(code, next)
      }
      node = next
    }
    node.keys.push(key)
    node.exact ||= key.exact
  }
  const first = new Array<Node<T> | undefined>(0x10000).fill(undefined)
  for (let code = 0; code < 0x10000; code++) first[code] = root.next.get(foldCode(code))
  return {first}
}

/** @returns Hits from left to right, never overlapping; the longest at each place. */
export function search<T>({first}: Trie<T>, text: string): Hit<T>[] {
  const hits: Hit<T>[] = []
  for (let start = 0; start < text.length; start++) {
    const node = first[text.charCodeAt(start)]
    if (!node) continue
    const hit = longest(node, text, start)
    if (!hit) continue
    hits.push(hit)
    start = hit.end - 1
  }
  return hits
}

function longest<T>(first: Node<T>, text: string, start: number): Hit<T> | undefined {
  const inWord = isLatin(text[start]) && start > 0 && isLatin(text[start - 1])
  if (inWord) return undefined
  let node: Node<T> | undefined = first
  let found: Hit<T> | undefined
  for (let end = start + 1; node; end++) {
    if (node.keys.length > 0) {
      const stop = wordEnd(text, end)
      const keys = node.exact ? node.keys.filter(({exact, text: wanted}) => !exact || wanted === text.slice(start, end).normalize('NFKC')) : node.keys
      if (stop >= 0 && keys.length > 0) found = {start, end: stop, keys}
    }
    if (end >= text.length) break
    node = node.next.get(foldCode(text.charCodeAt(end)))
  }
  return found
}

/** @returns Where the word ends that is complete at `end`, with a plural ending taken in; -1 inside a word. */
function wordEnd(text: string, end: number): number {
  if (!isLatin(text[end - 1]) || !isLatin(text[end])) return end
  if (/\p{N}/u.test(text[end - 1] ?? '')) return -1
  for (const ending of ['s', 'es']) if (text.startsWith(ending, end) && !isLatin(text[end + ending.length])) return end + ending.length
  return -1
}
