/** The packer: epub-gen-memory with templates of ours, and a ZIP that is the same for the same input.
 *
 * The library is never shown an image, a URL or our text as HTML: its sanitiser drops MathML, tables' scopes and notes,
 * and it fetches whatever an `img` names. Chapters come to it as finished XHTML beside an empty `content`. */
import {EPub} from 'epub-gen-memory'
import type {EpubResource} from './document.ts'
import {cleanXml} from './xml.ts'

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
}

/** Already compressed; deflating them again costs time and gains nothing. */
const stored = /\.(jpe?g|png|gif)$/

class Container extends EPub {
  async pack({epoch, resources, fonts}: ContainerInput): Promise<Uint8Array> {
    await this.render()
    for (const name of ['OEBPS/content.opf', 'OEBPS/toc.ncx', 'OEBPS/toc.xhtml']) this.zip.file(name, cleanXml((await this.zip.file(name)?.async('string')) ?? ''))
    for (const {fileName, data} of resources) this.zip.file(`OEBPS/${fileName}`, data)
    if (fonts) this.zip.file('META-INF/com.apple.ibooks.display-options.xml', displayOptions)
    const date = new Date(Math.max(epoch, zipEpoch) * 1000)
    for (const [name, file] of Object.entries(this.zip.files)) {
      if (file.dir) delete this.zip.files[name] // `remove` would take the folder's files too
      file.date = date
      if (stored.test(name)) file.options.compression = 'STORE'
    }
    return this.zip.generateAsync({type: 'uint8array', mimeType: 'application/epub+zip', compression: 'DEFLATE', compressionOptions: {level: 6}, platform: 'DOS'})
  }
}

/** 1980-01-01, the first day a ZIP can name. */
const zipEpoch = 315532800
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
  const chapters = documents.map(({fileName, title: chapter, raw}) => ({title: chapter, filename: fileName, content: '', raw}))
  return new Container(options, chapters).pack(input)
}
