/** A formula and the punctuation that follows it, in one unbreakable span.
 *
 * GB/T 15834: a comma or a full stop never opens a line. Browsers allow a break after anything that is no text. */
import type {Element, ElementContent} from 'hast'

const closing = /^[，。、；：？！）》〉」』】”’,.;:?!)\]]+/u

export function keepClosingMarks(nodes: ElementContent[]): ElementContent[] {
  if (!nodes.some(isFormula)) return nodes
  const result: ElementContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    const marks = last && isFormula(last) && node.type === 'text' ? closing.exec(node.value)?.[0] : undefined
    if (!last || marks === undefined || node.type !== 'text') {
      result.push(node)
      continue
    }
    const rest = node.value.slice(marks.length)
    result[result.length - 1] = {type: 'element', tagName: 'span', properties: {className: ['nobreak']}, children: [last, {type: 'text', value: marks}]}
    if (rest !== '') result.push({...node, value: rest})
  }
  return result
}

function isFormula(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'math' && node.properties.display !== 'block'
}
