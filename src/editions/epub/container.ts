/** The packer: epub-gen-memory with templates of ours, and a ZIP that is the same for the same input.
 *
 * The library is never shown an image, a URL or our text as HTML: its sanitiser drops MathML, tables' scopes and notes,
 * and it fetches whatever an `img` names. Chapters come to it as finished XHTML beside an empty `content`. */
import {EPub, type Options} from 'epub-gen-memory'
import type {EpubResource} from './document.ts'
import {cleanXml} from './xml.ts'
import {writeZip, type ZipFile} from './zip.ts'

export interface ContainerTemplates {
  /** Gets `raw`. */
  chapter: string
  contents: string
  ncx: string
  package: string
}

export interface ContainerInput {
  title: string
  language: string
  epoch: number
  css: string
  templates: ContainerTemplates
  /** What the templates see, as `book`: the packer's own options have names of their own. */
  data: Record<string, unknown>
  documents: {fileName: string; title: string; raw: string}[]
  resources: EpubResource[]
  /** META-INF/com.apple.ibooks.display-options.xml: Apple Books shows embedded fonts only with it. */
  fonts: boolean
  /** What a variant does with the body of the contents. */
  dressContents?: (body: string) => string
}

/** As the packer keeps it; `raw` is what the chapter's template prints. */
type Chapter = EPub['content'][number] & {raw: string}

/** Takes what the packer puts into its ZIP, as it is: JSZip would encode and deflate it in JavaScript. */
class Shelf {
  readonly #files: Map<string, string>
  readonly #folder: string
  constructor(files: Map<string, string>, folder = '') {
    this.#files = files
    this.#folder = folder
  }

  file(name: string, content: string): void {
    this.#files.set(this.#folder + name, content)
  }

  folder(name: string): Shelf {
    return new Shelf(this.#files, `${this.#folder}${name}/`)
  }
}

class Container extends EPub {
  constructor(options: Options, chapters: Chapter[]) {
    super(options, []) // it would parse and query each chapter's empty content: a third of a second for a long book
    this.content = chapters
  }

  async pack({epoch, resources, fonts, dressContents}: ContainerInput): Promise<Uint8Array> {
    const files = new Map([['mimetype', 'application/epub+zip']])
    this.zip = new Shelf(files) as never // the two methods of JSZip that `render` calls without fonts, images and cover
    await this.render()
    const contents = files.get('OEBPS/toc.xhtml')
    if (dressContents && contents) files.set('OEBPS/toc.xhtml', contents.replace(/(?<=<body[^>]*>)[\s\S]*(?=<\/body>)/, dressContents))
    if (fonts) files.set('META-INF/com.apple.ibooks.display-options.xml', displayOptions)
    const encoder = new TextEncoder()
    const texts = [...files].map(([name, text]): ZipFile => ({name, data: encoder.encode(cleanXml(text))})) // whatever text the templates were given, the XML stays well-formed
    return writeZip([...texts, ...resources.map(({fileName, data}) => ({name: `OEBPS/${fileName}`, data}))], epoch)
  }
}

const displayOptions = '<?xml version="1.0" encoding="UTF-8"?>\n<display_options><platform name="*"><option name="specified-fonts">true</option></platform></display_options>\n'

export function packEpub(input: ContainerInput): Promise<Uint8Array> {
  const {title, language, epoch, css, templates, data, documents} = input
  const options = {
    book: data,
    title,
    lang: language,
    date: new Date(epoch * 1000).toISOString(),
    css,
    version: 3,
    prependChapterTitles: false,
    chapterXHTML: templates.chapter,
    tocXHTML: templates.contents,
    tocNCX: templates.ncx,
    contentOPF: templates.package,
  }
  const chapters = documents.map(({fileName, title: chapter, raw}): Chapter => ({id: '', url: '', author: [], excludeFromToc: true, beforeToc: false, title: chapter, filename: fileName, content: '', raw}))
  return new Container(options, chapters).pack(input)
}
