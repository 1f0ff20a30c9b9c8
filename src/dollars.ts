/** Step 1: dollars that are money stay text, and those of shells: `$5 到 $10` is no formula, nor is $HOME beside `$PATH`.
 *
 * A formula's inner edges are alike, both tight or both with a space, and no digit follows its closing dollar
 * (pandoc, `tex_math_dollars`, which asks for tight edges; generated texts often write `$ x $`). */
import type {Code, Construct, Extension, State} from 'micromark-util-types'
import type {Processor} from 'unified'

const dollar = 36
const zero = 48
const nine = 57

/** After remark-math: wraps its construct. */
export function remarkDollars(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).flat().map(guard)
}

function guard(extension: Extension): Extension {
  const construct = extension.text?.[dollar]
  if (!construct || Array.isArray(construct)) return extension
  return {...extension, text: {...extension.text, [dollar]: refuseMoney(construct)}}
}

function refuseMoney(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const before = this.previous
      const accept: State = (code) => {
        const token = this.events.at(-1)?.[1]
        return token && isMoney(this.sliceSerialize(token), before, code) ? nok(code) : ok(code)
      }
      return construct.tokenize.call(this, effects, accept, nok)
    },
  }
}

/** A to Z, of either case. */
function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

/** An odd backquote: a code span begins in it and ends behind it, and code goes before all but HTML (CommonMark 0.31.2 §6.1). In
 * words within a formula it is a quotation mark of TeX. */
function cutsCode(written: string): boolean {
  return written.includes('`') && (written.match(/`+/g)?.length ?? 0) % 2 === 1 && !/\\(?:text|mbox|hbox)/.test(written)
}

/** @param written With its dollars. Two and more of them are meant as mathematics. */
function isMoney(written: string, before: Code, next: Code): boolean {
  if (written.startsWith('$$')) return false
  if (cutsCode(written)) return true
  if (before !== null && isLetter(before) && /\d/.test(written.charAt(1))) return true // US$3
  if (next !== null && next >= zero && next <= nine) return true
  return /\s/.test(written.charAt(1)) !== /\s/.test(written.charAt(written.length - 2))
}
