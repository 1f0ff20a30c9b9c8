/** Step 1: `<aside>` on a line of its own with Markdown right below it, as Notion exports its callouts, and `</aside>`.
 *
 * CommonMark reads a block of HTML up to the next blank line (0.31.2 §4.6), and would print all of it as it is written. An element with
 * a blank line or with HTML below it is left to it. */
import type {Code, Construct, State} from 'micromark-util-types'

/** In the place of colons: fewer than a fence has. */
export const asideMarks = 1

const [opening, closing] = ['<aside>', '</aside>']
/** UTF-16 units of what stands below. */
const ahead = 6
/** Notion's own signs are pictures. */
const html = /^<(?!img\b)/i

/** `concrete`: a list right below closes no line of it. */
export const asideFence: Construct = {
  name: 'asideFence',
  concrete: true,
  tokenize(effects, ok, nok) {
    let line = ''
    const within: State = (code) => {
      if (!isEnd(code)) {
        line += code === null || code < 0 ? ' ' : String.fromCharCode(code)
        if (line.length > closing.length && line.trimEnd().length > closing.length) return nok(code)
        effects.consume(code)
        return within
      }
      effects.exit('containerRest')
      effects.exit('containerFence')
      const mark = line.trimEnd().toLowerCase()
      if (mark === closing) return ok(code)
      return mark === opening && code !== null ? effects.check(words, ok, nok)(code) : nok(code)
    }
    return (code) => {
      effects.enter('containerFence')
      effects.enter('containerRest')
      return within(code)
    }
  },
}

/** The next line begins with them. */
const words: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let line = ''
    const end: State = (code) => (line.trim() === '' || html.test(line.trim()) ? nok(code) : ok(code))
    const within: State = (code) => {
      if (isEnd(code) || line.length === ahead) {
        if (line !== '') effects.exit('containerRest')
        return end(code)
      }
      if (line === '') effects.enter('containerRest')
      line += code === null || code < 0 ? ' ' : String.fromCharCode(code)
      effects.consume(code)
      return within
    }
    return (code) => {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return within
    }
  },
}

function isEnd(code: Code): boolean {
  return code === null || code < -2
}
