/** Items of a list whose numbers grow by more than one (answers 1, 4, 7): Markdown counts them through, which makes 4 another number.
 *
 * Numbers that repeat or fall (1. 1. 1.) are a habit of writing, and are counted. */
import type {List, ListItem, Nodes} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {placeOf} from './place.ts'

/** Places that one message lists. */
const most = 20

interface Found {
  item: ListItem
  written: number
  counted: number
}

export function keepNumbers({tree, path}: ParsedText, book: Book): void {
  const found: Found[] = []
  const look = (node: Nodes): void => {
    if (node.type === 'list' && node.ordered) for (const leap of leapsIn(node)) found.push(leap)
    if ('children' in node) for (const child of node.children) look(child)
  }
  look(tree)
  for (const {item, written} of found) item.data = {...item.data, hProperties: {...item.data?.hProperties, value: String(written)}}
  const [first, ...others] = found
  if (first) book.messages.push(message('list-numbered', placeOf(first.item, path), {written: first.written, counted: first.counted, count: found.length}, {related: others.slice(0, most).map(({item}) => placeOf(item, path))}))
}

/** @returns The items whose number is not the next; none where the numbers do not grow throughout. */
function leapsIn({children, start}: List): Found[] {
  const first = start ?? 1
  const numbers = children.map(({data}) => data?.written)
  if (!numbers.every((number, index) => number !== undefined && (index === 0 || number > (numbers[index - 1] ?? number)))) return []
  return children.flatMap((item, index) => {
    const written = numbers[index] ?? 0
    return index > 0 && written !== (numbers[index - 1] ?? 0) + 1 ? [{item, written, counted: first + index}] : []
  })
}
