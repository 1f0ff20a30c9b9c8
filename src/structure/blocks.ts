/** Trusted elements that structure adds. */
import type {Properties} from 'hast'
import type {PhrasingContent, RootContent} from 'mdast'
import type {Block} from '../model/nodes.ts'

export function blockOf(hName: string, hProperties: Properties, children: RootContent[]): Block {
  return {type: 'block', data: {hName, hProperties}, children}
}

/** A trusted element among words: what a block is among paragraphs. */
export function spanOf(hName: string, hProperties: Properties, children: PhrasingContent[]): PhrasingContent {
  return blockOf(hName, hProperties, children) as unknown as PhrasingContent // setting treats blocks alike wherever they stand
}
