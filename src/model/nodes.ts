/** Our nodes in mdast, and the slots our elements carry in hast.
 *
 * Types only. mdast nodes live from the parse to step 9 of the pipeline; slots live from step 9 to the edition. */
import type {ElementContent} from 'hast'
import type {BlockContent, Html, Literal, Paragraph, Parent, PhrasingContent, RootContent, Text} from 'mdast'

/** How a citation was written: the name of one dialect in `citations/dialects/`. */
export type DialectName =
  | 'double-bracket' // [[1]] [[2], [11]] [[2, 11]] [[1-3]]
  | 'double-bracket-link' // [[1]](url)
  | 'bracket' // [1] [1][2] [1, 2] [1-3]
  | 'lenticular' // 【1】 【12†source】
  | 'caret' // [^1^]
  | 'labelled' // [citation:3] [cite: 4, 5]
  | 'unmarked' // ¹ <sup>1</sup> strong.1 (1), where a list of sources is called by nothing else
  | 'residue' // :contentReference[…], citeturn…

/** One number called by a citation. Ranges are expanded: `[[1-3]]` has three items. */
export interface CitationItem {
  /** As written, 1-based. */
  number: number
  /** As written: `p. 5`, `第5页`. */
  locator?: string
  /** Where the marker itself carried a link. */
  url?: string
  /** Anchor id of this call in the galley; set by `resolveCitations`. */
  anchor?: string
  /** Number as printed, or name and year; set by `resolveCitations`. */
  label?: string
  /** Anchor id of the entry; set by `resolveCitations`. */
  target?: string
}

/** mdast: a place that calls sources. `value` is the raw text, exactly as in the manuscript. */
export interface Citation extends Literal {
  type: 'citation'
  dialect: DialectName
  items: CitationItem[]
  /** Printed by name and year: without the name, where the sentence has it; without brackets, where it stands in some. */
  named?: {bare?: true; enclosed?: true}
}

/** mdast: text that is a citation only if the book has sources for it. `children` is CommonMark's own reading. */
export interface CitationCandidate extends Parent {
  type: 'citationCandidate'
  /** Raw text. */
  value: string
  dialect: DialectName
  items: CitationItem[]
  children: PhrasingContent[]
  /** `\[1\]`: text, unless the whole manuscript was written so by an exporter. */
  escaped?: true
}

/** mdast: a block of the author's HTML that holds citations: pieces of it, and the citations between them. */
export interface HtmlParts extends Parent {
  type: 'htmlParts'
  children: (Html | Text | Citation | CitationCandidate)[]
}

/** mdast: a mention of a glossary term. `children` is what the author wrote (or will be printed) of the term itself. */
export interface Term extends Parent {
  type: 'term'
  /** Id of the entry in the termbase. */
  entry: string
  role: 'defining' | 'mention'
  /** Text injected behind the term at its defining mention, with its parentheses: `（Speculative Decoding，SD）`.
   * Absent where the author wrote the gloss (it then follows as it was written) and on plain mentions. */
  gloss?: PhrasingContent[]
  /** Text injected before the term, where the partner language comes first: `Speculative Decoding（`. */
  lead?: PhrasingContent[]
  /** The author's closing quote, which stands between the term and the injected gloss. */
  closing?: string
  /** No link to the glossary: in headings, or by `glossary.linkMentions: false`. */
  unlinked?: boolean
  /** Print the term with its gloss as ruby. */
  ruby?: string
  /** Anchor id in the galley. */
  anchor: string
  children: PhrasingContent[]
}

/** mdast: foreign words with their language, e.g. the English half of a gloss. */
export interface Foreign extends Parent {
  type: 'foreign'
  /** BCP 47. */
  lang: string
  children: PhrasingContent[]
}

/** mdast: an entry of the reference list. */
export interface SourceEntry extends Parent {
  type: 'sourceEntry'
  number: number
  /** Number as printed, where sources are renumbered. */
  label?: string
  /** Cited by name: no number is printed. */
  named?: true
  /** BCP 47, where it differs from the book. */
  lang?: string
  /** `missing`: the manuscript gives no such source. */
  status: 'given' | 'missing'
  /** Anchor id in the galley. */
  anchor: string
  /** Places that cite it, in reading order. */
  calls: Backlink[]
  children: PhrasingContent[]
}

/** mdast: an entry of the glossary. */
export interface GlossaryEntry extends Parent {
  type: 'glossaryEntry'
  entry: string
  anchor: string
  mentions: Backlink[]
  children: RootContent[]
}

/** mdast: `==words==`, whose `data.hName` is `mark`. */
export interface Mark extends Parent {
  type: 'mark'
  children: PhrasingContent[]
}

/** mdast: `H~2~O`, whose `data.hName` is `sub`. */
export interface Lowered extends Parent {
  type: 'lowered'
  children: PhrasingContent[]
}

