/** Step 3: sources from files, lists, definitions and markers. */
import type {Nodes, RootContent} from 'mdast'
import {message} from '../../diagnostics/index.ts'
import type {Book, ParsedText, TextFile} from '../../model/book.ts'
import {linkedGroupEnd, numbersOf} from '../linked.ts'
import {placeOf} from '../places.ts'
import {scopedNumber, writtenNumber} from '../scopes.ts'
import {eachNode} from '../walk.ts'
import {readSourceFiles} from './files.ts'
import {addSource, definitionsOf, sourceOfEntry} from './gather.ts'
import {liftFootnotes} from './footnotes.ts'
import {findLists, isAnnouncement, type SourceList, sectionEnd} from './lists.ts'
import {findUnmarked} from './unmarked.ts'

export async function gatherSources(book: Book, files: TextFile[]): Promise<void> {
  const {sources, messages} = await readSourceFiles(files)
  book.messages.push(...messages)
  for (const source of sources) addSource(book, source)
  for (const text of book.texts) liftFootnotes(text, book)
  liftLists(book)
  for (const text of book.texts) {
    const called = numbersCalled(text.tree)
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
    return section.length === 0 || !section.every(({type}) => type === 'definition' || type === 'thematicBreak') || !section.some(({type}) => type === 'definition')
  })
}

/** A list is taken only where the text outside it calls one of its numbers: a plain list of links stays one. */
function liftLists(book: Book): void {
  const lists = book.texts.flatMap(findLists)
  if (lists.length === 0) return
  const inside = new Set(lists.flatMap(({blocks}) => blocks))
  const called = new Set<number>()
  const readCalls = () => {
    for (const {tree} of book.texts) for (const node of tree.children) if (!inside.has(node)) for (const number of numbersCalled(node)) called.add(number)
  }
  readCalls()
  if (called.size === 0 && unmarkedAllowed(book)) {
    for (const text of book.texts) findUnmarked(text, lists.filter((list) => list.announced && list.text === text))
    readCalls()
  }
  for (const list of lists) numberThrough(list, called)
  const taken = lists.filter(({entries}) => entries.some(({number}) => called.has(number)))
  const groups = scopedLists(taken)
  for (const [index, list] of groups.entries()) scopeList(book, list, index + 1, groups)
  const ranked = taken.filter((list) => !groups.includes(list)).toSorted((a, b) => rank(b, lists) - rank(a, lists))
  for (const list of ranked) {
    const known = list.entries.filter(({number}) => book.sources.get(number)?.origin === 'list').length
    if (known > list.entries.length / 2) {
      const [first] = list.entries
      book.messages.push(message('source-list-second', first ? sourceOfEntry(first, list.text).place : {path: list.text.path}, {count: list.entries.length}))
      keepLabels(list)
      continue
    }
    for (const entry of list.entries) addSource(book, sourceOfEntry(entry, list.text))
    takeOut(list)
  }
}

function unmarkedAllowed({config: {citations: {dialect}}}: Book): boolean {
  return dialect === 'auto' || dialect.includes('unmarked')
}

/** `### Books` 1. 2., `### Web` 1. 2. in one section: Markdown starts again, the text that calls 3 and 4 counts on. */
function numberThrough({entries, announced}: SourceList, called: ReadonlySet<number>): void {
  const restarts = entries.some(({number, label}, index) => label === 'ordered' && number === 1 && index > 0)
  const highest = Math.max(...entries.map(({number}) => number))
  if (!announced || !restarts || ![...called].some((number) => number > highest && number <= entries.length)) return
  for (const [index, entry] of entries.entries()) entry.number = index + 1
}

/** Lists that start again, each announced and each called by the text before it. */
function scopedLists(lists: SourceList[]): SourceList[] {
  const announced = lists.filter((list) => list.announced)
  const again = announced.filter((list) => announced.some((other) => other !== list && overlaps(list, other)))
  return again.length > 1 && again.every((list, index) => calledIn(list, again[index - 1])) ? again : []
}

function overlaps(list: SourceList, other: SourceList): boolean {
  const numbers = new Set(other.entries.map(({number}) => number))
  return list.entries.filter(({number}) => numbers.has(number)).length > Math.min(list.entries.length, other.entries.length) / 2
}

