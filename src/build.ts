/** The orchestration: read → compose → check → set → make → publish.
 *
 * Returns values and messages; prints nothing. Nothing is published unless every edition was made. */
import {mergeConfig} from './config.ts'
import {isFatal, message} from './diagnostics/index.ts'
import {type EditionContext, editions, warmUp} from './editions/index.ts'
import {publish} from './editions/publish.ts'
import {localeOf} from './locale/index.ts'
import {readManuscript} from './manuscript/index.ts'
import type {BookSummary, Edition, Format, Galley, Manuscript} from './model/book.ts'
import type {EditionVariant} from './model/config.ts'
import type {Message} from './model/message.ts'
import {composeBook, setGalley} from './pipeline.ts'

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
  const manuscript = await readManuscript(options.input, {epoch: options.epoch})
  const report: BuildReport = {name: manuscript.name, language: manuscript.config.language, messages: manuscript.messages, files: [], published: false}
  if (stops(manuscript.messages, false)) return report
  const galley = await setManuscript(manuscript)
  return {...report, messages: galley.messages, summary: galley.summary}
}

export async function buildBook(options: BuildOptions): Promise<BuildReport> {
  const warm = warmUp(options.formats, options) // a browser takes longer to start than a book to be read
  try {
    return await buildWarm(options, warm.press ? {press: warm.press} : {})
  } finally {
    warm.stop()
  }
}

async function buildWarm(options: BuildOptions, warm: Pick<EditionContext, 'press'>): Promise<BuildReport> {
  const {formats, strict, progress} = options
  progress?.('read')
  const manuscript = await readManuscript(options.input, {epoch: options.epoch})
  const report: BuildReport = {name: manuscript.name, language: manuscript.config.language, messages: manuscript.messages, files: [], published: false}
  if (stops(manuscript.messages, false)) return report
  options.signal.throwIfAborted()
  progress?.('compose')
  const galley = await setManuscript(manuscript)
  report.messages = galley.messages
  report.summary = galley.summary
  if (stops(report.messages, strict)) return report
  const context = contextOf(options, manuscript)
  const made = await makeEditions(galley, formats, {...context, ...warm})
  for (const variant of manuscript.config.editions) {
    if (!formats.includes(variant.format)) continue
    const varied = varyManuscript(manuscript, variant, report.messages)
    if (varied) made.push(await makeVariant(variant, await setManuscript(varied), context))
  }
  report.messages.push(...made.flatMap(({messages}) => messages))
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

async function setManuscript(manuscript: Manuscript): Promise<Galley & {messages: Message[]}> {
  const composed = await composeBook(manuscript)
  const galley = await setGalley(composed, manuscript)
  return {...galley, messages: composed.book.messages}
}

/** The HTML page is set while the browser prints; the EPUB waits for the PDF, whose pages its page-list names. */
async function makeEditions(galley: Galley, formats: Format[], context: EditionContext): Promise<Edition[]> {
  const make = async (format: Format, pdf?: Edition): Promise<Edition[]> => {
    if (!formats.includes(format)) return []
    context.signal.throwIfAborted()
    context.progress?.(format)
    return [await (await editions[format]())(galley, pdf ? {...context, pdf} : context)]
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

async function makeVariant(variant: EditionVariant, galley: Galley, context: EditionContext): Promise<Edition> {
  context.progress?.(`${variant.format} ${variant.name}`)
  const make = await editions[variant.format]()
  const edition = await make(galley, context)
  const extension = edition.fileName.slice(edition.fileName.indexOf('.'))
  return {...edition, fileName: `${galley.name}-${variant.name}${extension}`}
}

function varyManuscript(manuscript: Manuscript, variant: EditionVariant, messages: Message[]): Manuscript | undefined {
  try {
    return {...manuscript, config: mergeConfig(manuscript.config, variant.options), messages: []}
  } catch (error) {
    messages.push(message('config-invalid', {path: 'book.yml'}, {setting: `editions.${variant.name}`, received: 'options', expected: error instanceof Error ? error.message : 'known settings'}))
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
