/** Blanks to be filled in, written as underscores: `“____，____”` in a paper, `（__）` in a form.
 *
 * CommonMark opens an emphasis at a row of underscores between two marks of punctuation (§6.2), so that two blanks were gone
 * and what stands between them was bold. Nobody emphasises by four of them, nor from a bracket or a quotation mark on words
 * that open with a comma or a closing mark. */
import type {Code, Construct, Extension, State} from 'micromark-util-types'
import type {Processor} from 'unified'

const underscore = 95
/** `___` opens bold italics; a longer row is a blank wherever it stands. */
const emphatic = 3
const opening = new Set(Array.from('“‘「『《〈（(【〔［', (character) => character.charCodeAt(0)))
const closing = new Set(Array.from('”’」』》〉）)】〕］，。、；：？！,.;:?!', (character) => character.charCodeAt(0)))

const blank: Construct = {
  name: 'blank',
  previous: (code) => code !== underscore,
  tokenize(effects, ok, nok) {
    const opened = this.previous !== null && opening.has(this.previous)
    let length = 0
    return start

    function start(code: Code): State | undefined {
      effects.enter('data')
      return inside(code)
    }

    function inside(code: Code): State | undefined {
      if (code === underscore) {
        effects.consume(code)
        length += 1
        return inside
      }
      if (length <= emphatic && !(opened && code !== null && closing.has(code))) return nok(code)
      effects.exit('data')
      return ok(code)
    }
  },
}

const syntax: Extension = {text: {[underscore]: blank}}

/** Use it last: it comes before what reads emphasis. */
export function remarkBlanks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
}