/** The text that a list stands for: from the end of the list before it. */
function partOf({text, start}: SourceList, before: SourceList | undefined): RootContent[] {
  const from = before?.text === text ? before.end : 0
  return text.tree.children.filter(({position}) => position && (position.start.offset ?? 0) >= from && (position.end.offset ?? 0) <= start)
}

function calledIn(list: SourceList, before: SourceList | undefined): boolean {
  const numbers = new Set(list.entries.map(({number}) => number))
  return partOf(list, before).some((node) => [...numbersCalled(node)].some((number) => numbers.has(number)))
}

/** Sources and calls of a part get numbers of their own; the list is set where it stood. */
function scopeList(book: Book, list: SourceList, scope: number, groups: SourceList[]): void {
  for (const node of partOf(list, groups[groups.indexOf(list) - 1])) {
    eachNode(node, (child) => {
      if (child.type !== 'citation' && child.type !== 'citationCandidate') return
      for (const item of child.items) item.number = scopedNumber(writtenNumber(item.number), scope)
    })
  }
  for (const entry of list.entries) addSource(book, {...sourceOfEntry(entry, list.text), number: scopedNumber(entry.number, scope)})
  const {children} = list.text.tree
  const [first] = list.held.keys()
  const at = first ? children.indexOf(first) : -1
  if (at < 0) return
  children.splice(at, 0, {type: 'block', data: {hName: 'ol', hProperties: {className: ['references']}, sources: scope}, children: []})
  list.text.tree.children = children.filter((node) => !list.held.has(node))
}

/** Labelled lists before ordered ones, announced ones before others, those that the text above them calls before the rest,
 * later ones before earlier. */
function rank(list: SourceList, lists: SourceList[]): number {
  const {entries, announced, start} = list
  return (entries[0]?.label === 'bracket' ? 8e9 : 0) + (announced ? 4e9 : 0) + (announced && calledIn(list, lists[lists.indexOf(list) - 1]) ? 2e9 : 0) + start
}

/** A list that stays in the text: its labels name its own entries and call nothing. */
function keepLabels({entries, held}: SourceList): void {
  const labels = new Set(entries.map(({offset}) => offset))
  for (const block of held.keys()) eachNode(block, (parent) => {
    if (!('children' in parent) || !parent.children.some(({type}) => type === 'citationCandidate')) return
    const owner: {children: Nodes[]} = parent
    owner.children = owner.children.map((node): Nodes => (node.type === 'citationCandidate' && labels.has(node.position?.start.offset ?? -1) ? {type: 'text', value: node.value, ...(node.position ? {position: node.position} : {})} : node))
  })
}

/** What stands before the entries of a block stays. A heading that has nothing left goes; one that has is marked, so that
 * what is left is printed above our list. */
function takeOut({text, heading, blocks, held}: SourceList): void {
  const {children} = text.tree
  const gone = new Set<RootContent>()
  for (const [node, from] of held) {
    if (from <= (node.position?.start.offset ?? 0) + 3 || node.type !== 'paragraph') gone.add(node)
    else node.children = node.children.filter((child) => (child.position?.end.offset ?? 0) <= from)
  }
  const rest = blocks.filter((node) => !gone.has(node) && node.type !== 'definition')
  const bare = rest.every(({type}) => type === 'thematicBreak' || type === 'heading')
  for (const [index, node] of rest.entries()) {
    const next = rest[index + 1]
    if (node.type === 'thematicBreak' || (node.type === 'heading' && (!next || next.type === 'heading' || held.has(blocks[blocks.indexOf(node) + 1] as RootContent)))) gone.add(node)
  }
  if (heading && (bare || heading.type !== 'heading')) {
    gone.add(heading)
    const before = children[children.indexOf(heading) - 1]
    if (before?.type === 'thematicBreak') gone.add(before)
  } else if (heading) heading.data = {...heading.data, sources: 0}
  if (!heading) for (const node of children.slice(children.findLastIndex((child) => !gone.has(child) && child.type !== 'thematicBreak') + 1)) gone.add(node)
  text.tree.children = children.filter((node) => !gone.has(node))
}

function numbersCalled(tree: Nodes): Set<number> {
  const numbers = new Set<number>()
  eachNode(tree, (node) => {
    if (node.type === 'citation' || node.type === 'citationCandidate') for (const {number} of node.items) numbers.add(number)
    else if (node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'text' && /^\[?\d{1,4}\]?$/.test(node.children[0].value)) numbers.add(Number(node.children[0].value.replace(/\D/g, '')))
  })
  return numbers
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
