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
export const assistantMark = /^(?:\[{1,2}(?:cite|citation)\s*:|[【[]\d+(?::\d+)?†)/iu
/** Punctuation that takes no space before it. */
const after = '.,;:!?)\\]，。；：！？、）】》”’'
/** Words that a writing assistant's own marks leave when their private characters are lost, and marks that never close. */
export const residueWords = /\ue200(?:file)?cite[\ue202-\ue2ff\w]*|(?:file)?cite(?:turn\d+[a-z]+\d+)+|:contentReference\[oaicite:\d+\]?(?:\{[^}\s]*\}?)?|\[oaicite:\d+\]|\boaicite:\d+|oai_citation(?:_attribution)?:\d+‡|【\d+(?::\d+)?†[^】\s]*|\[cite_(?:start|end)|\[cite:\s*\d+(?:\s*,\s*\d+)*(?!\s*[\],\d])/u
/** With the space before it, where what follows needs none. */
const residueWithSpace = new RegExp(`(?<![ \\t])[ \\t]*(?:${residueWords.source})(?=[ \\t]*(?:[${after}]|$)|\\s)|${residueWords.source}`, 'gu')

export function dropResidue(node: Text, {text, verdicts}: Scene): Text {
  const start = node.position?.start.offset ?? 0
  const pointAt = pointReader(text.text)
  let from = start
  const value = node.value.replace(residueWithSpace, (found) => {
    const marker = found.trimStart()
    const offset = text.text.indexOf(marker, from)
    from = offset + marker.length
    const {line, column} = pointAt(offset)
    verdicts.book.messages.push(message('citation-residue', {path: text.path, line, column}, {marker: marker.replace(/[\ue000-\uf8ff]/gu, '·')}))
    return ''
  })
  return {...node, value}
}

/** What stood around residue that went: no space is left before a full stop, and no pair of empty brackets. */
export function closeGap(before: Nodes | undefined, next: Nodes | undefined): void {
  if (before?.type !== 'text') return
  const open = /[(（]\s*$/.exec(before.value)
  if (open && next?.type === 'text' && /^\s*[)）]/.test(next.value)) {
    before.value = before.value.slice(0, open.index)
    next.value = next.value.replace(/^\s*[)）]/, '')
  }
  const bare = next === undefined || (next.type === 'text' && new RegExp(`^(?:[${after}]|\\s)`).test(next.value))
  if (bare) before.value = before.value.replace(/[ \t]+$/, '')
}
