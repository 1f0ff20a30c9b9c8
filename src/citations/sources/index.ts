/** Step 3: sources from files, lists, definitions and markers. */
import type {Nodes, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import {message} from '../../diagnostics/index.ts'
import type {Book, ParsedText, TextFile} from '../../model/book.ts'
import {linkedGroupEnd, numbersOf} from '../linked.ts'
import {placeOf} from '../places.ts'
import {readSourceFiles} from './files.ts'
import {addSource, definitionsOf, sourceOfEntry} from './gather.ts'
import {findLists, type SourceList} from './lists.ts'

export async function gatherSources(book: Book, files: TextFile[]): Promise<void> {
  const {sources, messages} = await readSourceFiles(files)
  book.messages.push(...messages)
  for (const source of sources) addSource(book, source)
  liftLists(book)
  for (const text of book.texts) {
    const called = numbersCalled(text.tree)
    for (const source of definitionsOf(text)) if (called.has(source.number)) addSource(book, source)
  }
  for (const text of book.texts) sourcesOfMarkers(text, book)
}

/** A list is taken only where the text outside it calls one of its numbers: a plain list of links stays one. */
function liftLists(book: Book): void {
  const lists = book.texts.flatMap(findLists)
  if (lists.length === 0) return
  const inside = new Set(lists.flatMap(({blocks}) => blocks))
  const called = new Set<number>()
  for (const {tree} of book.texts) for (const node of tree.children) if (!inside.has(node)) for (const number of numbersCalled(node)) called.add(number)
  const ranked = lists.toSorted((a, b) => rank(b) - rank(a))
  for (const list of ranked) {
    if (!list.entries.some(({number}) => called.has(number))) continue
    const taken = list.entries.filter(({number}) => book.sources.get(number)?.origin === 'list').length
    if (taken > list.entries.length / 2) {
      const [first] = list.entries
      book.messages.push(message('source-list-second', first ? sourceOfEntry(first, list).place : {path: list.text.path}, {count: list.entries.length}))
      continue
    }
    for (const entry of list.entries) addSource(book, sourceOfEntry(entry, list))
    takeOut(list)
  }
}

/** Labelled lists before ordered ones, later ones before earlier, announced ones before others. */
function rank({entries, heading, start}: SourceList): number {
  return (entries[0]?.label === 'bracket' ? 4e9 : 0) + (heading ? 2e9 : 0) + start
}

/** What stands before the entries of a block stays; a heading that has nothing left goes. */
function takeOut({text, heading, blocks, held}: SourceList): void {
  const {children} = text.tree
  const gone = new Set<RootContent>()
  for (const [node, from] of held) {
    if (from <= (node.position?.start.offset ?? 0) + 3 || node.type !== 'paragraph') gone.add(node)
    else node.children = node.children.filter((child) => (child.position?.end.offset ?? 0) <= from)
  }
  const rest = blocks.filter((node) => !gone.has(node))
  if (rest.every(({type}) => type === 'thematicBreak' || type === 'heading' || type === 'definition')) {
    for (const node of rest) if (node.type !== 'definition') gone.add(node)
    if (heading) gone.add(heading)
    const before = children[children.indexOf(heading ?? blocks[0] ?? children[0] as RootContent) - 1]
    if (before?.type === 'thematicBreak') gone.add(before)
  }
  text.tree.children = children.filter((node) => !gone.has(node))
}

function numbersCalled(tree: Nodes): Set<number> {
  const numbers = new Set<number>()
  visit(tree, (node) => {
    if (node.type === 'citation' || node.type === 'citationCandidate') for (const {number} of node.items) numbers.add(number)
    else if (node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'text' && /^\[?\d{1,4}\]?$/.test(node.children[0].value)) numbers.add(Number(node.children[0].value.replace(/\D/g, '')))
  })
  return numbers
}

/** `[[1]](url)` and `[[1](url), [2](url)]`: the URL is the source's. */
function sourcesOfMarkers({tree, path, text}: ParsedText, book: Book): void {
  const give = (number: number, url: string, node: Nodes) => addSource(book, {number, csl: {type: 'webpage', URL: url}, origin: 'marker', place: placeOf(path, node.position)})
  visit(tree, (node) => {
    if (node.type === 'citation') for (const {number, url} of node.items) if (url !== undefined) give(number, url, node)
    if (!('children' in node)) return
    for (const [index, child] of node.children.entries()) {
      const end = child.type === 'link' ? linkedGroupEnd(node.children, index, text) : undefined
      for (const member of end === undefined ? [] : node.children.slice(index, end)) {
        if (member.type === 'link') for (const {number} of numbersOf(member) ?? []) give(number, member.url, member)
      }
    }
  })
}
