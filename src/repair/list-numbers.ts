/** Items of a list whose numbers grow by more than one (answers 1, 4, 7): Markdown counts them through, which makes 4 another number.
 *
 * Numbers that repeat or fall (1. 1. 1.) are a habit of writing, and are counted. */
import type {List, ListItem, Nodes} from 'mdast'
import type {ParsedText} from '../model/book.ts'

/** In place. `lint/list-numbers.ts` tells of those that stay lists: a list of sources has messages of its own. */
export function keepNumbers({tree}: Pick<ParsedText, 'tree'>): void {
  const found: [ListItem, {written: number; counted: number}][] = []
  const look = (node: Nodes): void => {
    if (node.type === 'list' && node.ordered) found.push(...leapsIn(node))
    if ('children' in node) for (const child of node.children) look(child)
  }
  look(tree)
  for (const [item, {written, counted}] of found) item.data = {...item.data, counted, hProperties: {...item.data?.hProperties, value: String(written)}}
}

/** @returns The items whose number is not the next; none where the numbers do not grow throughout. */
function leapsIn({children, start}: List): [ListItem, {written: number; counted: number}][] {
  const first = start ?? 1
  const numbers = children.map(({data}) => data?.written)
  if (!numbers.every((number, index) => number !== undefined && (index === 0 || number > (numbers[index - 1] ?? number)))) return []
  return children.flatMap((item, index): [ListItem, {written: number; counted: number}][] => {
    const written = numbers[index] ?? 0
    return index > 0 && written !== (numbers[index - 1] ?? 0) + 1 ? [[item, {written, counted: first + index}]] : []
  })
}