/** mdast, until structure joins them: a line that opens a container (`::: tip 标题`), or closes one. Its children: its title. */
export interface ContainerFence extends Parent {
  type: 'containerFence'
  /** The line as written. */
  value: string
  colons: number
  /** Name, or what stands between its braces; none where the line closes. */
  name?: string
  children: Paragraph[]
}

/** mdast, until structure sets it: `!!! note "Title"` with the indented blocks below it; a title is the first paragraph. */
export interface Admonition extends Parent {
  type: 'admonition'
  /** Its first line as written. */
  value: string
  name: string
  children: BlockContent[]
}

/** mdast: any element that a feature or structure adds, and that is rendered as it stands (trusted). */
export interface Block extends Parent {
  type: 'block'
  /** Children of any mdast kind, set inside `data.hName` with `data.hProperties`; these are trusted. */
  children: RootContent[]
}

/** A link back to the place of a call or mention. */
export interface Backlink {
  /** Anchor id of the place. */
  anchor: string
  /** Id of the section it stands in. */
  section: string
  /** Plain title of that section. */
  sectionTitle?: string
}

/** What an element leaves for the edition to fill, in `element.data.slot`. */
export type Slot =
  /** Printed page numbers of these anchors, ranges folded. The element's children are what formats without pages show. */
  | {type: 'folios'; anchors: string[]}
  /** The element calls a note: HTML previews it, EPUB pops it up. `id` is a key of `galley.notes`. */
  | {type: 'note'; kind: NoteKind; id: string}
  /** `src` of an `img`: the hash of an asset of the book. */
  | {type: 'asset'; hash: string}

export type NoteKind = 'citation' | 'term' | 'footnote'

/** A captioned thing for the lists of figures and tables. */
export interface Captioned {
  id: string
  kind: 'figure' | 'table'
  /** `图 2`; '' where captions are not numbered. */
  label: string
  caption: string
}

/** Content shown when a citation, a term or a footnote call is hovered, focused or tapped. */
export interface GalleyNote {
  id: string
  kind: NoteKind
  /** Plain label: `12`, `推测解码`. */
  label: string
  /** Id of the full entry (reference, glossary entry, footnote). */
  target: string
  children: ElementContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: Citation
    citationCandidate: CitationCandidate
    term: Term
    foreign: Foreign
    mark: Mark
    lowered: Lowered
  }
  interface RootContentMap {
    mark: Mark
    lowered: Lowered
    citation: Citation
    citationCandidate: CitationCandidate
    term: Term
    foreign: Foreign
    sourceEntry: SourceEntry
    glossaryEntry: GlossaryEntry
    admonition: Admonition
    containerFence: ContainerFence
    htmlParts: HtmlParts
    block: Block
  }
  interface BlockContentMap {
    admonition: Admonition
    containerFence: ContainerFence
    htmlParts: HtmlParts
    sourceEntry: SourceEntry
    glossaryEntry: GlossaryEntry
    block: Block
  }
}

declare module 'hast' {
  interface ElementData {
    slot?: Slot
  }
}

declare module 'mdast' {
  interface Data {
    /** Anchor id in the galley: short ASCII, unique in the book; set by structure. */
    id?: string
    /** Where a reference list stood: 0 for the book's one list, else the list of this part. */
    sources?: number
    /** Of a list whose sources belong to the whole book: the numbers that it gave, and whether its heading stands above. */
    listed?: {numbers: number[]; titled: boolean}
    /** Of an ordered list: its numbers are written `1)`. */
    delimiter?: ')'
    /** Line of the list's last entry, on its heading: what stands behind it is printed behind it. */
    listEnd?: number
    /** Id that the author gave with `{#id}`. */
    label?: string
    /** Of a heading that is to have no number of ours. */
    unnumbered?: true
    /** A figure or table with a caption. */
    captioned?: Captioned
    /** Of a formula with a label whose author gave none. */
    equation?: string
    /** Of a formula whose lines LaTeX numbers by itself: their numbers; '' for none. */
    equations?: string[]
  }
  interface BlockquoteData {
    /** It was written as a container: its kind, as written, and whether it is to have no title. */
    callout?: {name: string; untitled?: true}
  }
  interface HeadingData {
    /** UTF-16 units of a label that stood above it, which links to it do not name. */
    joined?: number
  }
  interface ListItemData {
    /** The number that stands before it. */
    written?: number
    /** What Markdown would count, where that is another and not printed. */
    counted?: number
  }
  interface ParagraphData {
    /** The title of the callout that it opens. */
    calloutTitle?: true
    /** A line that fences nothing. */
    givenBack?: true
    /** Spaces indent it that would make code. */
    indented?: true
  }
  interface LinkData {
    /** Its words are the label of what it leads to, and not the author's. */
    labelled?: true
  }
  interface ImageData {
    /** Hash of the asset; absent where the image can't be had. */
    asset?: string
    /** It fills its page and runs beyond the cut. */
    bleed?: true
    /** CSS pixels that its author gives it, in one direction or both. */
    size?: {width?: number; height?: number}
  }
}
