/** The values that flow through this room. Types only. */
import type {ElementContent} from 'hast'
import type {SectionRole} from '../../model/book.ts'

export type BodyType = 'frontmatter' | 'bodymatter' | 'backmatter'

/** One XHTML file of the book, in reading order. */
export interface EpubDocument {
  /** Manifest id and stem of the file name: ASCII. */
  id: string
  /** `c1.xhtml` */
  fileName: string
  /** Plain, never empty. */
  title: string
  lang: string
  bodyType: BodyType
  role: SectionRole | 'cover' | 'title-page' | 'colophon'
  /** Children of `body`; empty where a template wrote them. */
  children: ElementContent[]
  /** Children of `body` as a template wrote them. */
  markup?: string
  /** Stands before the contents in the spine. */
  beforeContents: boolean
  /** `mathml`, `svg`: what the manifest must say of it. */
  properties: string[]
}

/** A printed page that begins in the text. */
export interface PageMark {
  /** Printed folio: `iv`, `12`. */
  folio: string
  fileName: string
  id: string
}

/** A file beside the documents: image, font, style. */
export interface EpubResource {
  id: string
  /** `images/a1.jpg` */
  fileName: string
  mediaType: string
  data: Uint8Array
  /** `cover-image` */
  properties?: string
}
