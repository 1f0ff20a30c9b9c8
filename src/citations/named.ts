/** Author and year in the text instead of numbers (`citations.style: author-date`).
 *
 * Before the calls are printed: letters tell sources of one author and one year apart, in the order of the list. */
import type {Nodes, Parent, Text} from 'mdast'
import type {Book, CslItem, Source, SourceCall} from '../model/book.ts'
import type {Locale} from '../model/locale.ts'
import type {Citation} from '../model/nodes.ts'
import {scopeOf} from './scopes.ts'
import {readLead} from './sources/lead.ts'
import {styleOf} from './styles/index.ts'
import {type Surroundings, surroundingsIn} from './surroundings.ts'
import {isChinese, type Style, yearOf} from './styles/part.ts'
import {plainOf} from './styles/rich-text.ts'
import {shortNames} from './styles/who.ts'

/** Fills `call` of every source that is known by name or by year; the others keep their numbers. */
export function nameSources(book: Book, locale: Locale): void {
  const style = styleOf(book.config.citations.style, book.config.language)
  if (!style.inText) return
  const groups = new Map<string, Source[]>()
  for (const [number, source] of book.sources) {
    const call = callOf(source, style, locale)
    if (!call) continue
    source.call = call
    const key = JSON.stringify([scopeOf(number), call.who, call.year])
    groups.set(key, [...(groups.get(key) ?? []), source])
  }
  const {compare} = collatorOf(style)
  for (const group of groups.values()) {
    if (group.length > 1) group.sort((a, b) => compare(a.call?.key ?? '', b.call?.key ?? '')).forEach(addLetter)
  }
}

export function collatorOf({inText}: Style): Intl.Collator {
  return new Intl.Collator(inText?.collation ?? 'en')
}

function callOf(source: Source, {inText, sortKey}: Style, locale: Locale): Source['call'] {
  const {csl, verbatim, printed, lang = locale.tag} = source
  const lead = csl?.title || verbatim === undefined ? undefined : readLead(verbatim)
  const item: CslItem | undefined = lead && verbatim !== undefined ? {type: 'document', author: lead.names, issued: {literal: lead.year}, title: verbatim.slice(lead.title)} : csl
  if (printed || !item?.title || !inText) return undefined
  const who = inText.who(item, lang)
  if (who === undefined) return undefined
  return {who: plainOf(who), names: shortNames(item), year: yearOf(item.issued) ?? (isChinese(lang) ? locale.text('references.undated') : 'n.d.'), key: plainOf(sortKey?.(item, lang) ?? who), ...(lead && verbatim !== undefined ? {yearEnd: lead.end} : {})}
}

/** `2017a`, `n.d.-a` (APA 7, 8.19; GB/T 7714). A letter of the author's own stays. */
function addLetter({call}: Source, index: number): void {
  if (!call || /\d[a-z]$/.test(call.year)) return
  call.letter = `${/\d$/.test(call.year) ? '' : '-'}${lettersOf(index)}`
  call.year += call.letter
}

/** a … z, aa, ab … */
function lettersOf(index: number): string {
  return `${index >= 26 ? lettersOf(Math.floor(index / 26) - 1) : ''}${String.fromCharCode(97 + (index % 26))}`
}

/** Labels of the calls, and how each stands in its sentence. */
export function nameCalls(book: Book, locale: Locale): void {
  if (![...book.sources.values()].some(({call}) => call)) return
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return
    if (node.children.some(({type}) => type === 'text' || type === 'citation')) for (const around of surroundingsIn(node)) nameCall(around, book, locale)
    else node.children.forEach(walk)
  }
  for (const {tree} of book.chapters) walk(tree)
}

/** Behind a mark, a word that sends there, or one that links: other words are a claim, and the name would run into it. */
const leadsIn = /(?:^|[（(，,；;：:、。.\uFFFC]|[见見参參阅閱自如据據又和与與及]|\b(?:see|also|and|or|in|by|from|of|per|via|to|than|with|cf))\s*$/iu

function nameCall({node, parent, before, behind, enclosed}: Surroundings, {sources}: Book, {fullWidth}: Locale): void {
  const calls = node.items.map(({number}) => sources.get(number)?.call)
  if (!calls.some(Boolean)) return
  for (const [index, item] of node.items.entries()) {
    const call = calls[index]
    if (call) item.label = `${call.who}${fullWidth ? '，' : ', '}${call.year}`
  }
  const [first] = calls
  const bare = first !== undefined && node.items.length === 1 && namesAlready(before, first)
  const runsOn = bare ? /^\s*[\p{L}\p{N}]/u : fullWidth ? /^[\p{L}\p{N}]/u : undefined // the year would run into the sentence
  node.named = {...(bare ? {bare} : {}), ...(enclosed && (bare || leadsIn.test(before)) && !runsOn?.test(behind) ? {enclosed} : {})}
  spaceCall(node, parent, before, fullWidth)
}

/** Markers are raised and touch the words beside them; names and brackets do not, but in Chinese. */
function spaceCall(node: Citation, parent: Parent, before: string, fullWidth: boolean): void {
  const {bare, enclosed} = node.named ?? {}
  const at = parent.children.indexOf(node)
  const [last, next] = [parent.children[at - 1], parent.children[at + 1]]
  if (!fullWidth && next?.type === 'text' && /^[\p{L}\p{N}]/u.test(next.value)) next.value = ` ${next.value}`
  const touches = fullWidth ? !enclosed || !/[\p{Script=Latin}\d.]$/u.test(before) : /(?:^|[\s([{“‘—–/（]|(?:^|[\s([{])["'])$/u.test(before)
  if (touches || (bare && enclosed)) return
  if (last?.type === 'text') last.value += ' '
  else if (last) parent.children.splice(at, 0, {type: 'text', value: ' '} satisfies Text)
}

/** GB/T 7714 and APA 7, 8.11: where the sentence names who wrote it, the year only stands in brackets. */
function namesAlready(left: string, {who, names}: SourceCall): boolean {
  const name = who.replace(/等$| et al\.$/u, '')
  const others = /(?:['’]s)?\s*(?:等人|等学者|等|et al\.?|and (?:his |her |their )?colleagues)?\s*$/iu
  const rest = left.slice(-(name.length + 40)).replace(others, '').replace(/\sand\s(?=\S+$)/u, ' & ')
  return (rest.endsWith(name) && isWhole(name, rest.slice(0, -name.length))) || listsNames(left.trimEnd(), names)
}

/** Han need no space before a name. */
function isWhole(name: string, before: string): boolean {
  return /\p{Script=Han}/u.test(name) || !/[\p{L}\p{N}]$/u.test(before)
}

/** `刘知远、孙茂松`, `Vaswani, Shazeer, and Parmar`: from the first on, and nothing but names. */
function listsNames(left: string, names: string[]): boolean {
  const [first, ...others] = names
  const at = first === undefined || others.length === 0 ? -1 : left.lastIndexOf(first)
  if (first === undefined || at < 0 || left.length - at > 200 || !isWhole(first, left.slice(0, at))) return false
  const listed = left.slice(at + first.length).split(/\s*[、，,&]\s*(?:and\s+)?|\s+and\s+|\s*[和与與及]\s*/u).slice(1)
  return listed.length > 0 && listed.every((name) => others.includes(name))
}
