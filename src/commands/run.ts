/** Shared by build, check and preview: books one after another → one report. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {BuildOptions, BuildReport} from '../build.ts'
import {isFatal} from '../diagnostics/index.ts'
import {decodeText} from '../manuscript/decode.ts'
import type {Format} from '../model/book.ts'
import type {ReportedBook, RunReport} from '../report/index.ts'
import {buildBounded, checkBounded} from '../supervise.ts'
import {type Input, relative} from './inputs.ts'
import {startProgress} from './progress.ts'
import {type ExitCode, type Session, UsageError} from './session.ts'

export interface RunOptions {
  /** Empty: check only. */
  formats: Format[]
  /** Relative to the session's folder. */
  out: string
  strict: boolean
  cache: boolean
  /** Show no progress. */
  silent: boolean
}

export async function runBooks(inputs: Input[], options: RunOptions, session: Session): Promise<RunReport & {exitCode: ExitCode}> {
  const books: ReportedBook[] = []
  for (const input of inputs) books.push(report(input, await runBook(input, options, session), session))
  const command = options.formats.length === 0 ? 'check' : 'build'
  return {books, language: session.language, strict: options.strict, command, version: session.version, exitCode: exitCode(books, options.strict)}
}

async function runBook(input: Input, {formats, out, strict, cache, silent}: RunOptions, session: Session): Promise<BuildReport> {
  const progress = silent ? undefined : startProgress(input.name, session)
  const common: Omit<BuildOptions, 'formats' | 'out'> = {
    input: input.path,
    strict,
    cache: cache ? session.cache : undefined,
    templates: session.templates,
    epoch: epochOf(session),
    signal: session.signal,
    ...(progress ? {progress: progress.step} : {}),
  }
  try {
    return formats.length === 0 ? await checkBounded(common) : await buildBounded({...common, formats, out: path.resolve(session.folder, out)})
  } finally {
    progress?.stop()
  }
}

function report(input: Input, built: BuildReport, session: Session): ReportedBook {
  const texts = new Map<string, string[]>()
  const linesOf = (name: string): string[] => {
    try {
      return decodeText(readFileSync(path.join(input.folder, name)), name).text.split(/\r\n|\r|\n/) // columns are those of the text as it was read
    } catch {
      return [] // a message may speak of a file that is missing or unreadable
    }
  }
  return {
    ...built,
    folder: relative(session.folder, input.folder),
    files: built.files.map((file) => ({...file, path: relative(session.folder, file.path)})),
    lineOf(name, line) {
      const lines = texts.get(name) ?? linesOf(name)
      texts.set(name, lines)
      return lines[line - 1]
    },
  }
}

function exitCode(books: ReportedBook[], strict: boolean): ExitCode {
  const messages = books.flatMap((book) => book.messages)
  if (messages.some(({severity, ruleId}) => severity === 'error' && ruleId.startsWith('config-'))) return 2
  return messages.some(({severity}) => isFatal(severity, strict)) ? 1 : 0
}

/** https://reproducible-builds.org/specs/source-date-epoch/: ASCII digits, seconds since 1970. */
function epochOf({environment}: Session): number | undefined {
  const value = environment.SOURCE_DATE_EPOCH
  if (value === undefined || value === '') return undefined
  if (!/^\d{1,11}$/.test(value)) throw new UsageError('usage.epoch', {value})
  return Number(value)
}
