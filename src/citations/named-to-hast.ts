/** A citation by name and year:
 *
 *     <span class="citation named">（<a class="citation-call" id="cite-7" href="#ref-2">刘知远等，2020a</a>；<a …>2021</a>）</span>
 *
 * A source of the same author follows with its year only; one that keeps its number has it in square brackets. */
import type {Element, ElementContent} from 'hast'
import type {Book, Source} from '../model/book.ts'
import type {Locale} from '../model/locale.ts'
import type {Citation} from '../model/nodes.ts'
import {callElement, element, text} from './elements.ts'

export function namedCitation({items, named}: Citation, {sources}: Book, {fullWidth}: Locale): Element {
  const marks = fullWidth ? {open: '（', close: '）', comma: '，', part: '；', place: '：'} : {open: '(', close: ')', comma: ', ', part: '; ', place: ', '}
  const inner: ElementContent[] = []
  let last: Source['call']
  for (const [index, item] of items.entries()) {
    const source = sources.get(item.number)
    const call = source?.call
    const same = call !== undefined && last?.who === call.who
    if (index > 0) inner.push(text(same ? marks.comma : marks.part))
    const label = call ? (same || named?.bare ? call.year : `${call.who}${marks.comma}${call.year}`) : `[${item.label ?? item.number}]`
    inner.push(callElement(item, source === undefined, [text(label)]))
    if (item.locator !== undefined) inner.push(text(`${marks.place}${item.locator}`))
    last = item.locator === undefined ? call : undefined
  }
  const children = named?.enclosed ? [...(named.bare ? [text(marks.comma)] : []), ...inner] : [text(marks.open), ...inner, text(marks.close)]
  return element('span', {className: ['citation', 'named']}, children)
}
