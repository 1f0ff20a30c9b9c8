/** Candidates become citations where the book has sources for them; all others get CommonMark's reading back. */
import type {Nodes, Parents, PhrasingContent, Root} from 'mdast'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Message} from '../model/message.ts'
import type {Citation, CitationCandidate, CitationItem, DialectName} from '../model/nodes.ts'
import {giveBack} from './give-back.ts'
import {callNamed, isElsewhere, labelOf, noteCall, readNotes, reportLost, tellLost} from './notes-elsewhere.ts'
import {placeOf} from './places.ts'
import {joinLinkedGroups, readLink} from './promote-link.ts'
import {joinRanges} from './ranges.ts'
import {assistantMark, closeGap, dropResidue, reportResidue, residueWords} from './residue.ts'
import {tighten} from './tighten.ts'
import {isDocumentNumber, isExpressionAt, leave, reasonToLeave, type Scene, type Verdicts} from './verdicts.ts'
import {eachNode} from './walk.ts'

export function promoteMarkers(book: Book): void {
  const {dialect} = book.config.citations
  const verdicts: Verdicts = {book, allowed: (name) => dialect === 'auto' || dialect.includes(name), proven: new Set(), left: new Map(), notes: readNotes(book.texts)}
  for (const {tree, text} of book.texts) {
    eachNode(tree, (node) => {
      if (node.type === 'citation' && node.dialect === 'caret') verdicts.proven.add('caret') // notes that are the list
      if (node.type === 'citationCandidate' && node.items.every(({number}) => book.sources.has(number)) && !isExpressionAt(node, text)) verdicts.proven.add(node.dialect)
    })
  }
  for (const text of book.texts) callNamed(text, verdicts.notes)
  for (const text of book.texts) promoteText(text, verdicts)
  reportLost(book, verdicts.notes)
  book.messages.push(...[...verdicts.left].map(([reason, {marker, places}]): Message => message('citation-left', places[0] ?? {path: ''}, {marker, count: places.length, reason}, {related: places.slice(1)})))
}

/** Words that stand in no tree of a text, as a title of an image: read as all others, and nothing is told of what stays.
 * @param children Read by the citation syntax too, from `words`. */
export function promoteWords(children: PhrasingContent[], words: string, path: string, book: Book): PhrasingContent[] {
  const {dialect} = book.config.citations
  const tree: Root = {type: 'root', children: [{type: 'paragraph', children}]}
  const text: ParsedText = {path, text: words, tree, frontMatter: {}}
  const proven = new Set<DialectName>()
  eachNode(tree, (node) => {
    if (node.type === 'citationCandidate' && node.items.every(({number}) => book.sources.has(number)) && !isExpressionAt(node, words)) proven.add(node.dialect)
  })
  promoteText(text, {book, allowed: (name) => dialect === 'auto' || dialect.includes(name), proven, left: new Map(), notes: readNotes([])})
  const [paragraph] = tree.children
  return paragraph?.type === 'paragraph' ? paragraph.children : []
}

function promoteText(text: ParsedText, verdicts: Verdicts): void {
  const defined = new Set<string>()
  eachNode(text.tree, (node) => {
    if (node.type === 'definition') defined.add(normalizeIdentifier(node.identifier))
    else if (node.type === 'footnoteDefinition') defined.add(`^${normalizeIdentifier(node.identifier)}`) // those that are no sources
  })
  const notes = [...defined].some((label) => /^\^\d+$/.test(label))
  const walk = (parent: Parents, linked: boolean): void => {
    const within = linked || parent.type === 'link' || parent.type === 'linkReference'
    for (const child of parent.children) if ('children' in child && child.type !== 'citationCandidate') walk(child, within)
    if (parent.children.some(isMarkerLike)) (parent as {children: Nodes[]}).children = promoteChildren(parent.children, {text, verdicts, defined, notes, linked: within})
  }
  walk(text.tree, false)
}

function isMarkerLike(node: Nodes): boolean {
  return node.type === 'citation' || node.type === 'citationCandidate' || node.type === 'link' || (node.type === 'text' && residueWords.test(node.value))
}

/** A link that the author wrote as HTML, to another place than one of this text. */
const openLink = /^<a\s[^<>]*href=["']?[^#"'\s]/i

/** Code that the author wrote as HTML: as in code of Markdown, nothing in it calls a source. */
const codeTag = /^<(\/?)(?:code|kbd|samp|pre)(?![a-z\d-])[^>]*>$/i

function promoteChildren(children: Nodes[], around: Scene): Nodes[] {
  const result: Nodes[] = []
  let scene = around
  let inCode = 0
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    if (!node) continue
    if (node.type === 'html' && /^<\/?a\b/i.test(node.value)) scene = {...around, linked: around.linked || openLink.test(node.value)}
    const [tag, closes] = (node.type === 'html' && codeTag.exec(node.value)) || []
    if (tag !== undefined) inCode = Math.max(0, inCode + (closes === '' ? 1 : -1))
    if (inCode > 0 && (node.type === 'citation' || node.type === 'citationCandidate')) append(result, {type: 'text', value: node.value, ...(node.position ? {position: node.position} : {})})
    else if (node.type === 'citationCandidate' && callsNote(node, scene)) append(result, noteCall(node.value, node.position))
    else if (node.type === 'citationCandidate') {
      const run = [node]
      for (let next = children[index + 1]; next?.type === 'citationCandidate' && touches(run.at(-1), next); next = children[++index + 1]) run.push(next)
      const pieces = promoteRun(run, scene)
      for (const piece of pieces) append(result, piece)
      if (pieces.length === 0) closeGap(result.at(-1), children[index + 1])
    } else if (node.type === 'citation') {
      const read = readCertain(node, scene)
      if (read) append(result, read)
      else closeGap(result.at(-1), children[index + 1])
    }
    else if (node.type === 'link') append(result, readLink(node, scene))
    else if (node.type === 'text' && residueWords.test(node.value)) append(result, dropResidue(node, scene))
    else append(result, node)
  }
  return tighten(joinRanges(joinLinkedGroups(result, scene.text)))
}

/** `[^1]` where the text has such a note, or another file has it for this one. */
function callsNote({value}: CitationCandidate, {defined, text, verdicts}: Scene): boolean {
  if (!value.startsWith('[^')) return false
  const label = labelOf(value)
  return defined.has(normalizeIdentifier(value.slice(1, -1))) || (label !== undefined && isElsewhere(label, text.path, verdicts.notes))
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

function promoteRun(run: CitationCandidate[], scene: Scene): PhrasingContent[] {
  const {text, verdicts, defined, linked} = scene
  const reasons = run.map((node) => reasonToLeave(node, scene))
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
      const label = reason === 'expression' || reason === 'inside-link' ? undefined : labelOf(node.value)
      if (isDocumentNumber(node, text.text)) continue
      if (label === undefined) leave(reason, node, text, verdicts)
      else tellLost(label, placeOf(text.path, node.position), verdicts.notes)
    }
  }
  flush()
  return pieces
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
