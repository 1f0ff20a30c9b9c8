/** Step 1: `\(x^2\)` and `\[ … \]`, as TeX itself and chat programs write formulas, are formulas.
 *
 * CommonMark reads two escaped brackets. What is between must look like TeX, since a writer may escape a bracket: a sign of
 * TeX, or a lone letter. Tokens are those of `$…$`, so that all that follows is alike. */
import type {Code, Construct, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText'
    mathTextSequence: 'mathTextSequence'
    mathTextData: 'mathTextData'
  }
}

const backslash = 92
const squareBracket = 91
const closings = new Map([[40, 41], [91, 93]]) // ( ) and [ ]

/** UTF-16 units between the brackets. */
const longest = 2_000

/** A sign of TeX. */
const signs = /[\^_=+\\]/
/** A lone letter: between `\[` and `\]`, which set a formula apart, only on a line of its own. GB/T 7714 has `[J]` in its lines. */
const letter = /^\s*[A-Za-z]\s*$/
/** `\_` and `\*` are escaped marks of Markdown too, and prove nothing. */
const escapes = /\\[^A-Za-z]/g

/** After remark-math. */
export function remarkTexBrackets(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {text: {[backslash]: bracketed}}]
}

function isEnding(code: Code): boolean {
  return code === null || code < -2
}

function isSpace(code: Code): boolean {
  return code === 32 || code === -2 || code === -1
}

const bracketed: Construct = {name: 'texBrackets', tokenize}

function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  const opensLine = isEnding(this.previous) || this.events.at(-1)?.[1].type === 'linePrefix'
  let closing: number | undefined
  let lone = false
  let written = ''
  const end: Construct = {
    partial: true,
    tokenize: (inner, enough, not) => (code) => {
      inner.enter('mathTextSequence')
      inner.consume(code)
      return (next) => {
        if (next !== closing) return not(next)
        inner.consume(next)
        inner.exit('mathTextSequence')
        return enough
      }
    },
  }
  return start

  function start(code: Code): State | undefined {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    effects.consume(code)
    return opened
  }

  function opened(code: Code): State | undefined {
    closing = closings.get(code ?? -1)
    if (closing === undefined) return nok(code)
    effects.consume(code)
    effects.exit('mathTextSequence')
    return between
  }

  function between(code: Code): State | undefined {
    if (code === null || written.length > longest) return nok(code)
    if (code === backslash) return effects.check(end, finish, escape)(code)
    if (code < -2) { // line endings
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      written += '\n'
      return between
    }
    effects.enter('mathTextData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || code < -2 || code === backslash) {
      effects.exit('mathTextData')
      return between(code)
    }
    written += code < 0 ? ' ' : String.fromCodePoint(code)
    effects.consume(code)
    return data
  }

  /** A command, or a bracket that opens within: then the first one was none. */
  function escape(code: Code): State | undefined {
    effects.enter('mathTextData')
    effects.consume(code)
    written += '\\'
    return escaped
  }

  function escaped(code: Code): State | undefined {
    if (code === null || code < -2) {
      effects.exit('mathTextData')
      return between(code)
    }
    if (closings.has(code)) return nok(code)
    written += code < 0 ? ' ' : String.fromCodePoint(code)
    effects.consume(code)
    return data
  }

  function finish(code: Code): State | undefined {
    const plain = written.replace(escapes, '')
    lone = closing === closings.get(squareBracket) && letter.test(plain) && !signs.test(plain)
    if ((lone && !opensLine) || (!signs.test(plain) && !letter.test(plain))) return nok(code)
    effects.enter('mathTextSequence')
    effects.consume(code)
    return finished
  }

  function finished(code: Code): State | undefined {
    effects.consume(code)
    effects.exit('mathTextSequence')
    effects.exit('mathText')
    return (next) => (lone && !isEnding(next) && !isSpace(next) ? nok(next) : ok(next))
  }
}
