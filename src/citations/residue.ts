/** What writing assistants leave in a text that names no source: it is reported and not printed. */
import type {Nodes, Text} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {ParsedText} from '../model/book.ts'
import {placeOf, pointReader} from './places.ts'
import type {Scene, Verdicts} from './verdicts.ts'

export function reportResidue({value, position}: {value: string; position?: Nodes['position']}, {path}: ParsedText, {book}: Verdicts): void {
  book.messages.push(message('citation-residue', placeOf(path, position), {marker: value.replace(/[\ue000-\uf8ff]/gu, '·')}))
}

/** Marks that assistants write and authors do not: without a source they are residue, not text. */
export const assistantMark = /^(?:\[(?:cite|citation)\s*:|[【[]\d+(?::\d+)?†)/iu
/** Words that a writing assistant's own marks leave when their private characters are lost, and marks that never close. */
export const residueWords = /\ue200(?:file)?cite[\ue202-\ue2ff\w]*|(?:file)?cite(?:turn\d+[a-z]+\d+)+|:contentReference\[oaicite:\d+\]?(?:\{[^}\s]*\}?)?|\[oaicite:\d+\]|\boaicite:\d+|oai_citation(?:_attribution)?:\d+‡|【\d+(?::\d+)?†[^】\s]*|\[cite_(?:start|end)|\[cite:\s*\d+(?:\s*,\s*\d+)*(?!\s*[\],\d])/u

export function dropResidue(node: Text, {text, verdicts}: Scene): Text {
  const start = node.position?.start.offset ?? 0
  const pointAt = pointReader(text.text)
  let from = start
  const value = node.value.replace(new RegExp(residueWords, 'gu'), (marker) => {
    const offset = text.text.indexOf(marker, from)
    from = offset + marker.length
    const {line, column} = pointAt(offset)
    verdicts.book.messages.push(message('citation-residue', {path: text.path, line, column}, {marker: marker.replace(/[\ue000-\uf8ff]/gu, '·')}))
    return ''
  })
  return {...node, value}
}
