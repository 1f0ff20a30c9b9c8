/** Markers of ordered lists stand in front of the text, where `1998.` takes more room than `1.`: what has none would be cut off. */
import type {Element} from 'hast'
import {hasParenthesis} from '../list-delimiters.ts'

/** What the style sheet leaves to each list, in ems. */
const usual = 2

/** Widths of a digit, of a letter, of stop and gap, in ems. */
const [digit, letter, rest] = [0.56, 0.72, 0.55]
/** By which a bracket is wider than a stop, in ems. */
const wider = 0.1

/** @param list An `ol`; its style is set.
 * @param children Its items, which may not be in it yet. */
export function widenMarkers(list: Element, children: Element['children']): void {
  const items = children.filter((child): child is Element => child.type === 'element' && child.tagName === 'li')
  const start = Number(list.properties.start ?? 1)
  let number = Number.isInteger(start) ? start : 1
  let widest = 0
  for (const {properties} of items) {
    const own = Number(properties.value)
    if (properties.value !== undefined && Number.isInteger(own)) number = own
    widest = Math.max(widest, widthOf(number, list.properties.type))
    number += list.properties.reversed ? -1 : 1
  }
  const room = Math.ceil((widest + rest + (hasParenthesis(list) ? wider : 0)) * 10) / 10
  if (room > usual) list.properties.style = `${list.properties.style ?? ''}padding-left:${room}em`
}

function widthOf(number: number, type: unknown): number {
  if (type === 'i' || type === 'I') return romanLength(number) * letter
  if (type === 'a' || type === 'A') return Math.max(1, Math.ceil(Math.log(number * 25 / 26 + 1) / Math.log(26))) * letter
  return String(number).length * digit
}

/** Letters of a Roman number; above 3,999 browsers write it in digits. */
function romanLength(number: number): number {
  if (number < 1 || number > 3999) return String(number).length
  const letters = [0, 1, 2, 3, 2, 1, 2, 3, 4, 2]
  return Math.floor(number / 1000) + [...String(number % 1000)].reduce((sum, one) => sum + (letters[Number(one)] ?? 0), 0)
}
