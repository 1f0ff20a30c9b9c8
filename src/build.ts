/** The orchestration: read → compose → check → set → make → publish.
 *
 * Returns values and messages; prints nothing. Nothing is published unless every edition was made. */
import {mergeConfig} from './config.ts'
import {isFatal, message} from './diagnostics/index.ts'
import {appraiser, checkThemes, type EditionContext, editions, openAssets, type ReadyImages, recallWords, settleKept, type Warm, warmUp} from './editions/index.ts'
import {publish} from './editions/publish.ts'
import {tellFontFaults} from './font-faults.ts'
import {localeOf} from './locale/index.ts'
import {readManuscript} from './manuscript/index.ts'
import type {BookSummary, ContentsEntry, Edition, Format, Galley, Manuscript} from './model/book.ts'
import type {EditionVariant, Limits} from './model/config.ts'
import type {Message, Place} from './model/message.ts'
import {composeBook, isRefused, setGalley} from './pipeline.ts'

export interface BuildOptions {
  /** Folder with a book.yml, or one Markdown file. */
  input: string
  /** Default: all three. */
  formats: Format[]
  /** Folder that holds one folder a book. */
  out: string
  /** Warnings stop the build too. */
  strict: boolean
  /** Folder of results by content hash; undefined with --no-cache. */
  cache: string | undefined
  /** Folder of `templates/`. */
  templates: string
  /** SOURCE_DATE_EPOCH, seconds. */
  epoch: number | undefined
  signal: AbortSignal
  progress?: (step: string) => void
  /** For a supervisor that bounds time and memory: the manuscript is read, composing starts, composing has ended. */
  watch?: BuildWatch
}

export interface BuildWatch {
  read(manuscript: {name: string; language: string; limits: Limits; place: Place}): void
  composing(): void
  composed(): void
}

export interface BuiltFile {path: string; format: Format; bytes: number; pages?: number}

export interface BuildReport {
  name: string
  language: string
  messages: Message[]
  files: BuiltFile[]
  /** Absent where the manuscript could not be read. */
  summary?: BookSummary
  /** False: an error stopped the build, and what was published before is untouched. */
  published: boolean
}

/** Read and check a book; make nothing. */
export async function checkBook(options: Omit<BuildOptions, 'formats' | 'out'>): Promise<BuildReport> {
  const manuscript = await readWatched(options)
  const report: BuildReport = {name: manuscript.name, language: manuscript.config.language, messages: manuscript.messages, files: [], published: false}
  if (stops(manuscript.messages, false)) return report
  const galley = await setManuscript(manuscript, options.watch)
  report.messages = [...galley.messages, ...(await checkThemes(manuscript, ['html', 'pdf', 'epub'], options.templates))]
  if (!galley.summary) return report
  report.summary = galley.summary
  const {messages, fonts} = await (await appraiser())(galley, options.cache)
  report.messages.push(...messages, ...tellFontFaults([fonts], manuscript))
  await settleKept()
  return report
}

/** @param warm What was started ahead; it is stopped here. */
export async function buildBook(options: BuildOptions, warm: Warm = warmUp(options.formats, options)): Promise<BuildReport> {
  try {
    return await buildWarm(options, warm.press ? {press: warm.press} : {})
  } finally {
    warm.stop()
    await settleKept()
  }
}

async function buildWarm(options: BuildOptions, warm: Pick<EditionContext, 'press'>): Promise<BuildReport> {
  const {formats, strict, progress} = options
  progress?.('read')
  const manuscript = await readWatched(options)
  const report: BuildReport = {name: manuscript.name, language: manuscript.config.language, messages: manuscript.messages, files: [], published: false}
  if (stops(manuscript.messages, false)) return report
  options.signal.throwIfAborted()
  progress?.('compose')
  const galley = await setManuscript(manuscript, options.watch)
  report.messages = [...galley.messages, ...(await checkThemes(manuscript, formats, options.templates))]
  if (!galley.summary) return report
  report.summary = galley.summary
  if (stops(report.messages, strict)) return report
  const context = contextOf(options, manuscript)
  const ready = openAssets(options.cache)
  const keepWords = recallWords(options.cache, [manuscript.config.title, ...titlesOf(galley.contents)])
  const made = await makeEditions(galley, formats, ready, {...context, ...warm})
  for (const variant of manuscript.config.editions) {
    if (!formats.includes(variant.format)) continue
    const varied = varyManuscript(manuscript, variant, report.messages)
    const set = varied && (await setManuscript(varied, options.watch))
    const pdf = made.find(({format}) => format === 'pdf') // for the page-list: the book's own, made first
    if (set?.summary) made.push(await makeVariant(variant, set, ready, pdf ? {...context, pdf} : context))
  }
  keepWords()
  report.messages.push(...made.flatMap(({messages}) => messages), ...tellFontFaults(made.flatMap(({fonts = []}) => fonts), manuscript))
  if (stops(report.messages, strict)) return report
  options.signal.throwIfAborted()
  progress?.('publish')
  const published = await publish(options.out, manuscript.name, made, {inputs: manuscript.hash, epoch: manuscript.epoch})
  if ('fault' in published) {
    report.messages.push(message('publish-failed', {path: '.'}, {file: `${options.out}/${manuscript.name}`, code: published.fault}))
    return report
  }
  report.files = made.map((edition, index) => ({path: published.paths[index] ?? edition.fileName, format: edition.format, bytes: edition.data.byteLength, ...(edition.pages === undefined ? {} : {pages: edition.pages})}))
  report.published = true
  return report
}

