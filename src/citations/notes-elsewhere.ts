/** Calls of footnotes whose note does not stand in their file: it is another's, or nowhere.
 *
 * To Markdown such a call is text. The note of another file is meant where the book has one of its label only, which its own
 * file does not call: notes gathered in a file of their own. */
import type {FootnoteReference, Nodes, Text} from 'mdast'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {placeOf} from './places.ts'
import {eachNode} from './walk.ts'

interface Home {place: Place; called: boolean}

export interface NotesElsewhere {
  /** By identifier. */
  homes: Map<string, Home[]>
  /** Calls without a note, by label. */
  lost: Map<string, Place[]>
}

export function readNotes(texts: ParsedText[]): NotesElsewhere {
  const homes = new Map<string, Home[]>()
  for (const {path, tree, text} of texts) {
    if (!text.includes('[^')) continue
    const own = new Map<string, Home>()
    const called = new Set<string>()
    eachNode(tree, (node) => {
      if (node.type === 'footnoteDefinition' && !own.has(node.identifier)) own.set(node.identifier, {place: placeOf(path, node.position), called: false})
      else if (node.type === 'footnoteReference') called.add(node.identifier)
      else if (node.type === 'citationCandidate') called.add(labelOf(node.value) ?? '')
    })
    for (const [label, home] of own) homes.set(label, [...(homes.get(label) ?? []), {...home, called: called.has(label)}])
  }
  return {homes, lost: new Map()}
}

/** @returns Label of `[^1]`. */
export function labelOf(marker: string): string | undefined {
  return /^\[\^([1-9]\d*)\]$/.exec(marker)?.[1]
}

export function isElsewhere(label: string, path: string, {homes}: NotesElsewhere): boolean {
  const [home, ...more] = homes.get(identify(label)) ?? []
  return home !== undefined && more.length === 0 && !home.called && home.place.path !== path
}

function identify(label: string): string {
  return normalizeIdentifier(label).toLowerCase()
}

export function tellLost(label: string, place: Place, {lost}: NotesElsewhere): void {
  lost.set(label, [...(lost.get(label) ?? []), place])
}

export function reportLost(book: Book, {homes, lost}: NotesElsewhere): void {
  for (const [label, [first, ...related]] of lost) {
    const [home] = homes.get(identify(label)) ?? []
    const where = home ? {en: `stands in ${home.place.path}`, zh: `在 ${home.place.path} 中`} : {en: 'stands nowhere', zh: '全书都没有'}
    if (first) book.messages.push(message('footnote-undefined', first, {label, where}, {related: home ? [...related, home.place] : related}))
  }
}

/** Calls by name, which no candidate holds: `[^name]` in the words of a text, where another file has a note of this name. */
export function callNamed({path, text, tree}: ParsedText, notes: NotesElsewhere): void {
  const named = [...notes.homes].flatMap(([label, homes]) => (!/^\d+$/.test(label) && homes.every(({place}) => place.path !== path) ? [label] : []))
  if (named.length === 0 || !text.includes('[^')) return
  eachNode(tree, (parent) => {
    if (!('children' in parent) || !parent.children.some((child) => child.type === 'text' && child.value.includes('[^'))) return
    const owner: {children: Nodes[]} = parent
    owner.children = owner.children.flatMap((node) => (node.type === 'text' ? splitCalls(node, named, path, text, notes) : [node]))
  })
}

/** Only of words that stand so in the file: `\[^name]` is escaped. */
function splitCalls(node: Text, named: string[], path: string, text: string, notes: NotesElsewhere): Nodes[] {
  const {position, value} = node
  if (!position || text.slice(position.start.offset, position.end.offset) !== value) return [node]
  return value.split(/(\[\^[^\]\s[]+\])/).flatMap((part, index): Nodes[] => {
    const label = part.slice(2, -1)
    if (index % 2 === 0 || !named.includes(identify(label))) return part === '' ? [] : [{type: 'text', value: part, position}]
    if (isElsewhere(label, path, notes)) return [noteCall(part, position)]
    tellLost(label, placeOf(path, position), notes)
    return [{type: 'text', value: part, position}]
  })
}

/** `[^1]` where there is such a note: GFM's own reading. */
export function noteCall(marker: string, position: Text['position']): FootnoteReference {
  const label = marker.slice(2, -1)
  return {type: 'footnoteReference', identifier: identify(label), label, ...(position ? {position} : {})}
}
