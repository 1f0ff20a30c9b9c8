/** Step 1: `\begin{equation}` … `\end{equation}` on lines of their own, without dollars, is a formula set apart, as LaTeX itself reads it.
 *
 * CommonMark would run its lines on, and read `\\`, `_` and `*` as marks of its own. Environments that are no formula
 * (`itemize`), or that cannot be set here, stay text. As in LaTeX, no blank line stands within; so one that is never closed swallows nothing. */
import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import type {Code, Construct, Effects, State, TokenizeContext} from 'micromark-util-types'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    texEnvironment: 'texEnvironment'
    texEnvironmentValue: 'texEnvironmentValue'
  }
}

const backslash = 92

/** Opens one that can be set, with its name. LaTeX lets none of the first stand in another formula. */
const opening = /^\\begin\{((?:equation|align(?:at)?|gather|multline)\*?|split|aligned(?:at)?|gathered|[dr]?cases|drcases|[pbBvV]?(?:small)?matrix\*?|d?array|CD)\}/
const apart = /^(?:equation|align(?:at)?|gather|multline)\*?$/
const edges = /\\(begin|end)\{([^{}\s]{1,40})\}/g

/** Environments within each other. What lies deeper is no formula, and a row of openings is looked through no further. */
const deepest = 20
/** UTF-16 units of the line that opens one, up to its name. */
const longestOpening = 32

/** After remark-math. */
export function remarkTexEnvironments(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {flow: {[backslash]: environment}}]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
}

const fromMarkdown: FromMarkdown = {
  enter: {
    texEnvironment(token) {
      this.enter({type: 'math', meta: null, value: ''}, token)
      this.buffer()
    },
    texEnvironmentValue(token) {
      this.config.enter.data?.call(this, token)
    },
  },
  exit: {
    texEnvironmentValue(token) {
      this.config.exit.data?.call(this, token)
    },
    texEnvironment(token) {
      const value = this.resume()
      const node = this.stack.at(-1)
      if (node?.type === 'math') node.value = value
      this.exit(token)
    },
  },
}

/** `concrete`: a line `- x` within begins no list. */
const environment: Construct = {name: 'texEnvironment', concrete: true, tokenize: tokenizeEnvironment}

function isEnding(code: Code): boolean {
  return code === null || code < -2
}

function tokenizeEnvironment(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {interrupt} = this
  const reader = openReader()
  let line = ''
  return (code) => {
    effects.enter('texEnvironment')
    effects.enter('texEnvironmentValue')
    return words(code)
  }

  function words(code: Code): State | undefined {
    if (!isEnding(code)) {
      line += code === null || code < 0 ? ' ' : String.fromCodePoint(code)
      if (line.length === longestOpening && !reader.opens(line)) return nok(code)
      effects.consume(code)
      return words
    }
    const found = reader.read(line)
    if (found === 'none' || line.trim() === '') return nok(code)
    effects.exit('texEnvironmentValue')
    if (found === 'closed') {
      effects.exit('texEnvironment')
      return ok(code)
    }
    if (interrupt) return ok(code) // a paragraph ends here; whether the formula is closed is seen then
    line = ''
    return effects.check(ownLine, next, nok)(code)
  }

  function next(code: Code): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return begin
  }

  function begin(code: Code): State | undefined {
    if (isEnding(code)) return nok(code) // a blank line, or the end
    effects.enter('texEnvironmentValue')
    return words(code)
  }
}

interface Reader {
  /** Whether the first line, or its beginning, opens an environment. */
  opens(line: string): boolean
  /** Lines are told in their order. */
  read(line: string): 'open' | 'closed' | 'none'
}

function openReader(): Reader {
  const open: string[] = []
  let outer: string | undefined
  const opens = (line: string) => {
    outer ??= opening.exec(line)?.[1]
    return outer !== undefined
  }
  return {
    opens,
    read: (line) => {
      if (!opens(line)) return 'none'
      for (const {0: whole, 1: edge, 2: name = '', index} of line.matchAll(edges)) {
        if (edge === 'begin') {
          if (open.length >= deepest || (open.length > 0 && apart.test(name))) return 'none'
          open.push(name)
        } else if (open.pop() !== name) return 'none'
        else if (open.length === 0) return line.slice(index + whole.length).trim() === '' ? 'closed' : 'none'
      }
      return 'open'
    },
  }
}

/** The next line is the container's own, and no lazy one (CommonMark 0.31.2 §5.1). */
const ownLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const isLazy = () => this.parser.lazy[this.now().line] === true
    return (code) => {
      if (code === null) return nok(code)
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return (following) => (isLazy() ? nok(following) : ok(following))
    }
  },
}