async function readWatched({input, epoch, watch}: Pick<BuildOptions, 'input' | 'epoch' | 'watch'>): Promise<Manuscript> {
  const manuscript = await readManuscript(input, {epoch})
  watch?.read({name: manuscript.name, language: manuscript.config.language, limits: manuscript.config.limits, place: placeOf(manuscript)})
  return manuscript
}

/** @returns The messages alone where the text is nested too deeply for any tree. */
async function setManuscript(manuscript: Manuscript, watch: BuildWatch | undefined): Promise<(Galley & {messages: Message[]}) | {summary?: undefined; messages: Message[]}> {
  watch?.composing()
  try {
    const composed = await composeBook(manuscript)
    if (isRefused(composed.book.messages)) return {messages: composed.book.messages}
    const galley = await setGalley(composed, manuscript)
    if (composed.book.untitled) composed.book.messages.push(message('title-missing', placeOf(manuscript), {name: manuscript.name}))
    return {...galley, messages: composed.book.messages}
  } catch (error) {
    if (!(error instanceof RangeError && /call stack/i.test(error.message))) throw error // trees are walked by recursion
    return {messages: [...manuscript.messages, message('nesting-exceeded', placeOf(manuscript), {allowed: manuscript.config.limits.nesting})]}
  } finally {
    watch?.composed()
  }
}

function titlesOf(entries: ContentsEntry[]): string[] {
  return entries.flatMap(({title, children}) => [title, ...titlesOf(children)])
}

function placeOf({texts}: Manuscript): Place {
  const [first] = texts
  return first ? {path: first.path, line: 1, column: 1} : {path: '.'}
}

/** The HTML page is set while the browser prints; the EPUB waits for the PDF, whose pages its page-list names. */
async function makeEditions(galley: Galley, formats: Format[], ready: ReadyImages, context: EditionContext): Promise<Edition[]> {
  const make = async (format: Format, pdf?: Edition): Promise<Edition[]> => {
    if (!formats.includes(format)) return []
    context.signal.throwIfAborted()
    context.progress?.(format)
    return [await makeEdition(galley, format, ready, pdf ? {...context, pdf} : context)]
  }
  const paged = async () => {
    const pdf = await make('pdf')
    return [...pdf, ...(await make('epub', pdf[0]))]
  }
  const results = await Promise.allSettled([paged(), make('html')]) // all: a browser must have ended before a fault is told
  return results.flatMap((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

async function makeEdition(galley: Galley, format: Format, ready: ReadyImages, context: EditionContext): Promise<Edition> {
  const [make, {galley: pictured, messages}] = await Promise.all([editions[format](), ready(partsOf(galley, format), format)])
  const edition = await make(pictured, context)
  return messages.length > 0 ? {...edition, messages: [...messages, ...edition.messages]} : edition
}

/** The audit is a page of the HTML edition only. */
function partsOf(galley: Galley, format: Format): Galley {
  const {chapters, contents} = galley
  if (format === 'html' || !chapters.some(({role}) => role === 'audit')) return galley
  const audits = new Set(chapters.filter(({role}) => role === 'audit').map(({id}) => id))
  return {...galley, chapters: chapters.filter(({id}) => !audits.has(id)), contents: contents.filter(({id}) => !audits.has(id))}
}

async function makeVariant(variant: EditionVariant, galley: Galley, ready: ReadyImages, context: EditionContext): Promise<Edition> {
  context.progress?.(`${variant.format} ${variant.name}`)
  const edition = await makeEdition(galley, variant.format, ready, context)
  const extension = edition.fileName.slice(edition.fileName.indexOf('.'))
  return {...edition, fileName: `${galley.name}-${variant.name}${extension}`}
}

function varyManuscript(manuscript: Manuscript, variant: EditionVariant, messages: Message[]): Manuscript | undefined {
  try {
    return {...manuscript, config: mergeConfig(manuscript.config, variant.options), messages: []}
  } catch (error) {
    messages.push(message('config-invalid', {path: 'book.yml'}, {setting: `editions.${variant.name}`, named: `\`${variant.name}\``, received: 'options', expected: error instanceof Error ? error.message : 'known settings'}))
    return undefined
  }
}

function contextOf(options: BuildOptions, manuscript: Manuscript): EditionContext {
  const {cache, templates, signal, progress} = options
  return {locale: localeOf(manuscript.config.language), cache, templates, signal, ...(progress ? {progress} : {})}
}

function stops(messages: Message[], strict: boolean): boolean {
  return messages.some(({severity}) => isFatal(severity, strict))
}
