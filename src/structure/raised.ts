/** `x^2^`, `10^-3^`, `1^st^` → raised, as pandoc reads them: powers, charges and ordinals behind what carries them. A number that stands so
 * behind a word may call a source (`模型^12^`), and stays as it is written. */
import type {Book} from '../model/book.ts'
import {spanOf} from './blocks.ts'
import {partText} from './text-parts.ts'
import {replaceChildren} from './walk.ts'

/** Behind any letter or figure: what is no number of a source. */
const signed = String.raw`(?<=[\p{Script=Latin}\p{Script=Greek}\d)])\^([-+−–]\d{1,3}|\d{0,2}[-+−]|st|nd|rd|th|[a-z])\^`
/** Behind a single letter, a unit, or what is often raised to a power. */
const power = String.raw`(?<=(?<!\p{L})(?:[\p{Script=Latin}\p{Script=Greek}]|[cdkmnμµ]m|ft)|(?<![\d.,])(?:10|2))\^(\d{1,3})\^`
const pattern = new RegExp(`(?:${signed}|${power})(?![\\p{Script=Latin}\\d^])`, 'gu')

/** After citations are told, and before marks of other programs are. */
export function raisePowers({texts}: Pick<Book, 'texts'>): void {
  for (const {tree, text} of texts) {
    if (!text.includes('^')) continue
    replaceChildren(tree, (node) => (node.type === 'text' && node.value.includes('^') ? partText(node, text, pattern, ([, sign, number]) => spanOf('sup', {}, [{type: 'text', value: sign ?? number ?? ''}])) : undefined))
  }
}
