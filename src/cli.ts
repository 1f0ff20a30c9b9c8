#!/usr/bin/env node
/** Arguments → commands → report → exit code. The only user of process and console. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {createProgram} from './commands/program.ts'
import {type Session, UsageError} from './commands/session.ts'
import {languageOf, say} from './report/strings.ts'

const root = path.resolve(import.meta.dirname, '..')
const stop = new AbortController()

function openSession(): Session {
  const {env, stderr} = process
  const asked = process.argv[process.argv.indexOf('--lang') + 1]
  const terminal = stderr.isTTY === true && env.TERM !== 'dumb'
  return {
    print: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    language: languageOf(process.argv.includes('--lang') ? {LANG: asked} : env, () => Intl.DateTimeFormat().resolvedOptions().locale),
    colour: (terminal && !env.NO_COLOR) || Boolean(env.FORCE_COLOR && env.FORCE_COLOR !== '0'),
    interactive: terminal && !env.CI,
    columns: stderr.columns ?? 100,
    environment: env,
    folder: process.cwd(),
    templates: path.join(root, 'templates'),
    cache: path.resolve('.cache', 'banben'),
    version: JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version,
    signal: stop.signal,
  }
}

const session = openSession()
try {
  await createProgram(session, (code) => { process.exitCode = code }).parseAsync()
} catch (error) {
  if (error instanceof UsageError) {
    session.note(`banben: ${say(session.language, error.key, error.values)}${error.guess ? ` ${say(session.language, 'usage.meant', {guess: error.guess})}` : ''}\n`)
    process.exitCode = 2
  } else {
    session.note(`banben ${session.version}: ${say(session.language, 'fault')}\n${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 70
  }
}
