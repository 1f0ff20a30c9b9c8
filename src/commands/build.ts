/** `banben build`: manuscripts → editions in `dist/`. `banben check` is the same without editions. */
import path from 'node:path'
import {trimCache} from '../cache.ts'
import type {Format} from '../model/book.ts'
import {say} from '../report/index.ts'
import {findInputs} from './inputs.ts'
import {runBooks} from './run.ts'
import type {ExitCode, Session} from './session.ts'
import {type Reporter, tell} from './tell.ts'
import {watchInputs} from './watch.ts'

export interface BuildFlags {
  format: Format[]
  out: string
  strict: boolean
  cache: boolean
  quiet: boolean
  watch: boolean
  reporter: Reporter
  sarif: string | undefined
}

export async function build(named: string[], flags: BuildFlags, session: Session): Promise<ExitCode> {
  const {format: formats, out, strict, cache} = flags
  const silent = isSilent(flags)
  const inputs = findInputs(named, session.folder)
  const once = async (): Promise<ExitCode> => {
    const run = await runBooks(inputs, {formats, out, strict, cache, silent}, session)
    tell(run, flags, session)
    return run.exitCode
  }
  let code = await once()
  if (cache && formats.length > 0) await trimCache(session.cache)
  if (!flags.watch) return code
  session.note(`${say(session.language, 'watch.waiting')}\n`)
  for await (const names of watchInputs(inputs, [path.resolve(session.folder, out)], session.signal)) {
    session.note(`${say(session.language, 'preview.changed', {file: names.join(', ')})}\n`)
    code = await once()
  }
  return code
}

export interface CheckFlags extends Omit<BuildFlags, 'format' | 'out' | 'watch'> {
  /** Ask for the addresses of the sources too. */
  links: boolean
}

export async function check(named: string[], flags: CheckFlags, session: Session): Promise<ExitCode> {
  const {strict, cache, links} = flags
  const run = await runBooks(findInputs(named, session.folder), {formats: [], out: '', strict, cache, silent: isSilent(flags)}, session)
  let dead: number[] = []
  try {
    if (links) dead = await (await import('./check-links.ts')).checkLinks(named, session) // before: the summary says what there is in all
  } finally {
    if (strict && run.exitCode === 0 && dead.some((count) => count > 0)) run.exitCode = 1
    tell({...run, books: run.books.map((book, index) => ({...book, deadLinks: dead[index] ?? 0}))}, flags, session)
  }
  return run.exitCode
}

function isSilent({quiet, reporter}: Pick<BuildFlags, 'quiet' | 'reporter'>): boolean {
  return quiet || reporter === 'json' || reporter === 'sarif'
}
