/** kepub: Kobo's reader counts places, marks and notes by spans around sentences. */
import type {ElementContent} from 'hast'

/** Ends of sentences, with the closing quotes behind them; a point within a number or a name ends none. */
const sentence = /(?:[^。！？!?.…]|\.(?![\s.]|$))*(?:[。！？!?…]+|\.+(?=\s|$))[”’」』）)\]"']*\s*|(?:[^。！？!?.…]|\.(?![\s.]|$))+|\.+/gu
/** Start a new paragraph of Kobo's numbering. */
const paragraphs = /^(p|li|h[1-6]|dt|dd|td|th|pre|figcaption|caption|blockquote|div|aside)$/
/** Hold no spans: they are one thing to the reader. */
const whole = /^(math|svg|ruby|pre)$/

/** @param children Of `body`. @returns The same, sentences in spans `kobo.<paragraph>.<sentence>`, inside the two boxes that Kobo's pager expects. */
export function addKoboSpans(children: ElementContent[]): ElementContent[] {
  const state = {paragraph: 0, sentence: 0}
  const box = (id: string, content: ElementContent[]): ElementContent => ({type: 'element', tagName: 'div', properties: {id}, children: content})
  return [box('book-columns', [box('book-inner', spanAll(children, state))])]
}

function spanAll(nodes: ElementContent[], state: {paragraph: number; sentence: number}): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return spanText(node.value, state)
    if (node.type !== 'element') return []
    if (paragraphs.test(node.tagName)) {
      state.paragraph++
      state.sentence = 0
    }
    if (node.tagName === 'img') return [span(node, state)]
    return [whole.test(node.tagName) ? node : {...node, children: spanAll(node.children, state)}]
  })
}

function spanText(text: string, state: {paragraph: number; sentence: number}): ElementContent[] {
  if (text.trim() === '') return [{type: 'text', value: text}]
  return (text.match(sentence) ?? [text]).map((part) => (part.trim() === '' ? {type: 'text', value: part} : span({type: 'text', value: part}, state)))
}

function span(content: ElementContent, state: {paragraph: number; sentence: number}): ElementContent {
  state.sentence++
  return {type: 'element', tagName: 'span', properties: {className: ['koboSpan'], id: `kobo.${Math.max(1, state.paragraph)}.${state.sentence}`}, children: [content]}
}
