/** The galley as one printable HTML document. */
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import ejs from 'ejs'
import {toHtml} from 'hast-util-to-html'
import type {Root} from 'hast'
import type {Captioned, ContentsEntry, Galley} from '../../model/book.ts'
import type {EditionContext} from '../context.ts'
import {creditsOf} from '../credits.ts'
import {ownCover} from '../own-cover.ts'
import {faceRules, type FontPlan, planFonts} from '../fonts.ts'
import {printDate} from '../print-date.ts'
import {formulaStyle} from '../templates.ts'
import {anchorUrl, endMarkOf} from './anchors.ts'
import {noStyle, readAuthorStyle} from './author-style.ts'
import {colophonOf, madeOf} from './colophon.ts'
import {demandFonts} from './demand.ts'
import type {Formula} from './finish/structure.ts'
import {dressDrawing} from './drawings.ts'
import {fitLeaf} from './fit-leaf.ts'
import {hyphenator} from './hyphenate.ts'
import {pageLengths, pageRules} from './page-rules.ts'
import {headsOf, type Part, type PartKind} from './parts.ts'
import {cutAtPlates} from './plates.ts'
import {assetFile, type FolioSlot, prepareChapter} from './prepare-tree.ts'
import type {Page, PageFont} from './press.ts'
import {measureOf, type PageShape, shapePage} from './trim.ts'
import type {Theme} from './theme.ts'
import {lateFace} from './wire.ts'

export interface PrintDocument {
  /** Each a document of its own, printed by a press of its own. */
  quires: Quire[]
  title: string
  /** The book has CSS of its own. */
  framed: boolean
  /** SVG images with characters that no font has. */
  drawings: {path: string; uncovered: string[]}[]
  parts: Part[]
  slots: FolioSlot[]
  fonts: FontPlan
  shape: PageShape
  /** Notes stand at the foot of the page that calls them. */
  pageNotes: boolean
  /** By the private language tag that marks each in the print. */
  formulas: Map<string, Formula>
}

export interface Quire extends Page {parts: Part[]}

/** A line of the contents or of a list, as the template shows it. */
interface Line {id: string; title: string; level: number; slot: number}

/** In an element of its own, which no fault of a book's style sheet swallows. Nobody sees the page: it is laid out only when it is printed, from nothing, with all fonts there. A layout for a screen took a
 * third of a short book's time, and one that fonts came into late left a raised number a third of a pixel off. */
const unseen = '@media screen{body{display:none!important}}'

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src file:; img-src file: data:; base-uri 'none'; form-action 'none'"

