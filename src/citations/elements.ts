/** Elements that citations and their list are set with. */
import type {Element, ElementContent, Text} from 'hast'
import type {CitationItem} from '../model/nodes.ts'

export function callElement({anchor, target}: CitationItem, missing: boolean, children: ElementContent[]): Element {
  const properties = {className: ['citation-call', ...(missing ? ['missing'] : [])], ...(anchor ? {id: anchor} : {}), href: `#${target ?? ''}`}
  return {...element('a', properties, children), data: {slot: {type: 'note', kind: 'citation', id: target ?? ''}}}
}

export function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}

export function text(value: string): Text {
  return {type: 'text', value}
}
