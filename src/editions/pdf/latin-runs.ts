/** Latin within Chinese text: what of it is slanted, what is narrow. */
import type {Element, ElementContent} from 'hast'

/** Emphasis in Chinese text: Latin is set in italics, and each Han gets its dot, drawn by the style sheet. Marks of
 * `text-emphasis` would come out of the PDF as text. */
export function markEmphasis(emphasis: Element): void {
  const dotted = emphasis.tagName === 'em'
  emphasis.children = emphasis.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [child]
    return child.value.split(latinRun).flatMap((piece, index): ElementContent[] => (index % 2 === 1 ? [spanOf('slant', piece)] : dotted ? dotHan(piece) : piece === '' ? [] : [{type: 'text', value: piece}]))
  })
}

/** Letters with what stands between them, from a letter on. */
const latinRun = /(\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\p{N}\s.,:;!?'’&/-]*[\p{Script=Latin}\p{M}\p{N}.!?])?)/u

/** Punctuation takes no dot (CLREQ §3.4.2). */
function dotHan(text: string): ElementContent[] {
  return text.split(/(\p{Script=Han})/u).flatMap((piece, index): ElementContent[] => (piece === '' ? [] : index % 2 === 1 ? [spanOf('dot', piece)] : [{type: 'text', value: piece}]))
}

/** The apostrophe inside a Latin word is narrow, in Chinese text too. */
export function narrowApostrophes(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'text' || !node.value.includes('’')) return [node]
    return node.value.split(/(?<=\p{Script=Latin})(’)(?=\p{Script=Latin})/u).flatMap((piece, index): ElementContent[] => (piece === '' ? [] : index % 2 === 1 ? [spanOf('apostrophe', piece)] : [{type: 'text', value: piece}]))
  })
}

function spanOf(name: string, value: string): Element {
  return {type: 'element', tagName: 'span', properties: {className: [name]}, children: [{type: 'text', value}]}
}
