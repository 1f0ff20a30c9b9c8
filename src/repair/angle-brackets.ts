/** Words between angle brackets that are no element of HTML (`vector<int>`, `<your name>`) → text, as they are written.
 *
 * CommonMark takes them for tags, and what HTML does not know would be dropped with all that it says. What HTML knows and a
 * book must not hold (`script`, `iframe`) stays what it is, and is told. Only text is made here: nothing becomes markup by it. */
import type {Html, Image, Nodes, Paragraph, Text} from 'mdast'
import {message, type RuleId} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Message, Place} from '../model/message.ts'

/** HTML Living Standard §3.2 and §16.2, obsolete elements included. */
const elements = new Set('a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp'.split(' '))
const switches = new Set('allowfullscreen async autofocus autoplay checked compact contenteditable controls default defer disabled download draggable hidden inert ismap itemscope loop multiple muted nomodule noshade novalidate nowrap open playsinline readonly required reversed selected'.split(' '))
/** What they hold has names of its own, or is no markup. */
const closed = new Set(['svg', 'math', 'script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript'])

/** A book shows nothing of them, or the words within at most. */
const lost = new Set(['script', 'style', 'iframe', 'video', 'audio', 'object', 'embed', 'applet', 'canvas', 'svg', 'button', 'select', 'textarea'])

const some = /<\/?[a-z]/i
const token = /<!--[\s\S]*?(?:-->|$)|<[?!][^>]*>|<(\/?)([a-z][^\s/>]*)/gi
/** A tag whose attributes all lack a value: `a <b and c> d`. */
const bare = /^<[a-z][^\s/>]*((?:\s+[a-z][\w-]*)+)\s*>/i

/** A tag with its line. */
const alone = /^<[^<>\n]*>[ \t]*(?:[\r\n]|$)/
/** UTF-16 units. */
const longestTag = 200

/** Where a walk through one text has come. */
interface Walk {
  text: string
  /** Element whose content is passed over; '' outside any. */
  within: string
  /** Offset of the tag that was seen last. */
  at: number
  /** Offset of the last end tag, by name. */
  ends: Map<string, number>
  /** Offset of the next one, by name, where it was asked for. */
  nexts: Map<string, number>
  /** Of the block: where it begins and ends. */
  blockStart: number
  blockEnd: number
  see: See
  lose: See
}

type See = (tag: string, offset: number | undefined, node: Nodes) => void

const openWalk = (text: string, see: See, lose: See): Walk => ({text, within: '', at: 0, ends: new Map(), nexts: new Map(), blockStart: -1, blockEnd: 0, see, lose})

/** After MathML is joined: its elements stand in one piece. Reports `angle-brackets`, each word once, and `html-dropped`, each element once. */
export function printAngleBrackets({tree, text, path}: ParsedText, book: Book): void {
  const [words, lost] = [new Map<string, Message>(), new Map<string, Message>()]
  const told = (rule: RuleId, found: Map<string, Message>): See => (tag, offset, node) => tell(rule, tag, placeOf(path, text, offset, node), found)
  printTags(tree, text, told('angle-brackets', words), told('html-dropped', lost))
  book.messages.push(...words.values(), ...lost.values())
}

/** As above, of words that no text of the book holds. In place. */
export function printTags(tree: Nodes, text: string, see: See = () => {}, lose: See = () => {}): void {
  if (some.test(text)) print(tree, openWalk(text, see, lose))
}

function print(node: Nodes, walk: Walk): void {
  if (node.type === 'image') tellTitle(node, walk)
  if (!('children' in node)) return
  const inline = node.type !== 'root' && node.type !== 'blockquote' && node.type !== 'listItem' && node.type !== 'footnoteDefinition'
  const children = node.children as Nodes[]
  for (const [index, child] of children.entries()) {
    if (!inline) [walk.blockStart, walk.blockEnd] = [child.position?.start.offset ?? -1, child.position?.end.offset ?? walk.text.length]
    if (child.type !== 'html') print(child, walk)
    else children[index] = inline ? printInline(child, walk) : printBlock(child, walk)
    if (!inline) leave(walk)
  }
}

/** What is never closed ends with its block. */
function leave(walk: Walk): void {
  if (walk.within !== '' && endOf(walk.within, walk) < walk.at) walk.within = ''
}

/** One tag. */
function printInline(node: Html, walk: Walk): Html | Text {
  const {value, position} = node
  const [unknown] = unknownIn(node, walk)
  return unknown === undefined ? node : {type: 'text', value, ...(position ? {position} : {})}
}

