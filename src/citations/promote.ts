/** Candidates become citations where the book has sources for them; all others get CommonMark's reading back. */
import type {FootnoteReference, Link, Nodes, Parents, PhrasingContent, Text} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Message, Place} from '../model/message.ts'
import type {Citation, CitationCandidate, CitationItem, DialectName} from '../model/nodes.ts'
import {giveBack} from './give-back.ts'
import {linkedGroupEnd, localCall, numbersOf} from './linked.ts'
import {placeOf, pointReader} from './places.ts'
import {normaliseUrl} from './sources/gather.ts'
import {eachNode} from './walk.ts'

/** Why a marker stays text; a closed list. */
export type LeftReason = 'no-sources' | 'no-such-source' | 'inside-link' | 'dialect-off' | 'other-address'

/** Numbers above this are years and the like, unless there is such a source. */
const highestUnlisted = 999

interface Verdicts {
  book: Book
  allowed: (dialect: DialectName) => boolean
  /** Dialects of which at least one marker is fully known. */
  proven: Set<DialectName>
  left: Map<LeftReason, {marker: string; places: Place[]}>
}

export function promoteMarkers(book: Book): void {
  const {dialect} = book.config.citations
  const verdicts: Verdicts = {book, allowed: (name) => dialect === 'auto' || dialect.includes(name), proven: new Set(), left: new Map()}
  for (const {tree} of book.texts) {
    eachNode(tree, (node) => {
      if (node.type === 'citationCandidate' && node.items.every(({number}) => book.sources.has(number))) verdicts.proven.add(node.dialect)
    })
  }
  for (const text of book.texts) promoteText(text, verdicts)
  book.messages.push(...[...verdicts.left].map(([reason, {marker, places}]): Message => message('citation-left', places[0] ?? {path: ''}, {marker, count: places.length, reason}, {related: places.slice(1)})))
}

function promoteText(text: ParsedText, verdicts: Verdicts): void {
  const defined = new Set<string>()
  eachNode(text.tree, (node) => {
    if (node.type === 'definition') defined.add(normalizeIdentifier(node.identifier))
    else if (node.type === 'footnoteDefinition') defined.add(`^${normalizeIdentifier(node.identifier)}`) // those that are no sources
  })
  const walk = (parent: Parents, linked: boolean): void => {
    const within = linked || parent.type === 'link' || parent.type === 'linkReference'
    for (const child of parent.children) if ('children' in child && child.type !== 'citationCandidate') walk(child, within)
    if (parent.children.some(isMarkerLike)) (parent as {children: Nodes[]}).children = promoteChildren(parent.children, {text, verdicts, defined, linked: within})
  }
  walk(text.tree, false)
}

interface Scene {text: ParsedText; verdicts: Verdicts; defined: Set<string>; linked: boolean}

function isMarkerLike(node: Nodes): boolean {
  return node.type === 'citation' || node.type === 'citationCandidate' || node.type === 'link' || (node.type === 'text' && residueWords.test(node.value))
}

function promoteChildren(children: Nodes[], scene: Scene): Nodes[] {
  const result: Nodes[] = []
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    if (!node) continue
    if (node.type === 'citationCandidate' && scene.defined.has(normalizeIdentifier(node.value.slice(1, -1))) && node.value.startsWith('[^')) append(result, footnoteCall(node))
    else if (node.type === 'citationCandidate') {
      const run = [node]
      for (let next = children[index + 1]; next?.type === 'citationCandidate' && touches(run.at(-1), next); next = children[++index + 1]) run.push(next)
      for (const piece of promoteRun(run, scene)) append(result, piece)
    } else if (node.type === 'citation') append(result, readCertain(node, scene))
    else if (node.type === 'link') append(result, readLink(node, scene))
    else if (node.type === 'text' && residueWords.test(node.value)) append(result, dropResidue(node, scene))
    else append(result, node)
  }
  return joinLinkedGroups(result, scene.text)
}

