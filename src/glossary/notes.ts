/** Previews of terms: names and definitions, by entry. */
import type {Element, ElementContent} from 'hast'
import type {Book} from '../model/book.ts'
import type {GalleyNote} from '../model/nodes.ts'
import {mainForm} from './termbase.ts'

export function glossaryNotes(book: Book): GalleyNote[] {
  const {locales} = book.config.glossary
  const used = new Set(book.mentions.map(({entry}) => entry))
  return [...book.terms.values()].filter(({id}) => used.has(id)).map((entry) => {
    const label = mainForm(entry, locales)
    const partner = entry.forms[locales[1]]
    const foreign = [...(partner !== undefined && partner !== label ? [partner] : []), ...(entry.abbreviation ? [entry.abbreviation] : [])].join(', ')
    const names = element('p', {}, [element('strong', {}, [{type: 'text', value: label}]), ...(foreign ? [{type: 'text' as const, value: ' '}, span(locales[1], foreign)] : [])])
    const definitions = locales.filter((lang) => entry.definitions[lang] !== undefined).map((lang) => element('p', lang.split('-')[0] === book.config.language.split('-')[0] ? {} : {lang}, [{type: 'text', value: entry.definitions[lang] ?? ''}]))
    return {id: `term-${entry.id}`, kind: 'term', label, target: entry.id, children: [names, ...definitions]}
  })
}

function span(lang: string, value: string): Element {
  return element('span', {lang}, [{type: 'text', value}])
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}
