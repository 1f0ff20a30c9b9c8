/** CSL-JSON's rich text in titles and names → phrasing content. CSL 1.0.2, “HTML-like tags”: `<i>`, `<b>`, `<sub>`, `<sup>`,
 * small capitals and `<span class="nocase">`. A tag without its other half, and any other, is text. */
import type {PhrasingContent} from 'mdast'

interface Open {tag: string; raw: string; children: PhrasingContent[]}

const tags = /<(\/?)(i|b|sub|sup|span)((?:(?<=<span)\s+(?:class="nocase"|style="font-variant:\s*small-caps;?"))?)\s*>/gi

/** @param italic It stands in italics: what is italic in it is no more so. */
export function readRichText(value: string, italic = false): PhrasingContent[] {
  if (!value.includes('<')) return [{type: 'text', value}]
  const stack: Open[] = [{tag: '', raw: '', children: []}]
  let end = 0
  for (const match of value.matchAll(tags)) {
    const [raw, closing, name = '', attributes = ''] = match
    const tag = name.toLowerCase()
    const top = stack.at(-1)
    if (closing ? top?.tag !== tag : tag === 'span' && attributes === '') continue
    append(stack, [{type: 'text', value: value.slice(end, match.index)}])
    end = match.index + raw.length
    if (!closing) stack.push({tag, raw, children: []})
    else append(stack, wrap(tag, stack.pop()?.children ?? [], italic))
  }
  append(stack, [{type: 'text', value: value.slice(end)}])
  for (const {raw, children} of stack.splice(1)) append(stack, [{type: 'text', value: raw}, ...children])
  return stack[0]?.children ?? []
}

/** Raised and lowered words: Markdown has no node for them. */
export function shifted(tag: 'sub' | 'sup', children: PhrasingContent[]): PhrasingContent {
  return {type: 'emphasis', data: {hName: tag}, children}
}

/** @returns Without its tags: for sorting and comparing. */
export function plainOf(value: string): string {
  return value.replace(tags, '')
}

function wrap(tag: string, children: PhrasingContent[], italic: boolean): PhrasingContent[] {
  if (tag === 'sub' || tag === 'sup') return [shifted(tag, children)]
  if (tag === 'b') return [{type: 'strong', children}]
  return tag === 'i' && !italic ? [{type: 'emphasis', children}] : children
}

function append(stack: Open[], nodes: PhrasingContent[]): void {
  const children = stack.at(-1)?.children
  for (const node of nodes) {
    const last = children?.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else if (node.type !== 'text' || node.value !== '') children?.push(node)
  }
}
