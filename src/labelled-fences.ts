/** Step 1: `$$ {#eq-a}` closes a formula of several lines, as Quarto writes it; remark-math would read on to the end of the file.
 *
 * The label stays in the source, where `structure/` reads it. */
import type {Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathFlowFence: 'mathFlowFence'
    mathFlowFenceLabel: 'mathFlowFenceLabel'
    mathFlowFenceSequence: 'mathFlowFenceSequence'
  }
}

const [space, dollar, hash, opening, closing] = [32, 36, 35, 123, 125]

/** After remark-math: wraps its construct. */
export function remarkLabelledFences(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).flat().map(widen)
}

function widen(extension: Extension): Extension {
  const construct = extension.flow?.[dollar]
  if (!construct || Array.isArray(construct)) return extension
  return {...extension, flow: {...extension.flow, [dollar]: {...construct, tokenize: tokenizeWith(construct)}}}
}

/** Of what the construct attempts at the beginning of a line, the first is whether the line is its own, the rest its closing fences. */
function tokenizeWith({tokenize}: Construct): Construct['tokenize'] {
  return function (this: TokenizeContext, effects, ok, nok) {
    let own: Construct | undefined
    const attempt: Effects['attempt'] = (construct, accepted, refused) => {
      if (Array.isArray(construct) || !('tokenize' in construct)) return effects.attempt(construct, accepted, refused)
      own ??= construct as Construct
      return effects.attempt(construct === own ? construct : [construct as Construct, labelledFence], accepted, refused)
    }
    return tokenize.call(this, {...effects, attempt}, ok, nok)
  }
}

const labelledFence: Construct = {partial: true, tokenize: tokenizeLabelled}

function tokenizeLabelled(effects: Effects, ok: State, nok: State): State {
  let size = 0
  let last = 0
  const fence: State = (code) => {
    if (code !== dollar) return nok(code)
    effects.enter('mathFlowFence')
    effects.enter('mathFlowFenceSequence')
    return sequence(code)
  }
  const sequence: State = (code) => {
    if (code === dollar) {
      size += 1
      effects.consume(code)
      return sequence
    }
    effects.exit('mathFlowFenceSequence')
    return size < 2 ? nok(code) : spaces(effects, brace)(code)
  }
  const brace: State = (code) => {
    if (code !== opening) return nok(code)
    effects.enter('mathFlowFenceLabel')
    effects.consume(code)
    return (next) => (next === hash ? label(next) : nok(next))
  }
  const label: State = (code) => {
    if (code !== null && code >= 0) {
      if (code !== space) last = code
      effects.consume(code)
      return label
    }
    if (last !== closing) return nok(code)
    effects.exit('mathFlowFenceLabel')
    effects.exit('mathFlowFence')
    return ok(code)
  }
  return spaces(effects, fence)
}

function spaces(effects: Effects, then: State): State {
  const within: State = (code) => {
    if (code === space) {
      effects.consume(code)
      return within
    }
    effects.exit('whitespace')
    return then(code)
  }
  return (code) => {
    if (code !== space) return then(code)
    effects.enter('whitespace')
    return within(code)
  }
}
