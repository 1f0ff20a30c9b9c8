/** What `book.yml` says, with every default filled in. The schema and the defaults are in `src/config.ts`. */

export interface Contributor {
  name: string
  /** MARC relator code (default `aut`). */
  role: string
  /** Sorting form: `Zhang, San`. */
  fileAs?: string
}

/** Bounds on what one manuscript may cost. Every limit is named in the message that reports it. */
export interface Limits {
  /** Bytes of one text file (default 16 MiB). */
  documentBytes: number
  /** UTF-16 units of one block between blank lines (default 1,500,000). */
  blockLength: number
  /** Brackets of one block that no citation took (default 8,000). */
  blockBrackets: number
  /** Runs of `*`, `_` or `~` in one block (default 1,500). */
  blockEmphasis: number
  /** `<`, `@` and runs of backticks or `$` in one block (default 4,000). */
  blockMarks: number
  /** Nesting of quotes and lists (default 100). */
  nesting: number
  /** Cells of all tables of one file (default 100,000). */
  tableCells: number
  /** Numbers cited that no source has (default 20,000). */
  missingSources: number
  /** Pixels of one image (default 100,000,000). */
  imagePixels: number
  /** Bytes of one image (default 50 MiB). */
  imageBytes: number
  /** What one SVG drawing may give to draw, in shapes; what is used again counts each time (default 500,000). */
  drawingWork: number
  /** Seconds for parsing and composing (default 60). */
  composeSeconds: number
  /** MiB of JavaScript heap for parsing and composing (default 2,048). */
  composeMemory: number
  /** Seconds for one print by the browser (default 300). */
  printSeconds: number
}

export type CitationNumbering = 'as-written' | 'by-appearance' | 'by-chapter'
export type CitationStyle = 'gb-t-7714-2025' | 'gb-t-7714-2015' | 'ieee' | 'author-date' | (string & {})

export interface CitationOptions {
  /** `auto`, or the dialects that may be read. */
  dialect: 'auto' | string[]
  numbering: CitationNumbering
  /** Default by language: `gb-t-7714-2025` for zh, `ieee` otherwise. A path ending in `.csl` loads that style. */
  style: CitationStyle
}

export type GlossForm = 'zh-first' | 'en-first' | 'ruby' | 'none'

export interface GlossaryOptions {
  enabled: boolean
  /** Where a term counts as new (default `book`). */
  scope: 'book' | 'chapter' | 'section'
  form: GlossForm
  /** Main and partner language of the glosses (default [zh, en]). */
  locales: [string, string]
  /** Sorting of the Chinese list (default `pinyin`). */
  sort: 'pinyin' | 'stroke'
  /** Print both orders as two indexes. */
  bothOrders: boolean
  /** Links from later mentions (default true). */
  linkMentions: boolean
}

export interface RepairOptions {
  /** A chatty preamble before the first heading (default `drop`). */
  preamble: 'drop' | 'keep'
  /** A paragraph swallowed by the list above it (default true). */
  swallowedParagraph: boolean
  /** Emphasis next to CJK punctuation (default true). */
  cjkEmphasis: boolean
  /** `\(…\)` and `\[…\]` are formulas. */
  texBrackets: boolean
  /** `` $`…`$ `` and fences named `math` are formulas (default true). */
  codeFormulas: boolean
  /** `\begin{equation}` … without dollars is a formula (default true). */
  texEnvironments: boolean
  /** Lines that begin with ①, ② … begin below each other (default true). */
  labelledLines: boolean
  /** Words that four spaces indent are no code. */
  indentedWords: boolean
}

export type TrimName = 'A4' | 'A5' | 'B5' | '16开' | '大32开' | '6x9'

export interface PdfOptions {
  /** Trim size (开本): a name, or [width, height] in millimetres (default A4). */
  trim: TrimName | [number, number]
  theme: string
  /** Millimetres added at the spine (default 0). */
  bindingMargin: number
  /** Chapters open on a right-hand page (default false). */
  openRecto: boolean
  /** `screen`: coloured links. `print`: black (default screen). */
  variant: 'screen' | 'print'
  /** 3 mm bleed with crop marks on the cover and full-bleed images (default false). */
  bleed: boolean
  /** Levels of the contents (default 2). */
  tocDepth: number
  cover: boolean
  halfTitle: boolean
  colophon: boolean
  /** Where footnotes stand (default chapter). */
  footnotes: 'chapter' | 'margin' | 'page'
  /** Linearise with qpdf, where it is installed (default false). */
  linearize: boolean
  /** Embed the manuscript and sources.json (default false). */
  attachSource: boolean
  /** Longest side of an image in pixels (default 2400: 300 a inch over the text of A4, and more than a screen shows). */
  imageSize: number
}

export interface EpubOptions {
  fonts: 'subset' | 'none'
  theme: string
  pageList: 'auto' | 'none'
  /** Who certifies conformance to EPUB Accessibility; `conformsTo` is written only with it. */
  certifiedBy?: string
  /** Longest side of an image in pixels (default 1600). */
  imageSize: number
  kind: 'epub' | 'kepub'
}

export interface HtmlOptions {
  theme: string
  /** Append the citation audit as a page (default false). */
  audit: boolean
  /** Embed subset fonts (default false: system fonts, smaller file). */
  fonts: 'none' | 'subset'
  /** Longest side of an image in pixels (default 1600). */
  imageSize: number
}

/** A named edition that differs from the book's own settings. */
export interface EditionVariant {
  name: string
  format: 'html' | 'pdf' | 'epub'
  /** Settings that replace the book's: `{glossary: {form: en-first}, pdf: {trim: A5}}`. */
  options: Record<string, unknown>
}

export interface BookConfig {
  title: string
  subtitle?: string
  /** BCP 47 (default: detected from the text, `zh-CN`, `zh-Hant` or `en`). */
  language: string
  contributors: Contributor[]
  /** ISO 8601 date: `2024-12-31`, `2024-12` or `2024`. */
  date?: string
  /** Publisher facts. */
  imprint: {publisher?: string; place?: string; series?: string; seriesPosition?: number; edition?: string}
  rights?: string
  description?: string
  keywords: string[]
  subjects: string[]
  identifier: {isbn?: string; doi?: string; uuid?: string}
  /** Path of the book's own cover image. */
  cover?: string
  /** Texts in reading order; default: `*.md` of the folder by name. */
  chapters?: string[]
  sources?: string[]
  glossaryFiles?: string[]
  styles?: {screen?: string; print?: string; epub?: string}
  citations: CitationOptions
  glossary: GlossaryOptions
  repair: RepairOptions
  html: HtmlOptions
  pdf: PdfOptions
  epub: EpubOptions
  editions: EditionVariant[]
  limits: Limits
  /** Number headings, figures and tables (default: headings `auto`: only if the author did not). */
  numbering: {headings: 'auto' | 'on' | 'off'; captions: boolean}
  /** Straight quotes stay (default), or become typographic ones. */
  typography: {quotes: 'keep' | 'curly'}
}
