/** hast as `convert.ts` leaves it → XHTML text. Small and fast: the attributes are few and known by then. */
import type {ElementContent, Properties} from 'hast'

const empty = new Set(['br', 'col', 'hr', 'img', 'wbr'])

/** Children of `body`; the template around them declares the namespaces. */
export function writeXhtml(nodes: ElementContent[]): string {
  let xhtml = ''
  for (const node of nodes) {
    if (node.type === 'text') xhtml += escapeText(node.value)
    else if (node.type === 'element') {
      const {tagName, properties, children} = node
      xhtml += `<${tagName}${writeAttributes(properties)}${empty.has(tagName) ? '/>' : `>${writeXhtml(children)}</${tagName}>`}`
    }
  }
  return xhtml
}

function writeAttributes(properties: Properties): string {
  let attributes = ''
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    const name = key === 'className' ? 'class' : key.startsWith('aria') ? `aria-${key.slice(4).toLowerCase()}` : key.toLowerCase()
    const text = value === true ? name : Array.isArray(value) ? value.join(' ') : String(value)
    attributes += ` ${name}="${escapeText(text).replaceAll('"', '&quot;').replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)}"`
  }
  return attributes
}

/** `>` too: `]]>` must not stand in content (XML 1.0 §2.4). */
function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
}
