/** Pop-up notes: calls and, at the end of the chapter, the notes they open.
 *
 * Reading systems show an `aside` of type `footnote` in the same file as its `noteref`. Kindle merges notes that do not
 * begin with their numbered link back, so every note does. Terms need none: they open their entry in the glossary. */
import type {Element, ElementContent} from 'hast'
import type {GalleyNote, Slot} from '../../model/nodes.ts'
import type {Conversion} from './conversion.ts'
import {hrefTo, idOfNote} from './links.ts'

type NoteSlot = Extract<Slot, {type: 'note'}>

/** Content of a note → content of its `aside`. */
type Convert = (nodes: ElementContent[]) => ElementContent[]

/** Makes `link` a call. @returns False where the galley has no such note. */
export function callNote({id, kind}: NoteSlot, link: Element, conversion: Conversion): boolean {
  const note = conversion.galley.notes.get(id)
  if (!note) return false
  if (kind === 'term') {
    const href = hrefTo(note.target, conversion.fileName, conversion.links)
    if (href === undefined) return false
    Object.assign(link.properties, {href, 'epub:type': 'glossref', role: 'doc-glossref'})
    return true
  }
  const calls = conversion.notes.get(id) ?? []
  conversion.notes.set(id, calls)
  link.properties.id ??= freeId(`${noteId(note, conversion)}-call-${calls.length + 1}`, conversion)
  calls.push(String(link.properties.id))
  Object.assign(link.properties, {href: `#${noteId(note, conversion)}`, 'epub:type': 'noteref', role: 'doc-noteref'})
  return true
}

/** The section that setting leaves for footnotes: its notes are in `galley.notes`. */
export function isNotes({properties}: Element): boolean {
  return properties.dataFootnotes !== undefined
}

/** @returns All notes called in the chapter: footnotes first, then citations, each by number. */
export function composeNotes(conversion: Conversion, convert: Convert): ElementContent[] {
  const asides: Element[] = []
  for (let round = 0; round < 3 && asides.length < conversion.notes.size; round++) { // a note may call a note
    for (const [id, calls] of [...conversion.notes]) {
      const note = conversion.galley.notes.get(id)
      if (note && !asides.some(({properties}) => properties.id === noteId(note, conversion))) asides.push(composeNote(note, calls, conversion, convert))
    }
  }
  if (asides.length === 0) return []
  const order = new Map([...conversion.notes.keys()].flatMap((id) => {
    const note = conversion.galley.notes.get(id)
    return note ? [[noteId(note, conversion), [note.kind === 'footnote' ? 0 : 1, Number.parseInt(note.label, 10) || 0]] as const] : []
  }))
  asides.sort((a, b) => {
    const [kindA = 0, numberA = 0] = order.get(String(a.properties.id)) ?? []
    const [kindB = 0, numberB = 0] = order.get(String(b.properties.id)) ?? []
    return kindA - kindB || numberA - numberB
  })
  return [{type: 'element', tagName: 'section', properties: {id: freeId(`${conversion.chapter.id}-notes`, conversion), className: ['notes'], 'epub:type': 'footnotes', ariaLabel: conversion.locale.text('notes.title')}, children: asides}]
}

function composeNote(note: GalleyNote, calls: string[], conversion: Conversion, convert: Convert): Element {
  const id = noteId(note, conversion)
  conversion.ids.add(id)
  const label = note.kind === 'citation' && /^\d+$/.test(note.label) ? `[${note.label}]` : note.label
  const back: Element = {type: 'element', tagName: 'a', properties: {href: `#${calls[0]}`, className: ['note-number'], 'epub:type': 'backlink', role: 'doc-backlink', ariaLabel: `${label} ${conversion.locale.text('notes.back')}`}, children: [{type: 'text', value: label}]}
  const opening: ElementContent[] = [back, {type: 'text', value: ' '}]
  const blocks = asBlocks(convert(note.children))
  const [first] = blocks
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(...opening)
  else blocks.unshift({type: 'element', tagName: 'p', properties: {}, children: opening})
  const entry = note.kind === 'citation' ? hrefTo(note.target, conversion.fileName, conversion.links) : undefined
  const last = blocks.at(-1)
  if (entry && last?.type === 'element') last.children.push({type: 'text', value: ' '}, {type: 'element', tagName: 'a', properties: {href: entry, className: ['note-entry']}, children: [{type: 'text', value: conversion.locale.text('epub.allCalls')}]})
  return {type: 'element', tagName: 'aside', properties: {id, className: [note.kind], 'epub:type': 'footnote', role: 'doc-footnote'}, children: blocks}
}

/** Runs of phrasing content become paragraphs; blocks stay. */
function asBlocks(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let run: ElementContent[] | undefined
  for (const node of nodes) {
    if (node.type === 'element' && /^(p|div|ul|ol|dl|table|pre|blockquote|figure|h[1-6])$/.test(node.tagName)) {
      run = undefined
      result.push(node)
    } else if (run) {
      run.push(node)
    } else if (node.type !== 'text' || node.value.trim() !== '') {
      run = [node]
      result.push({type: 'element', tagName: 'p', properties: {}, children: run})
    }
  }
  return result
}

const noteId = ({id}: GalleyNote, {chapter}: Conversion) => idOfNote(id, chapter.id)

function freeId(wanted: string, {ids}: Conversion): string {
  let id = wanted
  for (let count = 2; ids.has(id); count++) id = `${wanted}-${count}`
  ids.add(id)
  return id
}
