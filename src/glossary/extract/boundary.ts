/** Which of the words before a parenthesis begin the term. Run of characters and its gloss in, offset of the likeliest cut out.
 *
 * No one sign tells it, so each place is weighed by all signs of `signs.ts`. The weights were fitted by multinomial
 * logistic regression to glosses labelled by hand, so that the sum of a place gives its probability. */
import {readCuts, type Setting} from './signs.ts'
import {weights} from './weights.ts'

/** @returns Offset in `raw` where the term most likely begins, and how likely it does, to 1. */
export function bestCut(setting: Setting): {start: number; confidence: number} | undefined {
  const cuts = readCuts(setting).map(({start, signs}) => ({start, score: Object.entries(signs).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0)}))
  const best = cuts.reduce((one, other) => (other.score > one.score ? other : one), {start: -1, score: Number.NEGATIVE_INFINITY})
  if (best.start < 0) return undefined
  const confidence = 1 / cuts.reduce((sum, {score}) => sum + Math.exp(score - best.score), 0)
  return {start: best.start, confidence}
}
