/** A task's checkbox → a mark that prints everywhere and says what it means: a page of a book holds no form. */
import type {Element} from 'hast'
import type {Locale} from '../model/locale.ts'

export function taskMark({properties}: Element, locale: Locale): Element {
  const state = properties.checked ? 'done' : 'open'
  return {
    type: 'element',
    tagName: 'span',
    properties: {className: ['task', `task-${state}`], role: 'img', ariaLabel: locale.text(`task.${state}`)},
    children: [{type: 'text', value: properties.checked ? '\u2611' : '\u2610'}],
  }
}
