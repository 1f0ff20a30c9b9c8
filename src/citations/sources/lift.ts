/** Reference lists in the text: which of them the book takes, and in which order. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import {countByOrder} from './by-order.ts'
import {numbersCalled} from './calls.ts'
import {callRaised} from './dollars.ts'
import {acceptEscaped, isEscaped} from './escaped.ts'
import {wordsOf} from './announcements.ts'
import {addEntries, sourceOfEntry} from './gather.ts'
import {findLists, type SourceList} from './lists.ts'
import {calledIn, scopedLists, scopeList} from './scoped.ts'
import {keepLabels, markPlace, takeOut} from './take-out.ts'
import {bareTitle} from './titles.ts'
import {findRaised, findUnmarked} from './unmarked.ts'
import {reportUnread} from './unread.ts'

/** A list is taken only where the text outside it calls one of its numbers: a plain list of links stays one. */
export function liftLists(book: Book): void {
  const numbered = book.texts.flatMap(findLists)
  const known = new Set([...book.sources.keys(), ...numbered.flatMap(({entries}) => entries.map(({number}) => number))])
  for (const text of book.texts) callRaised(text, known)
  const lists = numbered.length > 0 ? numbered : countByOrder(book)
  const wanted = book.texts.flatMap(({tree, text}) => [...numbersCalled(tree, text)])
  if (wanted.some((number) => numbered.length === 0 || !known.has(number))) reportUnread(book, lists) // beside numbered notes, what has no numbers is a bibliography
  if (lists.length === 0) return
  const inside = new Set(lists.flatMap(({blocks}) => blocks))
  const called = new Set<number>()
  const readCalls = () => {
    for (const {tree, text} of book.texts) for (const node of tree.children) if (!inside.has(node)) for (const number of numbersCalled(node, text)) called.add(number)
  }
  readCalls()
  if (called.size === 0 && lists.some(isEscaped)) {
    acceptEscaped(book.texts)
    readCalls()
  }
  if (called.size === 0 && unmarkedAllowed(book)) {
    for (const text of book.texts) findUnmarked(text, lists.filter((list) => list.announced && list.text === text))
    readCalls()
  } else if (unmarkedAllowed(book)) {
    for (const text of book.texts) findRaised(text, lists.filter((list) => list.announced && list.text === text), called)
    readCalls()
  }
  for (const list of lists) numberThrough(list, called)
  const taken = lists.filter(({entries}) => entries.some(({number}) => called.has(number)))
  const groups = scopedLists(taken)
  for (const [index, list] of groups.entries()) scopeList(book, list, index + 1, groups)
  const byChapter = book.config.citations.numbering === 'by-chapter'
  const ranked = taken.filter((list) => !groups.includes(list)).toSorted((a, b) => rank(b, lists) - rank(a, lists))
  if (called.size === 0) for (const list of lists) if (list.announced && list.entries[0]?.label === 'bracket') tellUncited(book, list)
  for (const list of ranked) {
    const known = list.entries.filter(({number}) => book.sources.get(number)?.origin === 'list').length
    if (known > list.entries.length / 2) {
      const [first] = list.entries
      book.messages.push(message('source-list-second', first ? sourceOfEntry(first, list.text).place : {path: list.text.path}, {count: list.entries.length}))
      keepLabels(list)
      continue
    }
    addEntries(book, list, 0)
    if (ranked.length === 1) nameNotes(book, list)
    book.listPlace ??= placeOf(list)
    if (byChapter) markPlace(list)
    takeOut(list, byChapter)
  }
}

/** A bibliography: its numbers call nothing. */
function tellUncited(book: Book, list: SourceList): void {
  const [first] = list.entries
  if (first) book.messages.push(message('source-uncited', sourceOfEntry(first, list.text).place, {numbers: list.entries.map(({number}) => number).join(', '), count: list.entries.length}))
  keepLabels(list)
}

function placeOf({text: {path}, heading, blocks}: SourceList): {path: string; line: number} {
  return {path, line: (heading ?? blocks[0])?.position?.start.line ?? 0}
}

/** 注释 stay 注释, also where other works are listed below 参考文献. */
function nameNotes(book: Book, {heading, lead = ''}: SourceList): void {
  const title = bareTitle(heading ? wordsOf(heading) : lead)
  if (/^(?:注释|註釋|注釋|附注|附註|尾注|尾註|(?:end)?notes)$/iu.test(title)) book.notesTitle = title
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

/** Labelled lists before ordered ones, announced ones before others, those that the text above them calls before the rest,
 * later ones before earlier. */
function rank(list: SourceList, lists: SourceList[]): number {
  const {entries, announced, start} = list
  return (entries[0]?.label === 'bracket' ? 8e9 : 0) + (announced ? 4e9 : 0) + (announced && calledIn(list, lists[lists.indexOf(list) - 1]) ? 2e9 : 0) + start
}
