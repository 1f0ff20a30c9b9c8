/** The four values that flow: Manuscript → Book → Galley → Edition.
 *
 * Types only. Every value is plain data that survives structured clone, so that any step may run in a worker. */
import type {Root as HastRoot} from 'hast'
import type {PhrasingContent, Root as MdastRoot} from 'mdast'
import type {BookConfig} from './config.ts'
import type {Message, Place} from './message.ts'
import type {Backlink, Captioned, DialectName, GalleyNote} from './nodes.ts'

/** A file of the manuscript that was read, decoded and guarded. */
export interface TextFile {
  /** Relative to the book's folder, with `/`. Shown in messages. */
  path: string
  text: string
  /** Where its lines come from, where it includes other files; by line, ascending. */
  origins?: TextOrigin[]
}

/** From `line` of the text on, the lines are those of a file from line `from` on. */
export interface TextOrigin {
  line: number
  path: string
  from: number
  /** Where these lines begin, in UTF-16 units: in the text, and in the file. Absent where a file goes on a chapter. */
  offsets?: {text: number; file: number}
}

/** An image of the manuscript: read, checked, hashed once. */
export interface Asset {
  /** sha256, hex. Key of `manuscript.assets`. */
  hash: string
  /** Relative to the book's folder. */
  path: string
  mediaType: 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/svg+xml' | 'image/avif'
  /** Pixels, upright. */
  width: number
  height: number
  /** EXIF says that the pixels must be turned. */
  turned?: true
  data: Uint8Array
  /** As read, where `data` was made ready for an edition. */
  original?: Uint8Array
}

/** Why an image that a text names is no asset. Reported where the image stands. */
export interface ImageFault {
  ruleId: 'image-missing' | 'image-outside' | 'image-remote' | 'image-large' | 'image-unknown'
  values: Message['values']
}

/** What the author keeps under one folder (or one `.md` file). */
export interface Manuscript {
  /** Names the outputs: `report`, `年度报告`. Safe as a file name everywhere. */
  name: string
  config: BookConfig
  /** Where each setting stands that holds a word: `pdf.theme`. */
  settings?: Record<string, Place>
  /** `*.md`, in reading order. */
  texts: TextFile[]
  /** Path of the first text, where its first heading is the title. */
  lead?: string
  /** `sources.yml`, `*.bib`, `*.ris`, `*.json` (CSL) */
  sourceFiles: TextFile[]
  /** A style of the book's own (`citations.style: my.csl`) and `locales-*.xml` for it. */
  citationFiles?: TextFile[]
  /** `glossary.yml`, `*.tbx`, `*.csv`, `*.tsv` */
  glossaryFiles: TextFile[]
  /** User CSS by target. */
  styles: {screen: string; print: string; epub: string}
  /** By hash. */
  assets: Map<string, Asset>
  /** How images were written → hash. Key: `<file path>\n<url as written>`. */
  assetByUrl: Map<string, string>
  /** Why others are no asset. Key as in `assetByUrl`. */
  imageFaults?: Map<string, ImageFault>
  /** Book's own fonts (TrueType), by path. */
  fonts: Map<string, Uint8Array>
  messages: Message[]
  /** sha256 over everything read, hex. */
  hash: string
  /** Seconds since 1970: SOURCE_DATE_EPOCH, else the book's date, else a fixed date. */
  epoch: number
}

/** One parsed file. */
export interface ParsedText {
  path: string
  text: string
  tree: MdastRoot
  /** Front matter, if any. */
  frontMatter: Record<string, unknown>
}

export type Matter = 'front' | 'body' | 'back'

export type SectionRole =
  | 'abstract' | 'preface' | 'introduction' | 'chapter' | 'part' | 'conclusion' | 'appendix' | 'acknowledgments'
  | 'references' | 'glossary' | 'abbreviations' | 'index' | 'figures' | 'tables' | 'audit' | 'notes'

/** A chapter: the unit that starts on a new page, is one EPUB file, and is numbered. */
export interface Chapter {
  /** Short ASCII: `c1`, `references`. Unique. */
  id: string
  matter: Matter
  role: SectionRole
  /** Plain text of its heading, as written (with the author's own number). */
  title: string
  /** File it came from; '' for apparatus. */
  path: string
  /** Stands on the level of the parts and is none: it belongs to no part. */
  apart?: true
  /** The heading is the first child of the tree, if there is one. Headings carry `data.id`. */
  tree: MdastRoot
  /** BCP 47, where it differs from the book. */
  lang?: string
}

/** CSL-JSON item, as far as we read it. */
export interface CslName {family?: string; given?: string; suffix?: string; literal?: string}
export interface CslDate {'date-parts'?: number[][]; literal?: string; raw?: string}
export interface CslItem {
  id?: string
  type: string
  title?: string
  author?: CslName[]
  editor?: CslName[]
  translator?: CslName[]
  issued?: CslDate
  accessed?: CslDate
  URL?: string
  DOI?: string
  ISBN?: string
  language?: string
  publisher?: string
  'publisher-place'?: string
  'container-title'?: string
  volume?: string | number
  issue?: string | number
  page?: string
  edition?: string | number
  number?: string | number
  genre?: string
  medium?: string
  note?: string
  archive?: string
  'event-title'?: string
  [key: string]: unknown
}

