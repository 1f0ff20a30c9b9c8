/** `\[1\]`, `\[2,3\]`: both brackets escaped, as pandoc and word processors export every bracket of a text. */
import type {Code, Construct, Effects, State} from 'micromark-util-types'
import {readMarker} from '../dialects.ts'

const backslash = 92
const opening = 91
const closing = 93

/** UTF-16 units; no marker is longer. */
const longest = 200
const inside = /[\p{L}\p{N} .,，、;；:：–-]/u

export const escapedMarker: Construct = {name: 'citationEscaped', tokenize}

/** `\[1\]` → `[1]` */
export function withoutEscapes(raw: string): string {
  return raw.replace(/\\(?=[[\]])/g, '')
}

function tokenize(effects: Effects, ok: State, nok: State): State {
  let raw = ''
  return (code) => {
    effects.enter('citation')
    effects.consume(code)
    return open
  }
  function open(code: Code): State | undefined {
    return code === opening ? take(code) : nok(code)
  }
  function take(code: number): State {
    raw += String.fromCodePoint(code)
    effects.consume(code)
    return within
  }
  function within(code: Code): State | undefined {
    if (code === null || code < 0 || raw.length > longest) return nok(code)
    if (code === backslash) {
      effects.consume(code)
      return close
    }
    return inside.test(String.fromCodePoint(code)) ? take(code) : nok(code)
  }
  function close(code: Code): State | undefined {
    if (code !== closing || readMarker(`${raw}]`)?.dialect !== 'bracket') return nok(code)
    effects.consume(code)
    return (next) => {
      effects.exit('citation')
      return ok(next)
    }
  }
}
