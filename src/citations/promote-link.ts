/** Links that are calls: `[1](url)`, and the outer brackets of `[[1](url), [2](url)]`. */
import type {Link, Nodes, PhrasingContent} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import type {Citation} from '../model/nodes.ts'
import {linkedGroupEnd, localCall, numbersOf} from './linked.ts'
import {normaliseUrl} from './sources/gather.ts'
import {addressOf} from './sources/understand.ts'
import {leave, type Scene} from './verdicts.ts'

/** `[1](url)`: a citation where source 1 has that address, or none of its own; else a plain link. */
export function readLink(link: Link, {text, verdicts, linked}: Scene): PhrasingContent {
  const items = linked ? undefined : numbersOf(link)
  const local = linked ? undefined : localCall(link)
  if (local && verdicts.allowed('bracket') && verdicts.book.sources.has(local.number)) return {type: 'citation', value: sliceOf(link, text), dialect: 'bracket', items: [local], ...(link.position ? {position: link.position} : {})}
  const [item] = items ?? []
  if (!item || !verdicts.allowed('double-bracket-link')) return link
  const source = verdicts.book.sources.get(item.number)
  if (!source) return link
  const address = source.csl?.URL
  if (source.verbatim !== undefined && addressOf(source.verbatim) === undefined) source.addresses = [...(source.addresses ?? []), link.url] // printed nowhere else
  else if (address !== undefined && normaliseUrl(address) !== normaliseUrl(link.url)) {
    if (!isAddressIn(source.verbatim, link.url)) {
      leave('other-address', link, text, verdicts)
      return link
    }
  }
  return {type: 'citation', value: sliceOf(link, text), dialect: 'double-bracket-link', items: [{...item, url: link.url}], ...(link.position ? {position: link.position} : {})}
}

function isAddressIn(verbatim: string | undefined, url: string): boolean {
  return verbatim?.includes(url) ?? false
}

function sliceOf({position}: Nodes, {text}: ParsedText): string {
  return position ? text.slice(position.start.offset, position.end.offset) : ''
}

/** `[[1](url), [2](url)]`: the outer brackets are part of the marker. */
export function joinLinkedGroups(children: Nodes[], text: ParsedText): Nodes[] {
  if (!children.some((node) => node.type === 'citation' && node.dialect === 'double-bracket-link' && node.value.startsWith('[') && !node.value.startsWith('[['))) return children
  const result: Nodes[] = []
  for (let index = 0; index < children.length; index++) {
    const node = children[index]
    const end = node ? linkedGroupEnd(children, index, text.text) : undefined
    const last = result.at(-1)
    if (!node || end === undefined || last?.type !== 'text') {
      if (node) result.push(node)
      continue
    }
    const members = children.slice(index, end).filter((child): child is Citation => child.type === 'citation')
    const after = children[end]
    last.value = last.value.slice(0, -1)
    if (after?.type === 'text') after.value = after.value.slice(1)
    const [first] = members
    const close = members.at(-1)
    const position = first?.position && close?.position ? {position: {start: first.position.start, end: close.position.end}} : {}
    result.push({type: 'citation', dialect: 'double-bracket-link', value: `[${children.slice(index, end).map((child) => ('value' in child ? child.value : '')).join('')}]`, items: members.flatMap(({items}) => items), ...position})
    index = end - 1
  }
  return result
}
