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
  const {format: formats, out, strict, cache, quiet, reporter} = flags
  const silent = quiet || reporter === 'json' || reporter === 'sarif'
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

export function check(named: string[], flags: Omit<BuildFlags, 'format' | 'out' | 'watch'>, session: Session): Promise<ExitCode> {
  return build(named, {...flags, format: [], out: '', watch: false}, session)
}
