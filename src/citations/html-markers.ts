/** Markers in a block of the author's HTML (`<td>[[3]]</td>`), which Markdown hands on as one piece: pieces of HTML, and the
 * markers between them. What stands in tags, comments, code and links stays as it is. */
import type {Html, Nodes, Parents} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import type {Citation, CitationCandidate, HtmlParts} from '../model/nodes.ts'
import {readMarker} from './dialects.ts'
import {pointReader} from './places.ts'

const marker = /(?<!\\\[?)(?:\[\[[^[\]\n]{1,200}\](?:[^[\]\n]{0,20}\[[^[\]\n]{1,200}\]){0,40}\]|\[\^?[\d,，、;；\s–-]{1,80}\^?\](?!\()|【\d[^【】\n<>]{0,80}】)/gu
/** As browsers read it: a tag goes on to its `>`, whatever stands in it, and to the end of the block without one. A piece that ended
 * within a tag could not be put together again. */
const closed = /<!--[\s\S]*?(?:-->|$)|<(script|style|code|pre|kbd|samp|textarea|svg|math|title|a|xmp|iframe|noembed|noframes|noscript|plaintext)(?![a-z\d-])(?:=\s*"[^"]*(?:"|$)|=\s*'[^']*(?:'|$)|[^>])*(?:>[\s\S]*?(?:<\/\1\s*>|$)|$)|<(?:\/?[a-z](?:=\s*"[^"]*(?:"|$)|=\s*'[^']*(?:'|$)|[^>])*|[!?/][^>]*)(?:>|$)/giu

export function splitHtml(text: ParsedText): void {
  if (!/<[a-z]/i.test(text.text)) return
  const walk = (parent: Parents): void => {
    const children: Nodes[] = parent.children
    for (const [index, child] of children.entries()) {
      if (child.type === 'html') children[index] = splitBlock(child, text)
      else if ('children' in child && child.type !== 'paragraph' && child.type !== 'heading') walk(child)
    }
  }
  walk(text.tree)
}

/** The numbers that a block calls for certain: they tell whether the book takes a list. */
export function numbersInHtml({value}: Html): number[] {
  return value.includes('[[') ? markersIn(value).flatMap(({node}) => (node.type === 'citation' ? node.items.map(({number}) => number) : [])) : []
}

function markersIn(html: string): {from: number; raw: string; node: Citation | CitationCandidate}[] {
  if (!/[[【]/.test(html)) return []
  const words = html.replace(closed, (tag) => ' '.repeat(tag.length))
  return [...words.matchAll(marker)].flatMap(({0: raw, index}) => {
    const {dialect, items, certain} = readMarker(raw) ?? {items: [], certain: false}
    if (dialect === undefined || items.length === 0) return []
    return [{from: index, raw, node: certain ? {type: 'citation', value: raw, dialect, items} : {type: 'citationCandidate', value: raw, dialect, items, children: []}}]
  })
}

function splitBlock(block: Html, {text}: ParsedText): Html | HtmlParts {
  const found = markersIn(block.value)
  if (found.length === 0) return block
  const start = block.position?.start.offset
  const pointAt = start !== undefined && text.startsWith(block.value, start) ? pointReader(text) : undefined // in a quotation its lines are not those of the text
  const positioned = (from: number, length: number) => (pointAt && start !== undefined ? {position: {start: pointAt(start + from), end: pointAt(start + from + length)}} : block.position ? {position: block.position} : {})
  const children: HtmlParts['children'] = []
  let end = 0
  for (const {from, raw, node} of found) {
    const before = block.value.slice(end, from).replace(/(?<=[^\s>])[ \t]+$/, '') // as in Markdown, a space before a citation goes
    if (before !== '') children.push({type: 'html', value: ended(before), ...positioned(end, before.length)})
    children.push({...node, ...positioned(from, raw.length)})
    end = from + raw.length
  }
  if (end < block.value.length) children.push({type: 'html', value: block.value.slice(end), ...positioned(end, block.value.length - end)})
  return {type: 'htmlParts', children, ...(block.position ? {position: block.position} : {})}
}

/** `<` and `&` before a marker begin no tag and no reference with what stands behind it. */
function ended(piece: string): string {
  return piece.replace(/<$/, '&lt;').replace(/&([a-z\d#]{0,30})$/i, '&amp;$1')
}
