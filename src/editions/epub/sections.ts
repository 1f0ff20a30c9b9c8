/** Headings → sections, one inside the other, as the contents nest: what a heading rules is told by the tree and not by its rank alone.
 *
 * The section has the anchor, as in the books of Standard Ebooks; numbers and titles are told apart by `epub:type`. */
import type {Element, ElementContent} from 'hast'
import {headings, isElement} from './content-model.ts'

/** @param nodes What follows the heading of the chapter. @returns The same, each heading opening a section that ends before the next of its rank. */
export function nestSections(nodes: ElementContent[]): ElementContent[] {
  const top: ElementContent[] = []
  const open: {depth: number; section: Element}[] = []
  const current = () => open.at(-1)?.section.children ?? top
  for (const node of nodes) {
    if (!isElement(node) || !headings.has(node.tagName)) {
      current().push(node)
      continue
    }
    const depth = Number(node.tagName.slice(1))
    const mark = takePageMark(current())
    dropBreak(current())
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const {id, ...properties} = node.properties
    const section: Element = {type: 'element', tagName: 'section', properties: {...(id === undefined ? {} : {id}), 'epub:type': 'z3998:subchapter'}, children: [...mark, inflectHeading({...node, properties})]}
    current().push(section)
    open.push({depth, section})
  }
  dropBreak(current())
  return top
}

/** A rule between two blocks parts them; at the end of a section it parts nothing. Assistants write one before each heading. */
function dropBreak(nodes: ElementContent[]): void {
  const last = nodes.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '')
  const rule = nodes[last]
  if (rule && isElement(rule, 'hr')) nodes.splice(last)
}

/** A page that begins with the heading begins in its section. */
function takePageMark(nodes: ElementContent[]): ElementContent[] {
  const marks: ElementContent[] = []
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    const space = last.type === 'text' && last.value.trim() === ''
    if (!space && !(isElement(last) && last.properties['epub:type'] === 'pagebreak')) break
    nodes.pop()
    if (!space) marks.unshift(last)
  }
  return marks
}

/** The number that the program gave is an ordinal, the rest a title. */
export function inflectHeading(heading: Element): Element {
  const [number, ...rest] = heading.children
  if (!number || !isElement(number, 'span') || !isOf('heading-number', number) || rest.length === 0) return {...heading, properties: {...heading.properties, 'epub:type': 'title'}}
  const title: Element = {type: 'element', tagName: 'span', properties: {'epub:type': 'title'}, children: trimStart(rest)}
  const gap = rest[0]?.type === 'text' ? (/^\s*/.exec(rest[0].value)?.[0] ?? '') : ''
  return {...heading, children: [{...number, properties: {...number.properties, 'epub:type': 'ordinal'}}, ...(gap ? [{type: 'text' as const, value: gap}] : []), title]}
}

function trimStart([first, ...rest]: ElementContent[]): ElementContent[] {
  if (first?.type !== 'text') return first ? [first, ...rest] : rest
  const value = first.value.trimStart()
  return value === '' ? rest : [{type: 'text', value}, ...rest]
}

/** Entries of the glossary: the term is what is defined, and the definition says so (EPUB SSV). */
export function inflectEntry(entry: Element): Element {
  return {...entry, children: entry.children.map((child) => {
    if (child.type !== 'element') return child
    if (child.tagName === 'dt') return {...child, properties: {...child.properties, 'epub:type': 'glossterm'}, children: child.children.map((name) => (isElement(name, 'strong') ? {type: 'element' as const, tagName: 'dfn', properties: {}, children: [name]} : name))}
    return child.tagName === 'dd' && isOf('definition', child) ? {...child, properties: {...child.properties, 'epub:type': 'glossdef'}} : child
  })}
}

export function isOf(name: string, {properties}: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}