/** `[^1]` where the text has such a note: GFM's own reading. */
function footnoteCall({value, position}: CitationCandidate): FootnoteReference {
  const label = value.slice(2, -1)
  return {type: 'footnoteReference', identifier: normalizeIdentifier(label).toLowerCase(), label, ...(position ? {position} : {})}
}

/** Citations that touch are one group: `[1][2]` is printed `[1, 2]`. Text next to text is one text. */
function append(result: Nodes[], node: Nodes | undefined): void {
  const last = result.at(-1)
  if (!node) return
  if (node.type === 'citation' && last?.type === 'citation' && last.items.length > 0 && node.items.length > 0 && touches(last, node)) {
    last.value += node.value
    last.items.push(...node.items)
    if (last.position && node.position) last.position = {start: last.position.start, end: node.position.end}
  } else if (node.type === 'text' && last?.type === 'text' && touches(last, node)) {
    last.value += node.value
    if (last.position && node.position) last.position = {start: last.position.start, end: node.position.end}
  } else result.push(node)
}

function touches(before: Nodes | undefined, after: Nodes): boolean {
  return before?.position !== undefined && before.position.end.offset === after.position?.start.offset
}

const noLabels: ReadonlySet<string> = new Set()

function promoteRun(run: CitationCandidate[], {text, verdicts, defined, linked}: Scene): PhrasingContent[] {
  const reasons = run.map((node) => (linked ? 'inside-link' : reasonToLeave(node, verdicts)))
  if (reasons.every((reason) => reason === undefined)) return run.map((node) => toCitation(node, node.items))
  const pieces: PhrasingContent[] = []
  let kept: CitationCandidate[] = []
  const flush = () => {
    pieces.push(...giveBack(kept, linked ? noLabels : defined)) // no link stands in a link
    kept = []
  }
  for (const [index, node] of run.entries()) {
    const reason = reasons[index]
    if (reason === undefined) {
      flush()
      pieces.push(toCitation(node, node.items))
    } else if (reason !== 'dialect-off' && assistantMark.test(node.value)) {
      flush()
      reportResidue(node, text, verdicts)
    } else {
      kept.push(node)
      leave(reason, node, text, verdicts)
    }
  }
  flush()
  return pieces
}

function reasonToLeave({dialect, items}: CitationCandidate, {book, allowed, proven}: Verdicts): LeftReason | undefined {
  if (!allowed(dialect)) return 'dialect-off'
  if (book.sources.size === 0) return 'no-sources'
  if (items.every(({number}) => book.sources.has(number))) return undefined
  return proven.has(dialect) && items.every(({number}) => number <= highestUnlisted || book.sources.has(number)) ? undefined : 'no-such-source'
}

function leave(reason: LeftReason, node: Nodes & {value?: string}, {path}: ParsedText, {left}: Verdicts): void {
  const known = left.get(reason) ?? {marker: 'value' in node ? String(node.value) : toString(node), places: []}
  known.places.push(placeOf(path, node.position))
  left.set(reason, known)
}

function toCitation({value, dialect, position}: CitationCandidate, items: CitationItem[]): Citation {
  return {type: 'citation', value, dialect, items, ...(position ? {position} : {})}
}

/** Residue is reported and goes; a marker of a dialect that is switched off is text. */
function readCertain(node: Citation, {text, verdicts, linked}: Scene): PhrasingContent | undefined {
  if (!verdicts.allowed(node.dialect) || (linked && node.items.length > 0)) {
    leave(linked ? 'inside-link' : 'dialect-off', node, text, verdicts)
    return {type: 'text', value: node.value, ...(node.position ? {position: node.position} : {})}
  }
  if (node.items.length > 0) return node
  reportResidue(node, text, verdicts)
  return undefined
}

function reportResidue({value, position}: {value: string; position?: Nodes['position']}, {path}: ParsedText, {book}: Verdicts): void {
  book.messages.push(message('citation-residue', placeOf(path, position), {marker: value.replace(/[\ue000-\uf8ff]/gu, '·')}))
}

