/** GFM's constructs of bare addresses, kept linear.
 *
 * At each start of a word they walk back through all that was read, to see whether a bracket stands open: `[1,1,1,…` of
 * 60 KB took seconds. A bracket that was found open stays open until it is balanced, so the walk is needed once. */
import type {} from 'remark-parse'
import type {Construct, Event, Extension, Token, TokenizeContext} from 'micromark-util-types'
import type {Plugin} from 'unified'

const names = new Set(['emailAutolink', 'wwwAutolink', 'protocolAutolink'])

type Mark = Token & {_gfmAutolinkLiteralWalkedInto?: boolean} // what micromark-extension-gfm-autolink-literal 2.1 writes

/** Use it after `remark-gfm`. */
export const remarkBoundedAutolinks: Plugin<[]> = function () {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => withConstructs(extension, (construct) => [bounded(construct)]))
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
      if (!isInBracket(this)) return construct.tokenize.call(this, effects, ok, nok)
      return nok
    },
  }
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
