/** The PDF edition: galley → one tagged PDF with folios. The only door of the room. */
import type {Edition, FontFaults, Galley, GalleyChapter} from '../../model/book.ts'
import type {Message} from '../../model/message.ts'
import {message} from '../../diagnostics/index.ts'
import type {EditionContext} from '../context.ts'
import {holdKept} from '../keep.ts'
import {tellObjections} from './conformance.ts'
import {composeDocument, countLines} from './document.ts'
import {linearize} from './finish/linearize.ts'
import {openPress} from './open-press.ts'
import {arrangeParts} from './parts.ts'
import {PressError} from './press-error.ts'
import {printBook} from './print-book.ts'
import {cutQuires} from './quires.ts'
import {readTheme} from './theme.ts'

export async function makePdf(galley: Galley, context: EditionContext): Promise<Edition> {
  const messages: Message[] = []
  const edition = (data: Uint8Array): Edition => ({format: 'pdf', fileName: `${galley.name}.pdf`, data, messages})
  const {pdf, limits} = galley.config
  const theme = await readTheme(context.templates, pdf.theme)
  if (!theme) {
    messages.push(message('theme-missing', {path: 'book.yml'}, {theme: pdf.theme, setting: 'pdf.theme', named: '`pdf.theme`', known: ''}))
    return edition(new Uint8Array())
  }
  const quires = cutQuires(arrangeParts(galley, theme, context.locale), galley.styles.print, countLines(galley, theme))
  const openings = quires.map((_, index) => (index === 0 && context.press) || openPress(context))
  const stop = () => {
    for (const opening of openings) opening.then((press) => press.stop(), () => undefined)
  }
  holdKept() // until the browser prints
  try {
    const document = await composeDocument(galley, quires, theme, context)
    const {uncovered, unusable} = document.fonts
    const fonts: FontFaults = {uncovered: [...uncovered, ...document.drawings.flatMap((drawing) => drawing.uncovered)], unusable}
    const finish = import('./finish/index.ts') // loads while the browser prints
    const printed = await printBook(await Promise.all(openings), document, {separator: context.locale.listSeparator, seconds: limits.printSeconds, cache: context.cache})
    stop()
    if (!printed.settled) messages.push(message('folio-moved', {path: ''}, {}))
    const noMargin = pdf.footnotes === 'margin' && document.shape.notes === 0
    const atEnd = galley.chapters.filter((chapter) => printed.atEnd.includes(chapter.id) || (noMargin && hasNotes(chapter)))
    if (atEnd.length > 0) messages.push(message('footnotes-at-end', {path: 'book.yml'}, {chapters: atEnd.map(({title}) => title).join(context.locale.listSeparator)}))
    const {data, objections, losses} = await (await finish).finishPdf(printed, document, galley, context)
    messages.push(...tellObjections(objections))
    for (const {chapter, letters, of} of losses) messages.push(message('text-unprinted', chapter.place ?? {path: '.'}, {letters, of, title: chapter.title}))
    const linear = pdf.linearize ? await linearize(data, limits.printSeconds) : undefined
    if (pdf.linearize && !linear) messages.push(message('linearize-unavailable', {path: 'book.yml'}, {}))
    return {...edition(linear ?? data), fonts, pages: printed.pagination.count, folios: printed.folios}
  } catch (error) {
    stop()
    await Promise.all(openings.map((opening) => opening.then((press) => press.ended, () => undefined))) // or the program may end before their folders are gone
    if (!(error instanceof PressError)) throw error
    messages.push(message(`browser-${error.kind}`, {path: ''}, {detail: error.detail}))
    return edition(new Uint8Array())
  } finally {
    stop()
  }
}

function hasNotes({tree}: GalleyChapter): boolean {
  return tree.children.some((node) => node.type === 'element' && Array.isArray(node.properties.className) && node.properties.className.includes('footnotes'))
}
