/** Step 1: `` $`x^2`$ ``, as GitHub and GitLab write a formula that Markdown is to leave alone, is a formula.
 *
 * Read as `$…$`, its backquotes would be quotation marks of TeX. Tokens are those of `$…$`, so that all that follows is alike. */
import type {Code, Construct, State, TokenizeContext, Tokenizer} from 'micromark-util-types'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText'
    mathTextSequence: 'mathTextSequence'
    mathTextData: 'mathTextData'
  }
}

const dollar = 36
const backquote = 96

/** After remark-math, whose construct would take the first dollar. */
export function remarkCodeFormulas(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {text: {[dollar]: quoted}}]
}

const quoted: Construct = {name: 'codeFormulas', previous: isFirst, tokenize}

/** No dollar before it, but an escaped one: as remark-math asks. */
function isFirst(this: TokenizeContext, code: Code): boolean {
  return code !== dollar || this.events.at(-1)?.[1].type === 'characterEscape'
}

function isEnding(code: Code): boolean {
  return code !== null && code < -2
}

/** Between the quotes stands no other, so that a search ends where the next could begin. */
function tokenize(this: TokenizeContext, ...[effects, ok, nok]: Parameters<Tokenizer>): State {
  let empty = true
  return start

  function start(code: Code): State | undefined {
    effects.enter('mathText')
    effects.enter('mathTextSequence')
    effects.consume(code)
    return opened
  }

  function opened(code: Code): State | undefined {
    if (code !== backquote) return nok(code)
    effects.consume(code)
    effects.exit('mathTextSequence')
    return between
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (code === backquote) {
      if (empty) return nok(code)
      effects.enter('mathTextSequence')
      effects.consume(code)
      return closing
    }
    if (isEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return between
    }
    effects.enter('mathTextData')
    return data(code)
  }

  function data(code: Code): State | undefined {
    if (code === null || code === backquote || isEnding(code)) {
      effects.exit('mathTextData')
      return between(code)
    }
    if (code > 0 && code !== 32) empty = false
    effects.consume(code)
    return data
  }

  function closing(code: Code): State | undefined {
    if (code !== dollar) return nok(code)
    effects.consume(code)
    effects.exit('mathTextSequence')
    effects.exit('mathText')
    return ok
  }
}
