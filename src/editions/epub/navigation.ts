/** Contents, landmarks, page-list and guide: what leads through the book. */
import type {Captioned, ContentsEntry, Galley} from '../../model/book.ts'
import type {Locale} from '../../model/locale.ts'
import type {EpubDocument, PageMark} from './document.ts'
import {hrefTo, type LinkMap} from './links.ts'
import {titleOr} from './title.ts'

export interface NavigationEntry {
  title: string
  href: string
  /** Reading order over the whole tree, 1-based. */
  order: number
  children: NavigationEntry[]
}

export interface Landmark {type: string; href: string; title: string}

export interface Navigation {
  contents: NavigationEntry[]
  /** Deepest level. */
  depth: number
  landmarks: Landmark[]
  /** EPUB 2's landmarks, for old readers. */
  guide: Landmark[]
  pages: {folio: string; href: string}[]
  /** Lists of figures and of tables, where the book has any. */
  lists: CaptionList[]
}

export interface CaptionList {type: 'loi' | 'lot'; title: string; entries: {title: string; href: string}[]}

export function composeNavigation(galley: Galley, documents: EpubDocument[], links: LinkMap, marks: PageMark[], locale: Locale): Navigation {
  let order = 0
  let depth = 1
  const convert = (entries: ContentsEntry[], level: number): NavigationEntry[] => entries.flatMap(({id, title, children}) => {
    const href = hrefTo(id, '', links)
    if (href === undefined) return convert(children, level)
    depth = Math.max(depth, level)
    order += 1
    return [{title: titleOr(title, galley), href, order, children: convert(children, level + 1)}]
  })
  const contents = convert(galley.contents, 1)
  const colophon = documents.find(({role}) => role === 'colophon')
  if (colophon) contents.push({title: colophon.title, href: colophon.fileName, order: order + 1, children: []})
  const lists = [listOf('figure', galley, links, locale), listOf('table', galley, links, locale)].filter(({entries}) => entries.length > 0)
  return {contents, depth, lists, landmarks: landmarksOf(documents, lists, locale), guide: guideOf(documents, locale), pages: marks.map(({folio, fileName, id}) => ({folio, href: `${fileName}#${id}`}))}
}

function listOf(kind: Captioned['kind'], galley: Galley, links: LinkMap, locale: Locale): CaptionList {
  const entries = galley.captioned.flatMap((entry) => {
    const href = entry.kind === kind ? hrefTo(entry.id, '', links) : undefined
    return href === undefined ? [] : [{title: titleOr([entry.label, entry.caption].filter(Boolean).join(locale.fullWidth ? '\u3000' : '\u2002'), galley), href}]
  })
  return kind === 'figure' ? {type: 'loi', title: locale.text('pdf.figures'), entries} : {type: 'lot', title: locale.text('pdf.tables'), entries}
}

const landmarkTypes: Partial<Record<EpubDocument['role'], string>> = {'cover': 'cover', 'title-page': 'titlepage', 'preface': 'preface', 'figures': 'loi', 'tables': 'lot', 'references': 'bibliography', 'glossary': 'glossary', 'index': 'index', 'colophon': 'colophon'}

function landmarksOf(documents: EpubDocument[], lists: CaptionList[], locale: Locale): Landmark[] {
  const landmarks: Landmark[] = []
  const body = documents.find(({bodyType, role}) => bodyType === 'bodymatter' && role !== 'cover')
  let contents = false
  for (const {fileName, title, role, beforeContents} of documents) {
    if (!beforeContents && !contents) {
      contents = true
      landmarks.push({type: 'toc', href: 'toc.xhtml#toc', title: locale.text('contents.title')}, ...lists.map((list) => ({type: list.type, href: `toc.xhtml#${list.type}`, title: list.title})))
    }
    if (fileName === body?.fileName) landmarks.push({type: 'bodymatter', href: fileName, title: locale.text('epub.body')})
    const type = landmarkTypes[role]
    if (type && !landmarks.some((landmark) => landmark.type === type)) landmarks.push({type, href: fileName, title})
  }
  return landmarks
}

function guideOf(documents: EpubDocument[], locale: Locale): Landmark[] {
  const cover = documents.find(({role}) => role === 'cover')
  const body = documents.find(({bodyType}) => bodyType === 'bodymatter')
  return [
    ...(cover ? [{type: 'cover', href: cover.fileName, title: cover.title}] : []),
    {type: 'toc', href: 'toc.xhtml', title: locale.text('contents.title')},
    ...(body ? [{type: 'text', href: body.fileName, title: locale.text('epub.body')}] : []),
  ]
}