/** Marks that assistants write and authors do not: without a source they are residue, not text. */
const assistantMark = /^(?:\[(?:cite|citation)\s*:|[【[]\d+(?::\d+)?†)/iu
/** Words that a writing assistant's own marks leave when their private characters are lost, and marks that never close. */
const residueWords = /\ue200(?:file)?cite[\ue202-\ue2ff\w]*|(?:file)?cite(?:turn\d+[a-z]+\d+)+|:contentReference\[oaicite:\d+\]?(?:\{[^}\s]*\}?)?|\[oaicite:\d+\]|\boaicite:\d+|oai_citation(?:_attribution)?:\d+‡|【\d+(?::\d+)?†[^】\s]*|\[cite_(?:start|end)|\[cite:\s*\d+(?:\s*,\s*\d+)*(?!\s*[\],\d])/u

function dropResidue(node: Text, {text, verdicts}: Scene): Text {
  const start = node.position?.start.offset ?? 0
  const pointAt = pointReader(text.text)
  let from = start
  const value = node.value.replace(new RegExp(residueWords, 'gu'), (marker) => {
    const offset = text.text.indexOf(marker, from)
    from = offset + marker.length
    const {line, column} = pointAt(offset)
    verdicts.book.messages.push(message('citation-residue', {path: text.path, line, column}, {marker: marker.replace(/[\ue000-\uf8ff]/gu, '·')}))
    return ''
  })
  return {...node, value}
}

/** `[1](url)`: a citation where source 1 has that address, or none of its own; else a plain link. */
function readLink(link: Link, {text, verdicts, linked}: Scene): PhrasingContent {
  const items = linked ? undefined : numbersOf(link)
  const local = linked ? undefined : localCall(link)
  if (local && verdicts.allowed('bracket') && verdicts.book.sources.has(local.number)) return {type: 'citation', value: sliceOf(link, text), dialect: 'bracket', items: [local], ...(link.position ? {position: link.position} : {})}
  const [item] = items ?? []
  if (!item || !verdicts.allowed('double-bracket-link')) return link
  const source = verdicts.book.sources.get(item.number)
  if (!source) return link
  const address = source.csl?.URL
  if (address !== undefined && normaliseUrl(address) !== normaliseUrl(link.url)) {
    if (!isAddressIn(source.verbatim, link.url)) {
      leave('other-address', link, text, verdicts)
      return link
    }
  }
  return {type: 'citation', value: sliceOf(link, text), dialect: 'double-bracket-link', items: [{...item, url: link.url}], ...(link.position ? {position: link.position} : {})}
}

function isAddressIn(verbatim: string | undefined, url: string): boolean {
  return verbatim?.includes(url) ?? false
}

function sliceOf({position}: Nodes, {text}: ParsedText): string {
  return position ? text.slice(position.start.offset, position.end.offset) : ''
}

/** `[[1](url), [2](url)]`: the outer brackets are part of the marker. */
function joinLinkedGroups(children: Nodes[], text: ParsedText): Nodes[] {
  if (!children.some((node) => node.type === 'citation' && node.dialect === 'double-bracket-link' && node.value.startsWith('[') && !node.value.startsWith('[['))) return children
  const result: Nodes[] = []
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    const end = node ? linkedGroupEnd(children, index, text.text) : undefined
    const last = result.at(-1)
    if (!node || end === undefined || last?.type !== 'text') {
      if (node) result.push(node)
      continue
    }
    const members = children.slice(index, end).filter((child): child is Citation => child.type === 'citation')
    const after = children[end]
    last.value = last.value.slice(0, -1)
    if (after?.type === 'text') after.value = after.value.slice(1)
    const [first] = members
    const close = members.at(-1)
    const position = first?.position && close?.position ? {position: {start: first.position.start, end: close.position.end}} : {}
    result.push({type: 'citation', dialect: 'double-bracket-link', value: `[${children.slice(index, end).map((child) => ('value' in child ? child.value : '')).join('')}]`, items: members.flatMap(({items}) => items), ...position})
    index = end - 1
  }
  return result
}
