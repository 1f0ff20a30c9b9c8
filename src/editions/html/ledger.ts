/** What one page refers to: anchors that links need, notes that are called, styles that became classes. */
import type {Element, Properties} from 'hast'

/** Structure gives every block an id, for printed pages; on screen only those that something links to are kept. */
const blockId = /^c\d+-b\d+$/

export interface Ledger {
  /** Ids that a link or a label names. */
  wanted: Set<string>
  blocks: Element[]
  /** Keys of `galley.notes`, in order of their first call. */
  called: Set<string>
  /** `style` → class. */
  styles: Map<string, string>
}

export function openLedger(): Ledger {
  return {wanted: new Set(), blocks: [], called: new Set(), styles: new Map()}
}

export function enterElement({wanted, blocks}: Ledger, element: Element): void {
  const {href, id} = element.properties
  if (typeof href === 'string' && href.startsWith('#')) wanted.add(href.slice(1))
  if (typeof id === 'string' && blockId.test(id)) blocks.push(element)
}

/** Id of the preview of a note. */
export function previewId(note: string): string {
  return `pv-${note}`
}

export function callNote({called}: Ledger, note: string, properties: Properties): void {
  called.add(note)
  properties.ariaDescribedBy = [previewId(note)]
  properties.dataNote = ''
}

/** The page's policy refuses `style` attributes, so each becomes a class of the page. */
export function liftStyle({styles}: Ledger, properties: Properties): void {
  const style = String(properties.style)
  const name = styles.get(style) ?? `s${styles.size + 1}`
  styles.set(style, name)
  delete properties.style
  properties.className = [...(Array.isArray(properties.className) ? properties.className : []), name]
}

export function closeLedger({wanted, blocks}: Ledger): void {
  for (const {properties} of blocks) if (!wanted.has(String(properties.id))) delete properties.id
}

export function styleRules({styles}: Ledger): string {
  return [...styles].map(([style, name]) => `.${name}{${style.replace(/[<{}]/g, '')}}\n`).join('')
}
