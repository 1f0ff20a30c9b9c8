/** Reports whose parts have lists of their own that each start at 1: calls and sources of a part get numbers of their own. */
import type {RootContent} from 'mdast'
import type {Book} from '../../model/book.ts'
import {scopedNumber, writtenNumber} from '../scopes.ts'
import {eachNode} from '../walk.ts'
import {numbersCalled} from './calls.ts'
import {addEntries} from './gather.ts'
import type {SourceList} from './lists.ts'

/** Lists that start again, each announced and each called by the text before it. */
export function scopedLists(lists: SourceList[]): SourceList[] {
  const announced = lists.filter((list) => list.announced)
  const again = announced.filter((list) => announced.some((other) => other !== list && overlaps(list, other)))
  return again.every((list, index) => calledIn(list, again[index - 1])) ? again : []
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

export function calledIn(list: SourceList, before: SourceList | undefined): boolean {
  const numbers = new Set(list.entries.map(({number}) => number))
  return partOf(list, before).some((node) => [...numbersCalled(node)].some((number) => numbers.has(number)))
}

/** Sources and calls of a part get numbers of their own; the list is set where it stood. */
export function scopeList(book: Book, list: SourceList, scope: number, groups: SourceList[]): void {
  for (const node of partOf(list, groups[groups.indexOf(list) - 1])) {
    eachNode(node, (child) => {
      if (child.type !== 'citation' && child.type !== 'citationCandidate') return
      for (const item of child.items) item.number = scopedNumber(writtenNumber(item.number), scope)
    })
  }
  addEntries(book, list, scope)
  const {children} = list.text.tree
  const [first] = list.held.keys()
  const at = first ? children.indexOf(first) : -1
  if (at < 0) return
  children.splice(at, 0, {type: 'block', data: {hName: 'ol', hProperties: {className: ['references']}, sources: scope}, children: []})
  list.text.tree.children = children.filter((node) => !list.held.has(node))
}
