/** How a feature's mdast node becomes trusted hast (step 9). Types only. */
import type {ElementContent} from 'hast'
import type {Nodes as MdastNodes, PhrasingContent} from 'mdast'
import type {Book} from './book.ts'
import type {Locale} from './locale.ts'

/** What features may use of the rest; handed to them by `pipeline.ts`. */
export interface Services {
  locale: Locale
  /** Markdown of one line → mdast, without our own syntax. For definitions and reference entries. */
  parseInline(text: string): PhrasingContent[]
  /** Markdown of one line with its citations: for captions. What it cites is read as in the text, where sources are known. */
  parseCaption(text: string, book: Book): PhrasingContent[]
  /** The words of a node without its calls, formulas as text. For names of sections. */
  plainText(node: MdastNodes): string
}

export interface SettingContext extends Services {
  book: Book
  /** Id of the chapter being set. */
  chapter: string
}

/** Node and its already sanitised children → trusted elements. */
export type Renderer<Node extends MdastNodes = MdastNodes> = (node: Node, children: ElementContent[], context: SettingContext) => ElementContent[]

/** By mdast node type. A node with a renderer is never sanitised; its children always are. */
export type Renderers = Record<string, Renderer<never>>
