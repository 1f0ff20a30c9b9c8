/** A run's report → standard output and standard error, in the form that was asked for. */
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {printGithub, printJson, printMessages, printSarif, printSummary, type RunReport} from '../report/index.ts'
import {type Session, UsageError} from './session.ts'

export type Reporter = 'text' | 'json' | 'sarif' | 'github'

export interface TellOptions {
  reporter: Reporter
  /** No progress and no summary; messages stay. */
  quiet: boolean
  /** File that gets the SARIF report as well. */
  sarif: string | undefined
}

export function tell(run: RunReport, {reporter, quiet, sarif}: TellOptions, session: Session): void {
  if (sarif !== undefined) writeReport(path.resolve(session.folder, sarif), printSarif(run))
  if (reporter === 'json') session.print(printJson(run))
  else if (reporter === 'sarif') session.print(printSarif(run))
  else if (reporter === 'github') session.print(printGithub(run))
  else session.note(printMessages(run, session))
  if (!quiet && (reporter === 'text' || reporter === 'github')) session.print(printSummary(run))
}

function writeReport(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError('usage.unwritable', {path: file, detail: error instanceof Error ? error.message : String(error)})
  }
}
