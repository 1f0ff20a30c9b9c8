/** Step 1: `~` alone. GFM strikes out what stands between any two of them, so that ranges lose their middle: `3~5 天、10~20 人`. Here two
 * strike out only what they hold as one does a phrase (`a ~b~ c`), and lower what pandoc would: `H~2~O`, `x~i~`. All else is text.
 *
 * GFM's own construct is to leave single ones alone (`singleTilde: false`). */
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {} from 'remark-parse'
import type {Code, Construct, Effects, Event, Extension, State, Token, TokenizeContext} from 'micromark-util-types'
import type {Processor} from 'unified'
import {type Pair, replacePairs} from './run-pairs.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lowered: 'lowered'
    loweredSequence: 'loweredSequence'
    loweredText: 'loweredText'
    tildeRun: 'tildeRun'
  }
}

const tilde = 126

interface Run extends Token {
  _before?: Code
  _after?: Code
}

const construct: Construct = {name: 'singleTilde', tokenize, resolveAll: (events, context) => replacePairs(events, context, 'tildeRun', pairsOf)}

const syntax: Extension = {text: {[tilde]: construct}, insideSpan: {null: [construct]}, attentionMarkers: {null: [tilde]}}

const fromMarkdown: FromMarkdownExtension = {
  enter: {
    lowered(token) {
      this.enter({type: 'lowered', children: [], data: {hName: 'sub'}}, token)
    },
  },
  exit: {
    lowered(token) {
      this.exit(token)
    },
  },
}

/** Use it after GFM. */
export function remarkSingleTildes(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {previous} = this
  return (code) => {
    if (previous === tilde) return nok(code)
    effects.enter('tildeRun')
    effects.consume(code)
    return (next) => {
      if (next === tilde) return nok(next)
      Object.assign(effects.exit('tildeRun'), {_before: previous, _after: next})
      return ok(next)
    }
  }
}

/** Letters that carry an index, and what ends a group or emphasised words. */
const base = /[\p{Script=Latin}\p{Script=Greek})\]}*]/u
/** What one is: a number, a few letters, both; `i,j`, `n+1`, `初`. */
const index = /^(?:[\d+\-−±,]{1,6}|[\p{Script=Latin}\p{Script=Greek}\d+\-−,]{1,5}|\p{Script=Han}{1,2})$/u
const longestIndex = 8

function pairsOf(events: Event[], context: TokenizeContext): Map<number, Pair> {
  const pairs = new Map<number, Pair>()
  let [open, opener]: [number, Run | undefined] = [-1, undefined]
  for (const [at, [way, token]] of events.entries()) {
    if (way !== 'enter' || token.type !== 'tildeRun') continue
    const run: Run = token
    const name = opener && (lowers(opener, run, context) ? 'lowered' : strikes(opener, run) ? 'strikethrough' : undefined)
    if (name) {
      pairs.set(open, {end: at, name})
      opener = undefined
    } else if (mayStrike(run) || base.test(characterOf(run._before))) [open, opener] = [at, run]
  }
  return pairs
}

function mayStrike({_before: before, _after: after}: Run): boolean {
  return isEdge(before) && !isEdge(after) && !/\d/.test(characterOf(after))
}

function strikes(opener: Run, {_before: before, _after: after}: Run): boolean {
  return mayStrike(opener) && isEdge(after) && !/^\s?$/.test(characterOf(before))
}

/** `A~B~C` is a row of three. */
function lowers({_before: carrier, end}: Run, {start, _after: after}: Run, context: TokenizeContext): boolean {
  if (!base.test(characterOf(carrier)) || start.offset - end.offset > longestIndex) return false
  const words = context.sliceSerialize({start: end, end: start})
  const next = characterOf(after)
  return index.test(words) && !(/\d$/.test(words) ? /\d/ : /[\p{Script=Latin}\p{Script=Greek}\d]/u).test(next)
}

function isEdge(code: Code | undefined): boolean {
  return /^[\s\p{P}]?$/u.test(characterOf(code))
}

function characterOf(code: Code | undefined): string {
  return code === undefined || code === null || code < 0 ? '' : String.fromCharCode(code)
}
