/** Templates of the EPUB: real files below `templates/epub/`. */
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {loadTemplate, type Template} from '../templates.ts'

export interface EpubTemplates {
  document: Template
  cover: Template
  titlePage: Template
  colophon: Template
  /** Sources that the packer compiles itself. */
  contents: string
  ncx: string
  package: string
}

/** @param folder `templates/`. */
export async function readTemplates(folder: string): Promise<EpubTemplates> {
  const compile = (name: string) => loadTemplate(folder, `epub/${name}.ejs`)
  const read = (name: string) => readFile(path.join(folder, 'epub', `${name}.ejs`), 'utf8')
  const [document, cover, titlePage, colophon, contents, ncx, pack] = await Promise.all([compile('document.xhtml'), compile('cover.xhtml'), compile('title-page.xhtml'), compile('colophon.xhtml'), read('contents.xhtml'), read('toc.ncx'), read('package.opf')])
  return {document, cover, titlePage, colophon, contents, ncx, package: pack}
}
