/** What a style for print may not set: pages have the size that the settings give, folios count themselves, and a thing stands once. */
import type {CssNode} from 'css-tree'

/** Families that the PDF has; all others are fonts of the reader's machine, which it cannot know. */
const known = /^(?:banben (?:song|hei|kai|mono|math|italic)|serif|sans-serif|monospace|cursive|fantasy|math|system-ui|ui-[a-z-]+|inherit|initial|unset|revert|revert-layer)$/i

/** @param within Name of the at-rule around.
 * @param plain Of the declaration's value, as CSS. */
export function refusedInPrint(property: string, plain: string, within: string | undefined): boolean {
  if (property === 'page') return true
  if (property === 'position') return /^\s*fixed\b/i.test(plain) // a browser prints it on every page (CSS Position 3 §2.1)
  if (/^counter-(?:reset|increment|set)$/.test(property)) return /^(?:page|.*-(?:left|right|center|middle|top|bottom|corner))$/.test(within ?? '') || /(?<![\w-])(?:pages?|fm|p-[\w-]+)(?![\w-])/i.test(plain)
  return within === 'page' && /^(?:size|page-orientation|display)$/.test(property)
}

/** @returns Names of fonts that the PDF does not have. */
export function unknownFonts(value: CssNode): string[] {
  if (value.type !== 'Value') return []
  const names: string[] = []
  let words: string[] = []
  const end = () => {
    const name = words.join(' ')
    if (name !== '' && !known.test(name)) names.push(name)
    words = []
  }
  for (const node of value.children) {
    if (node.type === 'String') words.push(node.value)
    else if (node.type === 'Identifier') words.push(node.name)
    else if (node.type === 'Operator' && node.value === ',') end()
    else return []
  }
  end()
  return names
}
