/** Arguments → commands → report → exit code. The only user of process and console. */
import {readFileSync} from 'node:fs'
import {constants, homedir} from 'node:os'
import path from 'node:path'
import {tellFault} from './commands/faults.ts'
import {createProgram} from './commands/program.ts'
import type {Session} from './commands/session.ts'
import {languageOf} from './report/strings.ts'

const root = path.resolve(import.meta.dirname, '..')

export async function main(): Promise<void> {
  const stop = new AbortController()
  let received: NodeJS.Signals | undefined

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (received) process.exit(128 + constants.signals[received]) // the second time: at once
      received = signal
      stop.abort()
    })
  }
  // A reader that has seen enough (`banben check | head`) is no fault, and must not stop a build.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }

  const session = openSession(stop.signal)
  try {
    await createProgram(session, (code) => { process.exitCode = code }).parseAsync()
  } catch (error) {
    process.exitCode = tellFault(error, session)
  }
  if (received) process.exit(128 + constants.signals[received])
}

function openSession(signal: AbortSignal): Session {
  const {env, stderr, argv} = process
  const terminal = stderr.isTTY === true && env.TERM !== 'dumb'
  const asked = /^--lang(?:=(.+))?$/.exec(argv.find((word) => word.startsWith('--lang')) ?? '')
  const language = asked ? languageOf({LANG: asked[1] ?? argv[argv.indexOf('--lang') + 1]}) : languageOf(env, () => Intl.DateTimeFormat().resolvedOptions().locale)
  return {
    print: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    language,
    colour: env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : terminal,
    interactive: terminal && !env.CI,
    columns: stderr.columns ?? 100,
    environment: env,
    folder: process.cwd(),
    templates: path.join(root, 'templates'),
    cache: env.BANBEN_CACHE || path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'banben', 'results'), // beside it: the browser that set-up found
    version: JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version,
    signal,
  }
}