/** A work that can be called by number. */
export interface Source {
  /** As cited, 1-based. */
  number: number
  /** Understood bibliographic data; absent where only the text is known. */
  csl?: CslItem
  /** The entry as the author wrote it, where it came from a list. */
  verbatim?: string
  /** Addresses that calls in the text carry, where the entry has none. */
  addresses?: string[]
  /** The reference as a style of the book's own (`.csl`) prints it. */
  printed?: PhrasingContent[]
  /** Its place in the order of that style, where it does not go by number. */
  rank?: number
  /** How the text calls it, where the style cites by name and year: `刘知远等`, `2020a`. */
  call?: SourceCall
  /** Language of the item, BCP 47. */
  lang?: string
  /** A file of sources, a list or definitions in the text, or the URL that a marker carries. */
  origin?: 'file' | 'list' | 'definition' | 'marker'
  /** Where it is given. */
  place: Place
}

export interface SourceCall {
  who: string
  /** Family names of all who made it, as far as they are given. */
  names: string[]
  /** With the letter that tells it from others. */
  year: string
  letter?: string
  /** Where the year ends in an entry that is printed as it was written. */
  yearEnd?: number
  /** Its place in the order of the list. */
  key: string
}

/** A call in reading order. */
export interface CitationCall extends Backlink {
  /** Number as written. */
  number: number
  dialect: DialectName
  locator?: string
  /** Id of the chapter it stands in. */
  chapter: string
  place: Place
  /** The sentence it stands in, plain text, for the claim × source table. */
  sentence?: string
}

/** An entry of the termbase. */
export interface TermEntry {
  /** Short ASCII, unique: `t12`. */
  id: string
  /** Preferred form by locale: {zh: '推测解码', en: 'speculative decoding'}. */
  forms: Record<string, string>
  abbreviation?: string
  definitions: Record<string, string>
  /** Further accepted forms by locale. */
  variants?: Record<string, string[]>
  deprecated?: string[]
  forbidden?: string[]
  partOfSpeech?: string
  sortKey?: string
  note?: string
  source?: string
  /** Distinguishes homographs: context words that select this sense. */
  sense?: {name: string; context: string[]}
  place: Place
}

export interface TermMention extends Backlink {
  entry: string
  role: 'defining' | 'mention'
  /** The gloss stood in the manuscript. */
  written: boolean
  place: Place
}

/** Everything known of a book, as mdast. Steps 2–8 of the pipeline fill it. */
export interface Book {
  name: string
  config: BookConfig
  /** As in the manuscript. */
  settings?: Record<string, Place>
  /** Parsed files before structure; emptied when chapters exist. */
  texts: ParsedText[]
  /** Texts as they were parsed, by path: words of the tree are looked up in them for their places. */
  written?: Map<string, string>
  /** As in the manuscript. */
  lead?: string
  chapters: Chapter[]
  /** Files that go on a chapter of another file: their lines are counted from `line` on, in the file where the chapter opens. */
  continued?: {opening: string; origin: TextOrigin}[]
  sources: Map<number, Source>
  /** Neither the settings nor the text has a title: the name of the file or folder stands for it. */
  untitled?: true
  /** Where the author's list of sources stood. */
  listPlace?: {path: string; line: number}
  /** The author's name of the list of sources, where it says that they are notes. */
  notesTitle?: string
  calls: CitationCall[]
  terms: Map<string, TermEntry>
  mentions: TermMention[]
  /** Detected dialects with counts, for the report. */
  dialects: Partial<Record<DialectName, number>>
  notes: Map<string, GalleyNote>
  assets: Map<string, Asset>
  assetByUrl: Map<string, string>
  imageFaults?: Map<string, ImageFault>
  messages: Message[]
  hash: string
  epoch: number
}

/** A line of the contents. */
export interface ContentsEntry {
  id: string
  /** Plain text. */
  title: string
  /** 1: chapter (or part). */
  level: number
  matter: Matter
  children: ContentsEntry[]
}

/** A chapter as hast with final ids; every internal link is `#id`. */
export interface GalleyChapter {
  id: string
  matter: Matter
  role: SectionRole
  title: string
  tree: HastRoot
  lang?: string
  /** Where the author wrote its heading, or its first line; absent for apparatus. */
  place?: Place
}

export type {Captioned} from './nodes.ts'

/** The book set, still format-neutral. */
export interface Galley {
  name: string
  config: BookConfig
  chapters: GalleyChapter[]
  contents: ContentsEntry[]
  captioned: Captioned[]
  notes: Map<string, GalleyNote>
  /** Title, abstract lines and such that title pages need, already plain. */
  assets: Map<string, Asset>
  styles: {screen: string; print: string; epub: string}
  fonts: Map<string, Uint8Array>
  /** The manuscript's texts, where an edition embeds them (`pdf.attachSource`). */
  sourceFiles?: TextFile[]
  hash: string
  epoch: number
  summary: BookSummary
}

/** Counts for the report at the end of a build. */
export interface BookSummary {
  citations: number
  numbersCited: number
  sourcesGiven: number
  sourcesMissing: number
  terms: number
  mentions: number
  dialects: Partial<Record<DialectName, number>>
}

export type Format = 'html' | 'pdf' | 'epub'

/** One format's bytes. */
/** What the fonts of an edition lack. */
export interface FontFaults {
  /** Characters that no installed font has. */
  uncovered: string[]
  /** The book's own fonts that are no static TrueType, by path. */
  unusable: string[]
}

export interface Edition {
  format: Format
  /** `report.pdf` */
  fileName: string
  data: Uint8Array
  /** PDF only. */
  pages?: number
  /** PDF only: printed folio of every anchor. */
  folios?: Map<string, string>
  messages: Message[]
  /** Told once for the book, whichever editions found it. */
  fonts?: FontFaults
}
