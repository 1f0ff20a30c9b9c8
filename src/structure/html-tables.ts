/** Tables that the author wrote in HTML, and their captions: they are named and counted like those of Markdown. */
import {decodeString} from 'micromark-util-decode-string'
import type {Html, PhrasingContent, RootContent} from 'mdast'
import type {HtmlParts} from '../model/nodes.ts'

type HtmlTable = Html | HtmlParts

const opening = /<caption(?:\s[^>]*)?>/i
const closing = /<\/caption\s*>/i

/** One table and nothing beside it: what is wrapped as a figure must be whole. */
export function isHtmlTable(node: RootContent): node is HtmlTable {
  if (node.type !== 'html' && node.type !== 'htmlParts') return false
  const written = piecesOf(node).map((piece) => (piece.type === 'html' ? piece.value : '')).join('')
  return /^\s*<table[\s>]/i.test(written) && /<\/table\s*>\s*$/i.test(written) && written.match(/<table[\s>]/gi)?.length === 1
}

/** The words of `<caption>`, which is taken off. */
export function takeHtmlCaption(node: HtmlTable): PhrasingContent[] | undefined {
  const pieces = piecesOf(node)
  const first = pieces.findIndex((piece) => piece.type === 'html' && opening.test(piece.value))
  const last = pieces.findIndex((piece, index) => index >= first && piece.type === 'html' && closing.test(piece.value))
  const [open, close] = [pieces[first], pieces[last]]
  if (open?.type !== 'html' || close?.type !== 'html') return undefined
  const [before = '', ...rest] = open.value.split(opening)
  const head = open === close ? rest.join('').split(closing)[0] : rest.join('')
  const after = close.value.slice(close.value.search(closing)).replace(closing, '')
  const tail = open === close ? '' : close.value.slice(0, close.value.search(closing))
  const words = [...wordsOf(head ?? ''), ...(pieces.slice(first + 1, last) as PhrasingContent[]), ...wordsOf(tail)]
  open.value = open === close ? before + after : before
  if (open !== close) close.value = after
  if (node.type === 'htmlParts') node.children.splice(first + 1, Math.max(last - first - 1, 0))
  return words.some((word) => word.type !== 'text' || word.value.trim() !== '') ? trimmed(words) : undefined
}

function piecesOf(node: HtmlTable): HtmlParts['children'] {
  return node.type === 'html' ? [node] : node.children
}

/** Tags stay HTML; what stands between them is no Markdown. */
function wordsOf(html: string): PhrasingContent[] {
  return html.split(/(<[^>]*>)/).filter((part) => part !== '').map((part) => (part.startsWith('<') ? {type: 'html', value: part} : {type: 'text', value: decodeString(part.replaceAll('\\', '\\\\'))}))
}

function trimmed(words: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [words[0], words.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return words
}
