/** Tokenizer of citation markers: takes a bracketed run of digits and separators as one token, before the label code sees it.
 *
 * It has to stand in the parser: a pass over text cannot tell `\[[1]]` from `[[1]]` nor find `[[1]]` where `[1]: url` is defined.
 * A character is looked at a fixed number of times at most, so that parsing stays linear (remark's own label code is not):
 * a try ends at the first character that no marker can hold, and at a bracket too many. */
import {codes} from 'micromark-util-symbol'
import type {Code, Construct, Effects, State, TokenizeContext} from 'micromark-util-types'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import {readMarker} from '../dialects.ts'

/** Code points of the brackets, by opener. */
const closerOf: ReadonlyMap<number, number> = new Map([[0x5b, 0x5d], [0xff3b, 0xff3d], [0x3010, 0x3011], [0x3014, 0x3015]])
const closers = new Set(closerOf.values())
/** What may stand inside: digits, separators, dashes, white space, words of locators and labels. */
const inside = /[\p{L}\p{N}\p{Zs}⁻.,，、;；:：#§†‡^_\-‐‑‒–—−~～－*/|]/u
/** What may follow the first bracket. */
const opensMarker = /[\p{Nd}\p{Zs}⁰¹²³⁴⁵⁶⁷⁸⁹^crswpdCRSWPD来來参參文引资資网網]/u
const longestUrl = 2048
const longestWords = 200
const longestLabel = 999 // CommonMark 0.31.2 §6.3: a link label has at most 999 characters

export const bracketMarker: Construct = {name: 'citation', tokenize: tokenizeMarker}
/** `:contentReference[…]{…}` and what stands between private-use characters. */
export const colonResidue: Construct = {name: 'citationResidue', tokenize: tokenizeColon}
export const privateResidue: Construct = {name: 'citationResidue', tokenize: tokenizePrivate}
/** `![[1]]`: an exclamation mark and a citation, no image. */
export const bangMarker: Construct = {name: 'citationBang', tokenize: tokenizeBang}

const definedLabel: Construct = {partial: true, tokenize: tokenizeDefinedLabel}

function tokenizeMarker(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {previous, parser} = this
  // `\[[1]]` is escaped as a whole; an unescaped `[[1]]` was taken from its first bracket
  return markerStates(effects, ok, nok, (raw, next) => !(previous === codes.leftSquareBracket && next === codes.rightSquareBracket && !raw.startsWith('[[')) && !isFootnote(parser, raw))
}

/** GFM: `[^1]` calls a footnote where there is one; `[^1^]` never does. */
function isFootnote(parser: TokenizeContext['parser'], raw: string): boolean {
  return raw.startsWith('[^') && 'gfmFootnotes' in parser && Array.isArray(parser.gfmFootnotes) && parser.gfmFootnotes.includes(normalizeIdentifier(raw.slice(2, -1)))
}

function tokenizeBang(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {parser} = this
  return (code) => {
    effects.enter('citationBang')
    effects.consume(code)
    effects.exit('citationBang')
    return (next) => (next === codes.leftSquareBracket ? markerStates(effects, ok, nok, (raw) => raw.startsWith('[[') || !parser.defined.includes(normalizeIdentifier(raw.slice(1, -1))))(next) : nok(next))
  }
}

/** @param accepts A last word on what was read. */
function markerStates(effects: Effects, ok: State, nok: State, accepts: (raw: string, next: Code) => boolean): State {
  let raw = ''
  let depth = 0
  let open = 0
  let words = 0
  let parens = 0
  let length = 0
  let broken = false // a line ending stands in it
  let doubled = false // not asked of `raw`: looking into a text that grows by concatenation copies it
  return start

  function start(code: Code): State | undefined {
    effects.enter('citation')
    open = code ?? 0
    return bracket(code)
  }
  function take(code: Code): void {
    length++
    raw += code === null || code < 0 ? (code === codes.horizontalTab || code === codes.virtualSpace ? ' ' : '\n') : String.fromCodePoint(code)
    effects.consume(code)
  }
  function bracket(code: Code): State | undefined {
    depth += code === open ? 1 : -1
    if (length === 1 && code === open) doubled = true
    words = 0
    take(code)
    return depth === 0 ? after : within
  }
  function within(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (isDigit(code)) {
      length++
      raw += String.fromCharCode(code)
      effects.consume(code)
      return within
    }
    if (code === open) return depth < 2 && (length === 1 || doubled) ? bracket(code) : nok(code)
    if (code === closerOf.get(open)) return bracket(code)
    if (closers.has(code) || closerOf.has(code)) return nok(code)
    if (isEnding(code)) return ending(code)
    if (length === 1 && code > 0 && !opensMarker.test(String.fromCodePoint(code))) return nok(code) // most brackets are links
    if (code > 0 && (++words > longestWords || !inside.test(String.fromCodePoint(code)))) return nok(code)
    take(code)
    return within
  }
  /** Hard-wrapped text: a line ending is a token of its own, so that `> ` and indents around it are no part of ours. */
  function ending(code: Code): State | undefined {
    if (broken) effects.exit('citationData')
    effects.enter('lineEnding')
    take(code)
    effects.exit('lineEnding')
    effects.enter('citationData')
    broken = true
    return (next) => (next === null || isEnding(next) ? nok(next) : within(next))
  }
  function after(code: Code): State | undefined {
    if (code === codes.leftParenthesis && open === codes.leftSquareBracket) return doubled ? url(code) : nok(code) // `[1](url)` is a link; the book decides
    if (code === codes.leftCurlyBrace) return nok(code)
    return end(code)
  }
  function url(code: Code): State | undefined {
    if (code === null || isEnding(code) || code < 0 || code === codes.space || length > longestUrl) return nok(code)
    if (code === codes.leftParenthesis) parens++
    if (code === codes.rightParenthesis) parens--
    take(code)
    return parens === 0 ? end : url
  }
  function end(code: Code): State | undefined {
    if (!readMarker(raw) || !accepts(raw, code)) return nok(code)
    const done: State = (next) => {
      if (broken) effects.exit('citationData')
      effects.exit('citation')
      return ok(next)
    }
    // CommonMark 0.31.2 §6.3: `[1][foo]` is a full reference where `foo` is defined, whatever its text
    if (code === codes.leftSquareBracket && !raw.startsWith('[[')) return effects.check(definedLabel, nok, done)(code)
    return done(code)
  }
}

function tokenizeDefinedLabel(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {parser} = this
  let label = ''
  return (code) => {
    effects.enter('citationLabel')
    effects.consume(code)
    return within
  }
  function within(code: Code): State | undefined {
    if (code === null || code < 0 || code === codes.leftSquareBracket || label.length > longestLabel) return nok(code)
    effects.consume(code)
    if (code !== codes.rightSquareBracket) {
      label += String.fromCodePoint(code)
      return within
    }
    effects.exit('citationLabel')
    const foreign = readMarker(`[${label}]`) === undefined
    return foreign && parser.defined.includes(normalizeIdentifier(label)) ? ok : nok
  }
}

function tokenizeColon(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const word = ':contentReference['
  let raw = ''
  return (code) => {
    effects.enter('citation')
    return within(code)
  }
  function within(code: Code): State | undefined {
    if (code === null || code < 0 || raw.length > longestWords) return nok(code)
    const mark = String.fromCodePoint(code)
    if (raw.length < word.length ? mark !== word[raw.length] : mark === '[') return nok(code)
    raw += mark
    effects.consume(code)
    if (mark === ']') return after
    return mark === '}' ? done : within
  }
  function after(code: Code): State | undefined {
    return code === codes.leftCurlyBrace ? within(code) : done(code)
  }
  function done(code: Code): State | undefined {
    if (!readMarker(raw)) return nok(code)
    effects.exit('citation')
    return ok(code)
  }
}

function tokenizePrivate(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let length = 0
  return (code) => {
    effects.enter('citation')
    return within(code)
  }
  function within(code: Code): State | undefined {
    if (code === null || code < 0 || ++length > longestWords || (code === 0xe200 && length > 1)) return nok(code)
    effects.consume(code)
    return code === 0xe201 ? done : within
  }
  function done(code: Code): State | undefined {
    effects.exit('citation')
    return ok(code)
  }
}

function isEnding(code: Code): boolean {
  return code === codes.carriageReturn || code === codes.lineFeed || code === codes.carriageReturnLineFeed
}

function isDigit(code: number): boolean {
  return (code >= codes.digit0 && code <= codes.digit9) || (code >= 0xff10 && code <= 0xff19)
}
