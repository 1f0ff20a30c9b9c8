/** Runs of a mark among words that pair → elements, for constructs that resolve as attention does.
 *
 * The list of events is changed in place, since micromark reads on from that very list. */
import type {Event, Token, TokenizeContext, TokenType} from 'micromark-util-types'

/** Where the closing run stands, and what the two make; a token of that name holds `<name>Sequence` and `<name>Text`. */
export interface Pair {end: number; name: 'marked' | 'strikethrough' | 'lowered'}

/** @param run Type of the tokens that may pair; those that do not are text.
 * @param pairsOf By the place of the opening run, in their order, none within another. */
export function replacePairs(events: Event[], context: TokenizeContext, run: TokenType, pairsOf: (events: Event[], context: TokenizeContext) => Map<number, Pair>): Event[] {
  const pairs = pairsOf(events, context)
  for (const [, token] of events) if (token.type === run) token.type = 'data'
  if (pairs.size === 0) return events
  const read = events.splice(0)
  let at = 0
  for (const [start, {end, name}] of pairs) {
    for (; at < start; at += 1) events.push(read[at] as Event) // by the bounds of the list
    for (const event of elementOf(name, read.slice(start, end + 2), context)) events.push(event)
    at = end + 2
  }
  for (; at < read.length; at += 1) events.push(read[at] as Event)
  return events
}

/** Each run is entered and left at once. */
function elementOf(name: Pair['name'], events: Event[], context: TokenizeContext): Event[] {
  const [opening, closing] = [events.slice(0, 2), events.slice(-2)]
  for (const [, token] of [...opening, ...closing]) token.type = `${name}Sequence`
  const [first, last] = [opening[0]?.[1] as Token, closing[0]?.[1] as Token] // by what was paired
  const whole: Token = {type: name, start: {...first.start}, end: {...last.end}}
  const text: Token = {type: `${name}Text`, start: {...first.end}, end: {...last.start}}
  let inside = events.slice(2, -2)
  for (const {resolveAll} of new Set(context.parser.constructs.insideSpan.null)) inside = resolveAll?.(inside, context) ?? inside
  return [['enter', whole, context], ...opening, ['enter', text, context], ...inside, ['exit', text, context], ...closing, ['exit', whole, context]]
}
