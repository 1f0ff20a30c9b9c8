/** The command line inside the test: arguments and files in, exit code and both outputs out. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {onTestFinished} from 'vitest'
import {tellFault} from '../../src/commands/faults.ts'
import {createProgram} from '../../src/commands/program.ts'
import type {Session} from '../../src/commands/session.ts'
import {languageOf} from '../../src/report/index.ts'

export const root = path.resolve(import.meta.dirname, '../..')

/** A folder that is gone after the test. */
export function openFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'banben-cli-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFiles(folder, files)
  return folder
}

export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), {recursive: true})
    writeFileSync(path.join(folder, name), text)
  }
}

export interface Outcome {code: number; out: string; err: string}

export interface RunSettings {environment?: Record<string, string>; signal?: AbortSignal; onPrint?: (text: string) => void}

export async function runCli(folder: string, args: string[], {environment = {}, signal = new AbortController().signal, onPrint}: RunSettings = {}): Promise<Outcome> {
  const outcome: Outcome = {code: -1, out: '', err: ''}
  const asked = args.includes('--lang') ? {LANG: args[args.indexOf('--lang') + 1]} : environment
  const session: Session = {
    print: (text) => { outcome.out += text; onPrint?.(text) },
    note: (text) => { outcome.err += text },
    language: languageOf(asked),
    colour: false,
    interactive: false,
    columns: 80,
    environment,
    folder,
    templates: path.join(root, 'templates'),
    cache: path.join(folder, '.cache'),
    version: '9.8.7',
    signal,
  }
  try {
    await createProgram(session, (code) => { outcome.code = code }).parseAsync(args, {from: 'user'})
  } catch (error) {
    outcome.code = tellFault(error, session)
  }
  return outcome
}
