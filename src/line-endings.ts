/** Words of a line are joined where the line ends.
 *
 * micromark reads them in pieces, from one possible mark to the next, and joins them at the end of the paragraph, where it moves
 * all that stands behind each line: a paragraph of 21,000 lines took seconds. */
import {lineEnding} from 'micromark-core-commonmark'
import type {Construct, Event, Extension, Resolver, Token} from 'micromark-util-types'
import type {Processor} from 'unified'

/** What micromark-extension-gfm-autolink-literal 2.1 writes: no bracket is open before this. */
type Mark = Token & {_gfmAutolinkLiteralWalkedInto?: boolean}

const joinLine: Resolver = (events) => {
  const end = events.findLastIndex(([kind, {type}]) => kind === 'enter' && type === 'lineEnding')
  let start = end
  while (events[start - 1]?.[1].type === 'data') start -= 1
  const words = events.slice(start, end)
  const [first, last] = [words[0]?.[1], words.at(-1)?.[1]]
  if (first === undefined || last === undefined || first === last) return events
  first.end = last.end
  if (words.some(isMarked)) Object.assign(first, {_gfmAutolinkLiteralWalkedInto: true} satisfies Partial<Mark>) // else brackets are looked for again
  events.splice(start + 2, words.length - 2)
  return events
}

const isMarked = ([, token]: Event) => (token as Mark)._gfmAutolinkLiteralWalkedInto === true

const joining: Construct = {...lineEnding, name: 'joiningLineEnding', resolveTo: joinLine}
/** `\r`, `\n` and both, as micromark names them. */
const syntax: Extension = {text: {[-5]: joining, [-4]: joining, [-3]: joining}}

export function remarkLineEndings(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
}
