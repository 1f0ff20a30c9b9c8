/** MathML that the author wrote: what of it a book prints. The elements of MathML Core and their attributes, nothing that
 * leads, acts or annotates, and nothing of HTML inside; with words for readers that cannot set it. */
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'

const layout = ['mrow', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'merror', 'mpadded', 'mphantom', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'none', 'mtable', 'mtr', 'mtd', 'semantics', 'mfenced', 'menclose']
const tokens = new Set(['mi', 'mn', 'mo', 'mtext', 'ms', 'mspace'])

/** MathML Core §2–3, and two of MathML 3 that reading systems know. `maction`, `annotation`, `mglyph` and links are left out. */
export const mathNames = ['math', ...layout, ...tokens]

const any = ['dir', 'displaystyle', 'scriptlevel', 'mathvariant']
const attributes: Record<string, string[]> = {
  math: ['display', 'alttext'],
  mo: ['form', 'fence', 'separator', 'lspace', 'rspace', 'stretchy', 'symmetric', 'maxsize', 'minsize', 'largeop', 'movablelimits'],
  mfrac: ['linethickness'],
  mspace: ['width', 'height', 'depth'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  munder: ['accentunder'],
  mover: ['accent'],
  munderover: ['accent', 'accentunder'],
  mtable: ['columnalign'],
  mtd: ['columnspan', 'rowSpan', 'columnalign'],
  mfenced: ['open', 'close', 'separators'],
  menclose: ['notation'],
}

export const mathAttributes = Object.fromEntries(mathNames.map((name) => [name, [...any, ...(attributes[name] ?? [])]]))

/** Lengths, names and signs: no functions of CSS. */
const plain = /^(?!.*\p{L}\()[\p{L}\p{N}\s.,;:%+\-()[\]{}|⟨⟩‖]{0,40}$/u
const known = new Set(mathNames)

/** In place, of a tree that has been sanitised by these names. */
export function finishMath(root: Root): void {
  const look = (parent: Root | Element): void => {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== 'element') continue
      if (child.tagName !== 'math') {
        look(child)
        continue
      }
      const math = tidy(child)
      const words = math.properties.alttext
      math.properties.alttext = typeof words === 'string' && words.trim() !== '' ? words : sayMath(math)
      parent.children[index] = parent.type === 'root' ? {type: 'element', tagName: 'div', properties: {className: ['formula']}, children: [math]} : math
    }
  }
  look(root)
}

function tidy(element: Element): Element {
  const properties: Element['properties'] = {}
  for (const [name, value] of Object.entries(element.properties)) {
    if (name === 'alttext' || (mathAttributes[element.tagName]?.includes(name) && plain.test(String(value)))) properties[name] = value
  }
  if (tokens.has(element.tagName)) return {...element, properties, children: [{type: 'text', value: toString(element)}]}
  return {...element, properties, children: element.children.flatMap(tidyChild)}
}

/** Words stand in an element of their own. */
function tidyChild(child: ElementContent): ElementContent[] {
  if (child.type === 'element' && known.has(child.tagName) && child.tagName !== 'math') return [tidy(child)]
  const text = child.type === 'element' ? toString(child) : child.type === 'text' ? child.value : ''
  return text.trim() === '' ? [] : [{type: 'element', tagName: 'mtext', properties: {}, children: [{type: 'text', value: text.trim()}]}]
}

/** `1/2`, `x^2`, `√(x+1)`: what a formula says in one line. */
function sayMath(node: Element): string {
  const parts = node.children.flatMap((child) => (child.type === 'element' ? [sayMath(child)] : []))
  const [base = '', first = '', second = ''] = parts
  if (node.tagName === 'mfrac') return `${closed(base)}/${closed(first)}`
  if (node.tagName === 'msup' || node.tagName === 'mover') return `${closed(base)}^${closed(first)}`
  if (node.tagName === 'msub' || node.tagName === 'munder') return `${closed(base)}_${closed(first)}`
  if (node.tagName === 'msubsup' || node.tagName === 'munderover') return `${closed(base)}_${closed(first)}^${closed(second)}`
  if (node.tagName === 'msqrt') return `√${closed(parts.join(''))}`
  if (node.tagName === 'mroot') return `${closed(first)}√${closed(base)}`
  if (node.tagName === 'mtr') return parts.join(', ')
  if (node.tagName === 'mtable') return parts.join('; ')
  if (node.tagName === 'mfenced') return `(${parts.join(', ')})`
  return parts.length > 0 ? parts.join('') : toString(node).trim()
}

function closed(part: string): string {
  return [...part].length > 1 && !/^(?:\d+(?:\.\d+)?|\(.*\))$/.test(part) ? `(${part})` : part
}
