/** Step 1: `==words==` → `mark`, as Obsidian, Typora and pandoc read it, made for texts without spaces between words.
 *
 * The rules of flanking are CommonMark's (0.31.2 §6.2), with a Chinese character or mark on either side counting as a space does. What
 * compares (`a==b`, `(x)==0`, `==>`) is no mark: two signs of equality within a word of letters open and close nothing. */
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {} from 'remark-parse'
import type {Code, Construct, Effects, Event, Extension, State, Token, TokenizeContext} from 'micromark-util-types'
import type {Processor} from 'unified'

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

const construct: Construct = {name: 'marked', tokenize, resolveAll: pairRuns}

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
function pairRuns(events: Event[], context: TokenizeContext): Event[] {
  const pairs = pairsOf(events)
  for (const [, token] of events) if (token.type === 'markedRun') token.type = 'data'
  if (pairs.size === 0) return events
  const read = events.splice(0) // in place: micromark reads on from this very list
  let at = 0
  for (const [start, end] of pairs) {
    for (; at < start; at += 1) events.push(read[at] as Event) // by the bounds of the list
    for (const event of markOf(read.slice(start, end + 2), context)) events.push(event)
    at = end + 2
  }
  for (; at < read.length; at += 1) events.push(read[at] as Event)
  return events
}

/** @returns Where runs begin that open → where those begin that close them. */
function pairsOf(events: Event[]): Map<number, number> {
  const pairs = new Map<number, number>()
  let [open, opener]: [number, Run | undefined] = [-1, undefined]
  for (const [at, [way, token]] of events.entries()) {
    if (way !== 'enter' || token.type !== 'markedRun') continue
    const run: Run = token
    if (opener && run._closes && !(opener._compares && run._compares)) {
      pairs.set(open, at)
      opener = undefined
    } else if (run._opens) [open, opener] = [at, run]
  }
  return pairs
}

/** Each run is entered and left at once. */
function markOf(events: Event[], context: TokenizeContext): Event[] {
  const [opening, closing] = [events.slice(0, 2), events.slice(-2)]
  for (const [, token] of [...opening, ...closing]) token.type = 'markedSequence'
  const [first, last] = [opening[0]?.[1] as Token, closing[0]?.[1] as Token] // by what was paired
  const marked: Token = {type: 'marked', start: {...first.start}, end: {...last.end}}
  const text: Token = {type: 'markedText', start: {...first.end}, end: {...last.start}}
  let inside = events.slice(2, -2)
  for (const {resolveAll} of new Set(context.parser.constructs.insideSpan.null)) inside = resolveAll?.(inside, context) ?? inside
  return [['enter', marked, context], ...opening, ['enter', text, context], ...inside, ['exit', text, context], ...closing, ['exit', marked, context]]
}