/** A block without other tags is a paragraph that begins with such a word. */
function printBlock(node: Html, walk: Walk): Html | Paragraph {
  const unknown = unknownIn(node, walk)
  if (unknown.length === 0) return node
  const {value, position} = node
  const place = position ? {position} : {}
  const words = unknown.length === [...value.matchAll(token)].length && !value.includes('&')
  if (words) return {type: 'paragraph', children: [{type: 'text', value, ...place}], ...place}
  return {...node, value: unknown.reduceRight((text, at) => `${text.slice(0, at)}&lt;${text.slice(at + 1)}`, value)}
}

/** @returns Where tags begin in the node's value that are words. */
function unknownIn(node: Html, walk: Walk): number[] {
  const found: number[] = []
  const {value, position} = node
  walk.at = Math.max(walk.at, position?.start.offset ?? 0)
  for (const {0: opening, 1: slash, 2: written, index} of value.matchAll(token)) {
    if (written === undefined) continue
    const name = written.toLowerCase()
    const offset = walk.text.indexOf(opening, walk.at)
    if (offset >= 0) walk.at = offset + 1
    if (walk.within !== '') {
      if (slash && name === walk.within) walk.within = ''
    } else if (!elements.has(name) ? !name.includes(':') : (isSentence(value.slice(index)) && !isElement(name, offset, walk)) || (!slash && isLetter(value.slice(index)) && endOf(name, walk) < offset)) {
      found.push(index)
      walk.see(tagAt(value, index), offset < 0 ? undefined : offset, node)
    } else if (!slash) {
      if (lost.has(name)) walk.lose(`<${name}>`, offset < 0 ? undefined : offset, node)
      if (closed.has(name)) walk.within = name
    }
  }
  return found
}

function isSentence(rest: string): boolean {
  const words = bare.exec(rest)?.[1]?.trim().toLowerCase().split(/\s+/) ?? []
  return words.length > 0 && !words.some((word) => switches.has(word) || word.startsWith('data-'))
}

/** `<style scoped>`, which is closed in its block, or `<div markdown>` on a line of its own that opens one: words would not be. */
function isElement(name: string, offset: number, walk: Walk): boolean {
  if (offset < 0 || endOf(name, walk) < offset) return false
  if (offset === walk.blockStart && alone.test(walk.text.slice(offset, offset + longestTag))) return true
  if (!closed.has(name)) return false
  let next = walk.nexts.get(name) ?? -1
  if (next < offset) {
    next = offset + walk.text.slice(offset).search(new RegExp(`</${name}(?![\\w-])`, 'i'))
    walk.nexts.set(name, next < offset ? Number.POSITIVE_INFINITY : next)
  }
  return next >= offset && next < walk.blockEnd
}

/** `List<A>`, where no `</A>` follows. */
function isLetter(rest: string): boolean {
  return /^<[abiqsu]\s*>/i.test(rest)
}

/** @returns -1 for one that is never closed. */
function endOf(name: string, {text, ends}: Walk): number {
  const known = ends.get(name) ?? text.toLowerCase().lastIndexOf(`</${name}`)
  ends.set(name, known)
  return known
}

/** A caption; its words are read when it is set. */
function tellTitle(node: Image, {see}: Walk): void {
  const title = node.title ?? ''
  if (!some.test(title)) return
  const quiet = openWalk(title, (tag) => see(tag, undefined, node), () => {})
  unknownIn({type: 'html', value: title}, quiet)
}

/** Longer ones are cut in the message. UTF-16 units. */
const longest = 40

function tagAt(value: string, index: number): string {
  const [tag = ''] = /^<[^<>]*>?/.exec(value.slice(index)) ?? []
  return tag.length > longest ? `${tag.slice(0, longest)}…` : tag.replace(/\s+/g, ' ')
}

function placeOf(path: string, text: string, offset: number | undefined, {position}: Nodes): Place {
  if (!position) return {path}
  const {line, column, offset: from} = position.start
  const before = offset === undefined || from === undefined ? [''] : text.slice(from, offset).split(/\r\n|\r|\n/)
  const last = before.at(-1) ?? ''
  return {path, line: line + before.length - 1, column: before.length > 1 ? last.length + 1 : column + last.length}
}

/** Further places that one message lists. */
const most = 20

function tell(rule: RuleId, tag: string, place: Place, found: Map<string, Message>): void {
  const known = found.get(tag)
  if (!known) found.set(tag, message(rule, place, {tag}, {related: []}))
  else if (known.related && known.related.length < most) known.related.push(place)
}
