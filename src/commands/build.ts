/** `banben build`: manuscripts → editions in `dist/`. `banben check` is the same without editions. */
import type {Format} from '../model/book.ts'
import {findInputs} from './inputs.ts'
import {runBooks} from './run.ts'
import type {ExitCode, Session} from './session.ts'
import {type Reporter, tell} from './tell.ts'

export interface BuildFlags {
  format: Format[]
  out: string
  strict: boolean
  cache: boolean
  quiet: boolean
  reporter: Reporter
  sarif: string | undefined
}

export async function build(named: string[], flags: BuildFlags, session: Session): Promise<ExitCode> {
  const {format: formats, out, strict, cache, quiet, reporter} = flags
  const silent = quiet || reporter === 'json' || reporter === 'sarif'
  const run = await runBooks(findInputs(named, session.folder), {formats, out, strict, cache, silent}, session)
  tell(run, flags, session)
  return run.exitCode as ExitCode // runBooks answers with nothing else
}

export function check(named: string[], flags: Omit<BuildFlags, 'format' | 'out'>, session: Session): Promise<ExitCode> {
  return build(named, {...flags, format: [], out: ''}, session)
}
