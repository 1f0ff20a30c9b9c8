/** GFM's constructs of bare addresses, made for texts without spaces between words, and kept linear.
 *
 * GFM ends an address at white space and `<` only. Here one ends at Chinese punctuation and where a citation begins too:
 * `见https://example.org/1，后文` links no word behind the comma, `https://example.org/1[[2]]` no number. RFC 3986 knows
 * neither such punctuation nor brackets in a path; those of a query (`?b[2]=c`) stay.
 *
 * At each start of a word GFM's constructs walk back through all that was read, to see whether a bracket stands open:
 * `[1,1,1,…` of 60 KB took seconds. A bracket that was found open stays open until it is balanced, so the walk is needed once. */
import type {} from 'remark-parse'
import type {Link, Nodes, PhrasingContent} from 'mdast'
import type {Transform} from 'mdast-util-from-markdown'
import type {Code, Construct, Effects, Event, Extension, State, Token, TokenizeContext} from 'micromark-util-types'
import type {Plugin} from 'unified'

const names = new Set(['emailAutolink', 'wwwAutolink', 'protocolAutolink'])

/** Characters that end an address. */
const wide = '，。；：！？、（）《》〈〉「」『』【】〔〕［］“”‘’…—\u3000'
const wides = new Set(Array.from(wide, (character) => character.charCodeAt(0)))

/** `[[2`, `[2]` before what may follow a call. */
const call = `\\[(?:\\[\\d|\\d{1,3}\\](?=$|[\\s<.,;:!?)*_${wide}]|\\p{Script=Han}|\\[{1,2}\\d))`
const callAt = new RegExp(`^${call}`, 'u')
const longestCall = '[123][[1'.length
/** An address as far as it goes. */
const address = new RegExp(`(?:https?:\\/\\/|www\\.)(?:(?!${call})[^\\s<${wide}])+`, 'giu')

type Mark = Token & {_gfmAutolinkLiteralWalkedInto?: boolean} // what micromark-extension-gfm-autolink-literal 2.1 writes

/** Use it after `remark-gfm`. */
export const remarkBoundedAutolinks: Plugin<[]> = function () {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => withConstructs(extension, (construct) => [bounded(construct)]))
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), {transforms: [endFound]}]
}

/** For texts that hold no address: the constructs go. */
export const withoutAutolinks: Plugin<[]> = function () {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => withConstructs(extension, () => []))
}

function withConstructs(extension: Extension, change: (construct: Construct) => Construct[]): Extension {
  const {text} = extension
  if (!text) return extension
  const entries = Object.entries(text).map(([code, value]) => {
    const list = value === undefined ? [] : Array.isArray(value) ? value : [value]
    return [code, list.flatMap((construct) => (names.has(construct.name ?? '') ? change(construct) : [construct]))]
  })
  return {...extension, text: Object.fromEntries(entries)}
}

/** Where a bracket was last found open, by the parse. */
const open = new WeakMap<TokenizeContext, {at: number; token: Token}>()

function bounded(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      if (isInBracket(this)) return nok
      return construct.name === 'emailAutolink' ? construct.tokenize.call(this, effects, ok, nok) : ended(construct, this, effects, ok, nok)
    },
  }
}

/** The construct sees the end of the text where its address is to end; the tokenizer is told what stands there. */
function ended(construct: Construct, context: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let [left, at]: [boolean, Code] = [false, null]
  const told = (state: State): State => () => state(at)
  const leave = (state: State): State => () => {
    left = true
    return state(at)
  }
  const inner = (part: Parameters<Effects['attempt']>[0]): typeof part => {
    if (!isConstruct(part)) return part
    return {...part, tokenize(_, done, failed) { return part.tokenize.call(this, within, told(done), told(failed)) }}
  }
  const within: Effects = {
    ...effects,
    attempt: (part, done, failed) => effects.attempt(inner(part), done, failed),
    check: (part, done, failed) => effects.check(inner(part), done, failed),
  }
  const see = (state: State, code: Code, shown = code): State | undefined => {
    at = code
    const next = state(shown)
    return next && !left ? follow(next) : next
  }
  const follow = (state: State): State => (code) => {
    if (code === leftBracket) return effects.check(callAhead, (next) => see(state, next, null), (next) => see(state, next))(code)
    return see(state, code, code !== null && wides.has(code) ? null : code)
  }
  return follow(construct.tokenize.call(context, within, leave(ok), leave(nok)))
}

const isConstruct = (part: Parameters<Effects['attempt']>[0]): part is Construct => 'tokenize' in part

const leftBracket = 0x5B

/** Whether a call begins, by the few characters that tell. */
const callAhead: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let ahead = ''
    const state: State = (code) => {
      if (ahead.length === longestCall || code === null || code < 0) return callAt.test(ahead) ? ok(code) : nok(code)
      ahead += String.fromCharCode(code)
      effects.consume(code)
      return state
    }
    return state
  },
}

function isInBracket(context: TokenizeContext): boolean {
  const {events} = context
  const known = open.get(context)
  if (known && events[known.at]?.[1] === known.token && !known.token._balanced) return true
  const at = openBracket(events)
  if (at < 0) return false
  const token = events[at]?.[1]
  if (token) open.set(context, {at, token})
  return true
}

/** As the constructs themselves look for it. */
function openBracket(events: Event[]): number {
  for (let at = events.length - 1; at >= 0; at--) {
    const token: Mark | undefined = events[at]?.[1]
    if (!token) continue
    if ((token.type === 'labelLink' || token.type === 'labelImage') && !token._balanced) return at
    if (token._gfmAutolinkLiteralWalkedInto) return -1
  }
  return -1
}

/** What the search of the finished tree found, which knows white space only: a text that stood behind a bracket left open. */
const endFound: Transform = (tree) => {
  endIn(tree)
}

function endIn(parent: Nodes): void {
  if (!('children' in parent)) return
  const owner: {children: Nodes[]} = parent
  if (owner.children.some(isFound)) owner.children = owner.children.flatMap((node): Nodes[] => (isFound(node) ? piecesOf(node) : [node]))
  else for (const child of owner.children) endIn(child)
}

const isFound = (node: Nodes): node is Link => node.type === 'link' && !node.position && /^http/i.test(node.url) && /^(?:http|www)/i.test(wordsOf(node))

function wordsOf({children}: Link): string {
  const [only] = children
  return children.length === 1 && only?.type === 'text' ? only.value : ''
}

function piecesOf(link: Link): PhrasingContent[] {
  const words = wordsOf(link)
  const pieces: PhrasingContent[] = []
  let at = 0
  for (const {0: raw, index} of words.matchAll(address)) {
    const end = index + lengthOf(raw)
    if (index > 0 && !domain.test(raw)) continue // the first was found to be one
    if (index > at) pieces.push({type: 'text', value: words.slice(at, index)})
    const value = words.slice(index, end)
    pieces.push({type: 'link', title: null, url: `${/^www/i.test(value) ? 'http://' : ''}${value}`, children: [{type: 'text', value}]})
    at = end
  }
  if (at < words.length) pieces.push({type: 'text', value: words.slice(at)})
  return pieces
}

const domain = /^(?:https?:\/\/)?[\w-]+\.[\w-]/i
const closing = new Set('!"\',.:;?')

/** Without the punctuation at its end. */
function lengthOf(raw: string): number {
  let length = raw.length
  while (length > 0 && closing.has(raw.charAt(length - 1))) length -= 1
  return length
}
