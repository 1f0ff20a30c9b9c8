/** Nodes of one kind → one message at the first, with the places of the others. */
import type {Nodes} from 'mdast'
import {message, type RuleId} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import {placeOf} from './place.ts'

/** Further places that one message lists. */
const most = 20

export function tellAll(rule: RuleId, [first, ...further]: Nodes[], {path}: Pick<ParsedText, 'path'>, book: Book): void {
  if (first) book.messages.push(message(rule, placeOf(first, path), {count: further.length + 1}, {related: further.slice(0, most).map((node) => placeOf(node, path))}))
}
