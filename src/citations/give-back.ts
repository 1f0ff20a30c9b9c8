/** A candidate that is no citation → CommonMark's own reading of it.
 *
 * CommonMark 0.31.2 §6.3: from left to right, `[1][2]` is a full reference where `2` is defined; a label that is
 * followed by no other label is a shortcut reference where it is defined itself; everything else is text. */
import type {LinkReference, PhrasingContent, Text} from 'mdast'
import {normalizeIdentifier} from 'micromark-util-normalize-identifier'
import type {CitationCandidate} from '../model/nodes.ts'

/** @param run Candidates that stand next to each other without anything between.
 * @param defined Normalised labels of the file's definitions. */
export function giveBack(run: CitationCandidate[], defined: ReadonlySet<string>): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (let index = 0; index < run.length; index++) {
    const node = run[index]
    const next = run[index + 1]
    if (!node) continue
    if (next && defined.has(labelOf(next))) {
      result.push(reference(node, next, 'full'))
      index++
    } else if (!next && defined.has(labelOf(node))) result.push(reference(node, node, 'shortcut'))
    else result.push(text(node.value, node))
  }
  return result
}

function labelOf({value}: CitationCandidate): string {
  return normalizeIdentifier(value.slice(1, -1))
}

function reference(node: CitationCandidate, target: CitationCandidate, referenceType: 'full' | 'shortcut'): LinkReference {
  const inner = text(node.value.slice(1, -1), undefined)
  return {
    type: 'linkReference',
    identifier: labelOf(target).toLowerCase(),
    label: target.value.slice(1, -1),
    referenceType,
    children: [inner],
    ...(node.position && target.position ? {position: {start: node.position.start, end: target.position.end}} : {}),
  }
}

function text(value: string, node: CitationCandidate | undefined): Text {
  return {type: 'text', value, ...(node?.position ? {position: node.position} : {})}
}
