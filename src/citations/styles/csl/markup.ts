/** What a CSL engine prints (its own small HTML) → phrasing content. Anything that is not known is text. */
import type {PhrasingContent} from 'mdast'
import {shifted} from '../rich-text.ts'

interface Open {tag: string; url?: string; children: PhrasingContent[]}

export function readMarkup(html: string): PhrasingContent[] {
  const stack: Open[] = [{tag: '', children: []}]
  for (const [part, closing, name, attributes = ''] of html.matchAll(/<(\/?)([a-z]+)((?:\s[^<>]*)?)>|[^<]+|</g)) {
    const top = stack.at(-1)
    if (name === undefined) top?.children.push({type: 'text', value: decode(part)})
    else if (closing) close(stack, name)
    else stack.push(open(name, attributes))
  }
  while (stack.length > 1) close(stack, stack.at(-1)?.tag ?? '')
  return trimEnds(joinTexts(stack[0]?.children ?? []))
}

function open(tag: string, attributes: string): Open {
  const url = tag === 'a' ? /href="([^"]*)"/.exec(attributes)?.[1] : undefined
  return {tag, children: [], ...(url === undefined ? {} : {url: decode(url)})}
}

function close(stack: Open[], name: string): void {
  const last = stack.at(-1)
  if (stack.length < 2 || last?.tag !== name) return
  stack.pop()
  stack.at(-1)?.children.push(...wrap(last))
}

function wrap({tag, url, children}: Open): PhrasingContent[] {
  const inner = joinTexts(children)
  if (inner.length === 0) return []
  if (url !== undefined && isAddress(url)) return [{type: 'link', url, children: inner}]
  if (tag === 'i' || tag === 'em') return [{type: 'emphasis', children: inner}]
  if (tag === 'b' || tag === 'strong') return [{type: 'strong', children: inner}]
  if (tag === 'sub' || tag === 'sup') return [shifted(tag, inner)]
  return inner // small capitals, plain spans, boxes: their words
}

/** The engine leads whatever it takes for a DOI to doi.org: also what is no address at all. */
function isAddress(url: string): boolean {
  return /^https?:/i.test(url) && !/^https:\/\/doi\.org\/(?!10\.)/i.test(url)
}

function joinTexts(nodes: PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else result.push(node)
  }
  return result
}

function trimEnds(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first] = nodes
  const last = nodes.at(-1)
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return nodes.filter((node) => node.type !== 'text' || node.value !== '')
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return name === undefined ? String.fromCodePoint(code) : (named[name] ?? whole)
  })
}

/** All that the engine escapes. */
const named: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'}
