/** What a command is handed of the terminal and the machine, so that it needs no `process` itself. */
import type {Language, StringKey} from '../report/strings.ts'

export interface Session {
  /** Results: to standard output. */
  print(text: string): void
  /** Messages and progress: to standard error. */
  note(text: string): void
  language: Language
  /** Colour on standard error. */
  colour: boolean
  /** Standard error is a terminal that can redraw lines, and this is no CI. */
  interactive: boolean
  /** Columns of the terminal. */
  columns: number
  environment: Record<string, string | undefined>
  /** Folder that relative paths start from. */
  folder: string
  /** Folder of `templates/`. */
  templates: string
  /** Folder for results by content. */
  cache: string
  version: string
  signal: AbortSignal
}

/** 0 clean or warnings · 1 error in the content · 2 wrong option or setting · 70 our fault (EX_SOFTWARE of sysexits.h). */
export type ExitCode = 0 | 1 | 2 | 70

/** A fault of use: told to the user with exit code 2. */
export class UsageError extends Error {
  readonly key: StringKey
  readonly values: Record<string, string>
  /** What was probably meant. */
  readonly guess: string | undefined

  constructor(key: StringKey, values: Record<string, string> = {}, guess?: string) {
    super(key)
    this.key = key
    this.values = values
    this.guess = guess
  }
}
