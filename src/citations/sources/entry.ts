/** An entry of a reference list as it stands in the text. */
import type {Label} from './labels.ts'

export interface Entry {
  number: number
  /** Markdown of the entry, without its label; lines joined. */
  raw: string
  /** Offset into the text, for the message and for what is taken out. */
  offset: number
  label: Label['label']
}
