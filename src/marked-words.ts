/** Step 1: `==words==` → `mark`, as Obsidian, Typora and pandoc read it, made for texts without spaces between words.
 *
 * The rules of flanking are CommonMark's (0.31.2 §6.2), with a Chinese character or mark on either side counting as a space does. What
 * compares (`a==b`, `(x)==0`, `==>`) is no mark: two signs of equality within a word of letters open and close nothing. */
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {} from 'remark-parse'
import type {Code, Construct, Effects, Event, Extension, State, Token, TokenizeContext} from 'micromark-util-types'
import type {Processor} from 'unified'
import {type Pair, replacePairs} from './run-pairs.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    marked: 'marked'
    markedRun: 'markedRun'
    markedSequence: 'markedSequence'
    markedText: 'markedText'
  }
}

const equals = 61
const [less, more] = [60, 62]

/** Of a run that is exactly `==`. */
interface Run extends Token {
  _opens?: boolean
  _closes?: boolean
  /** `余额==0`: it may compare. */
  _compares?: boolean
}

const construct: Construct = {name: 'marked', tokenize, resolveAll: (events, context) => replacePairs(events, context, 'markedRun', pairsOf)}

const syntax: Extension = {text: {[equals]: construct}, insideSpan: {null: [construct]}, attentionMarkers: {null: [equals]}}

const fromMarkdown: FromMarkdownExtension = {
  enter: {
    marked(token) {
      this.enter({type: 'mark', children: [], data: {hName: 'mark'}}, token)
    },
  },
  exit: {
    marked(token) {
      this.exit(token)
    },
  },
}

/** For texts, captions and titles alike. */
export function remarkMarkedWords(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {previous} = this
  let size = 0
  const run: State = (code) => {
    if (code === equals) {
      size += 1
      effects.consume(code)
      return size > 2 ? nok : run
    }
    if (size !== 2) return nok(code)
    Object.assign(effects.exit('markedRun'), flanksOf(previous, code))
    return ok(code)
  }
  return (code) => {
    if (previous === equals) return nok(code)
    effects.enter('markedRun')
    return run(code)
  }
}

function flanksOf(before: Code, after: Code): Pick<Run, '_opens' | '_closes' | '_compares'> {
  if (before === less || after === more) return {} // arrows
  const [left, right] = [kindOf(before), kindOf(after)]
  const wide = left === 'wide' || right === 'wide'
  const opens = right !== 'space' && (right !== 'sign' || left !== 'letter')
  const closes = left !== 'space' && (left !== 'sign' || right !== 'letter')
  if (!opens || !closes || wide) return {_opens: opens, _closes: closes, _compares: opens && closes && right === 'letter'}
  return isOpening(before) ? {_opens: true} : isClosing(after) ? {_closes: true} : {}
}

const isOpening = (code: Code) => code !== null && '([{*_~'.includes(String.fromCharCode(code))
const isClosing = (code: Code) => code !== null && ')]}*_~,.;:?!'.includes(String.fromCharCode(code))

function kindOf(code: Code): 'space' | 'wide' | 'sign' | 'letter' {
  if (code === null || code < 0) return 'space'
  const character = String.fromCharCode(code)
  if (/\s/u.test(character)) return 'space'
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60\uD800-\uDFFF“”‘’—…]/u.test(character)) return 'wide'
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter'
}

/** Each run that may close takes the last one that may open: one walk, and no mark within a mark. */
function pairsOf(events: Event[]): Map<number, Pair> {
  const pairs = new Map<number, Pair>()
  let [open, opener]: [number, Run | undefined] = [-1, undefined]
  for (const [at, [way, token]] of events.entries()) {
    if (way !== 'enter' || token.type !== 'markedRun') continue
    const run: Run = token
    if (opener && run._closes && !(opener._compares && run._compares)) {
      pairs.set(open, {end: at, name: 'marked'})
      opener = undefined
    } else if (run._opens) [open, opener] = [at, run]
  }
  return pairs
}
