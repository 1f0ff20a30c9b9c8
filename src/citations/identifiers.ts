/** `DOI: 10.1000/182` in an entry that is printed as it was written → a link to doi.org. The words stay.
 *
 * Only behind its name: `10.5/3` alone may be anything. */
import type {PhrasingContent} from 'mdast'

/** ISO 26324 allows nearly every character; these end one in running text. What is longer than any is none. */
const named = /\bdoi\s?[:：]?\s?(10\.\d{4,9}\/[^\s\p{Cs}<>"“”，。；、：（）【】]{1,200})(?=[\s\p{Cs}<>"“”，。；、：（）【】]|$)/giu

export function linkIdentifiers(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return divide(node.value)
    return node.type === 'emphasis' || node.type === 'strong' ? [{...node, children: linkIdentifiers(node.children)}] : [node]
  })
}

function divide(value: string): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const {index, 0: whole, 1: found = ''} of value.matchAll(named)) {
    const doi = withoutTail(found)
    const start = index + whole.length - found.length
    parts.push({type: 'text', value: value.slice(end, start)}, {type: 'link', url: `https://doi.org/${encodeURI(doi)}`, children: [{type: 'text', value: doi}]})
    end = start + doi.length
  }
  return end === value.length && end > 0 ? parts : [...parts, {type: 'text', value: value.slice(end)}]
}

/** Marks of the sentence, and a bracket that was opened before the DOI: `S0140-6736(05)71146-6` has its own. */
function withoutTail(doi: string): string {
  const bare = doi.replace(/[.,;:!?'’*]+$/u, '')
  const last = bare.at(-1)
  const opened = last === ')' ? '(' : last === ']' ? '[' : undefined
  return opened !== undefined && bare.split(opened).length < bare.split(last ?? '').length ? withoutTail(bare.slice(0, -1)) : bare
}
