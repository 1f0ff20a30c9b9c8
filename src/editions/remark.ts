/** Paragraphs that are emphasised as a whole: setting marks them by a class, style sheets set them in Kai. */
import type {Element} from 'hast'

export function isRemark({tagName, properties: {className}}: Element): boolean {
  return tagName === 'p' && Array.isArray(className) && className.includes('remark')
}
