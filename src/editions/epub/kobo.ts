/** kepub: Kobo's reader counts places, marks and notes by spans around sentences.
 *
 * Numbered as kepubify does, whose output was compared with Kobo's own: a paragraph, list or table begins a new number where it has
 * words, an image has one for itself. Ends of sentences are those of Chinese too. */
import type {ElementContent} from 'hast'

/** Ends of sentences, with the closing quotes behind them; a point within a number or a name ends none. */
const sentence = /(?:[^。！？!?.…]|\.(?![\s.]|$))*(?:[。！？!?…]+|\.+(?=\s|$))[”’」』）)\]"']*\s*|(?:[^。！？!?.…]|\.(?![\s.]|$))+|\.+/gu
/** Start a new paragraph of Kobo's numbering. */
const paragraphs = /^(?:p|ol|ul|table|h[1-6]|dt|dd|figcaption)$/
/** Hold no spans: what they hold is no running text. */
const whole = /^(?:math|svg|pre)$/

interface State {paragraph: number; sentence: number; due: boolean}

/** @param children Of `body`. @returns The same, sentences in spans `kobo.<paragraph>.<sentence>`, inside the two boxes that Kobo's pager expects. */
export function addKoboSpans(children: ElementContent[]): ElementContent[] {
  const box = (id: string, content: ElementContent[]): ElementContent => ({type: 'element', tagName: 'div', properties: {id}, children: content})
  return [box('book-columns', [box('book-inner', spanAll(children, false, openState()))])]
}

/** The same for a page that a template wrote. */
export function addKoboSpansToMarkup(markup: string): string {
  const state = openState()
  const spanned = markup.replace(/<(\w+)[^>]*>|<[^>]*>|[^<]+/g, (part, tagName: string | undefined) => {
    if (tagName === 'img') return wrap(part, nextImage(state))
    if (tagName !== undefined && paragraphs.test(tagName)) state.due = true
    return part.startsWith('<') || part.trim() === '' ? part : sentencesOf(part).map((words) => wrap(words, nextId(state))).join('')
  })
  return `<div id="book-columns"><div id="book-inner">${spanned}</div></div>`
}

/** Kobo's own files have it at the end of the head. */
export const koboStyle = '\n#book-inner { margin-top: 0; margin-bottom: 0; }'

const openState = (): State => ({paragraph: 0, sentence: 0, due: true})
const wrap = (content: string, id: string) => `<span class="koboSpan" id="${id}">${content}</span>`

/** @param within Directly in a paragraph, where a space has a place of its own. */
function spanAll(nodes: ElementContent[], within: boolean, state: State): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return node.value.trim() === '' && !within ? [node] : sentencesOf(node.value).map((value) => span({type: 'text', value}, nextId(state)))
    if (node.type !== 'element') return []
    if (node.tagName === 'img') return [span(node, nextImage(state))]
    if (paragraphs.test(node.tagName)) state.due = true
    return [whole.test(node.tagName) ? node : {...node, children: spanAll(node.children, node.tagName === 'p', state)}]
  })
}

/** All of the text: what the pattern leaves between two sentences goes with the second. */
function sentencesOf(text: string): string[] {
  const sentences = text.match(sentence)
  return sentences && sentences.join('') === text ? sentences : [text]
}

/** The number of a paragraph is given with its first words, so that none is used twice. */
function nextId(state: State): string {
  if (state.due) Object.assign(state, {paragraph: state.paragraph + 1, sentence: 0, due: false})
  state.sentence++
  return `kobo.${state.paragraph}.${state.sentence}`
}

function nextImage(state: State): string {
  state.due = true
  return nextId(state)
}

function span(content: ElementContent, id: string): ElementContent {
  return {type: 'element', tagName: 'span', properties: {className: ['koboSpan'], id}, children: [content]}
}