/** @param sets The parts, as `cutQuires` cut them. */
export async function composeDocument(galley: Galley, sets: Part[][], theme: Theme, context: EditionContext): Promise<PrintDocument> {
  const {config} = galley
  const shape = shapePage(config.pdf)
  const parts = sets.flat()
  const heads = headsOf(parts, config.title, Math.floor((shape.width - shape.inner - shape.outer) / 25.4 * 72 / 8.5) - 4)
  const measure = measureOf(shape)
  const slots: FolioSlot[] = []
  const used = new Set<string>()
  const formulas = new Map<string, Formula>()
  const [before = '', behind = ''] = context.locale.text('references.citedOn').split('{folios}')
  const hyphenate = await hyphenator()
  const citedOn: [string, string] = [before, behind]
  const chapters = new Map<string, {tree: Root; unmarked: string[]}>()
  for (const {chapter} of parts) if (chapter) chapters.set(chapter.id, prepareChapter(chapter, {assets: galley.assets, measure, slots, used, formulas, citedOn, hyphenate, marginNotes: shape.notes > 0 ? galley.notes : new Map()}, config.language))
  const cover = config.pdf.cover ? ownCover(galley) : undefined
  if (cover) used.add(cover.hash)
  const contents = linesOf(galley.contents, depthOf(galley, theme), slots)
  const captioned = galley.captioned.map((entry) => captionLine(entry, slots))
  const date = config.date === undefined ? '' : printDate(config.date, context.locale)
  const colophon = await colophonOf(galley, context)
  const credits = creditsOf(config.contributors, context.locale)
  const furniture = [date, config.title, config.subtitle, config.description, ...config.keywords, ...Object.values(config.imprint), config.rights, ...credits.map((credit) => credit.text), ...heads.flatMap(({left, right}) => [left, right]), ...parts.map(({title}) => title), ...contents.map(({title}) => title), ...galley.captioned.flatMap(({label, caption}) => [label, caption]), ...colophon.flatMap(({label, value}) => [label, value]), madeOf, context.locale.text('pdf.keywords')].join('')
  const own = await readAuthorStyle(galley.styles.print)
  const fonts = await planFonts(demandFonts([...chapters.values()].map(({tree}) => tree), furniture, own), {cache: context.cache, own: galley.fonts, cutAgain: true, boxes: true})
  const sheet = (name: string) => readFile(path.join(context.templates, 'pdf', name), 'utf8')
  const [base, frame, formulaRules] = await Promise.all([sheet('base.css'), own === noStyle ? '' : sheet('frame.css').then((rules) => `${rules}@layer frame{:root{${pageLengths(shape, true)}}}`), formulas.size > 0 ? formulaStyle(context.templates) : ''])
  const faces = fonts.faces.map((face) => ({name: face.fileName, rule: faceRules([face], ({fileName}) => fileName)}))
  const cssOf = (set: Part[]) => [base, formulaRules, theme.css, pageRules(shape, theme, heads.filter(({page}) => set.some((part) => part.page === page))), own.css].join('\n')
  const pageOf = async (set: Part[]) => ejs.renderFile(path.join(context.templates, 'pdf', 'book.ejs'), {
    config, parts: set, contents, policy, date, credits,
    css: cssOf(set).replaceAll('</', '<\\/'), // a style sheet cannot end its element
    faces, frame, unseen, lateFace,
    leafScale: (kind: 'cover' | 'title-page') => fitLeaf(config, credits.map((credit) => credit.text), shape, kind),
    figures: captioned.filter(({kind}) => kind === 'figure'),
    tables: captioned.filter(({kind}) => kind === 'table'),
    piecesOf: ({id}: {id: string}) => cutAtPlates(chapters.get(id)?.tree.children ?? []).map(({plate, nodes}) => ({plate, html: toHtml({type: 'root', children: nodes}, {allowDangerousHtml: false, characterReferences: {useNamedReferences: false}})})),
    coverImage: cover && assetFile(cover),
    text: context.locale.text, fullWidth: context.locale.fullWidth, keywordsIn: keywordsChapter(parts, chapters), variant: config.pdf.variant, theme: config.pdf.theme, colophon, anchorUrl, endMarkOf,
    unmarked: set.flatMap(({chapter}) => (chapter ? chapters.get(chapter.id)?.unmarked ?? [] : [])),
    twoColumns: measure.width >= 36, inMargin: shape.notes > 0,
  }, {rmWhitespace: false})
  const images = await Promise.all([...used].flatMap((hash) => galley.assets.get(hash) ?? []).map(async (asset) => ({name: assetFile(asset), path: asset.path, ...(await dressDrawing(asset, {cache: context.cache, own: galley.fonts}))})))
  const pageFonts = fonts.faces.map(({fileName, make}): PageFont => ({name: fileName, make}))
  const quires = await Promise.all(sets.map(async (set): Promise<Quire> => {
    const html = await pageOf(set)
    const isNamed = ({name}: {name: string}) => html.includes(name)
    return {html, parts: set, images: images.filter(isNamed), fonts: pageFonts.filter(isNamed)}
  }))
  return {quires, title: config.title, framed: own !== noStyle, drawings: images.filter(({uncovered}) => uncovered.length > 0), parts, slots, fonts, shape, formulas, pageNotes: config.pdf.footnotes === 'page'}
}

/** Lines by the part that they stand in. */
export function countLines(galley: Galley, theme: Theme): Partial<Record<PartKind, number>> {
  const depth = depthOf(galley, theme)
  const count = (entries: ContentsEntry[]): number => entries.reduce((sum, {level, children}) => sum + (level > depth ? 0 : 1 + count(children)), 0)
  const captions = (wanted: Captioned['kind']) => galley.captioned.filter(({kind}) => kind === wanted).length
  return {contents: count(galley.contents), figures: captions('figure'), tables: captions('table')}
}

function depthOf({chapters: set, config}: Galley, theme: Theme): number {
  const chapters = set.some(({role}) => role === 'part') ? 2 : 1
  return theme.contents === 'chapters' ? Math.max(chapters, config.pdf.tocDepth - 1) : config.pdf.tocDepth
}

function linesOf(entries: ContentsEntry[], depth: number, slots: FolioSlot[]): Line[] {
  return entries.flatMap(({id, title, level, children}) => (level > depth ? [] : [{id, title, level, slot: slots.push({anchors: [id], plain: true}) - 1}, ...linesOf(children, depth, slots)]))
}

function captionLine({id, kind, label, caption}: Captioned, slots: FolioSlot[]) {
  return {id, kind, label, title: caption, slot: slots.push({anchors: [id], plain: true}) - 1}
}

/** Keywords belong to the first abstract in the book's language, unless the author (or structure) has put them somewhere. */
function keywordsChapter(parts: Part[], chapters: Map<string, {tree: Root}>): string | undefined {
  const written = [...chapters.values()].some(({tree}) => tree.children.some((node) => node.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes('keywords')))
  return written ? undefined : parts.find(({chapter}) => chapter?.role === 'abstract' && chapter.lang === undefined)?.id
}
