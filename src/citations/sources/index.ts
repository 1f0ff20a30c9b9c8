/** Step 3: sources from files, lists, definitions and markers. */
import type {Nodes} from 'mdast'
import type {Book, ParsedText, TextFile} from '../../model/book.ts'
import {linkedGroupEnd, numbersOf} from '../linked.ts'
import {placeOf} from '../places.ts'
import {eachNode} from '../walk.ts'
import {isAnnouncement, sectionEnd} from './announcements.ts'
import {numbersCalled} from './calls.ts'
import {readSourceFiles} from './files.ts'
import {dropEscaped} from './escaped.ts'
import {liftFootnotes} from './footnotes.ts'
import {addSource, definitionsOf} from './gather.ts'
import {liftLists} from './lift.ts'

export async function gatherSources(book: Book, files: TextFile[]): Promise<void> {
  const {sources, messages} = await readSourceFiles(files)
  book.messages.push(...messages)
  for (const source of sources) addSource(book, source)
  for (const text of book.texts) liftFootnotes(text, book)
  liftLists(book)
  dropEscaped(book.texts) // before all else that reads words
  for (const text of book.texts) {
    const called = numbersCalled(text.tree, text.text)
    for (const source of definitionsOf(text)) if (called.has(source.number)) addSource(book, source)
  }
  for (const text of book.texts) sourcesOfMarkers(text, book)
  for (const text of book.texts) dropEmptied(text, book)
}

/** A heading of sources above nothing but definitions, which are printed in our list. */
function dropEmptied({tree}: ParsedText, book: Book): void {
  const {children} = tree
  const given = [...book.sources.values()].some(({origin}) => origin === 'definition')
  if (!given || !children.some(({type}) => type === 'definition')) return
  tree.children = children.filter((node, index) => {
    const section = isAnnouncement(node) ? children.slice(index + 1, sectionEnd(children, index)) : []
    return !section.every(({type}) => type === 'definition' || type === 'thematicBreak') || !section.some(({type}) => type === 'definition')
  })
}

/** `[[1]](url)` and `[[1](url), [2](url)]`: the URL is the source's. */
function sourcesOfMarkers({tree, path, text}: ParsedText, book: Book): void {
  const give = (number: number, url: string, node: Nodes) => addSource(book, {number, csl: {type: 'webpage', URL: url}, origin: 'marker', place: placeOf(path, node.position)})
  eachNode(tree, (node) => {
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
