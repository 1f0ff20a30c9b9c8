/** What a run leaves to be told: books with their messages and files. Types and the counts that all reporters share. */
import type {BuildReport} from '../build.ts'
import type {Message} from '../model/message.ts'
import type {Language} from './strings.ts'

/** A book of the run, with what a reporter needs to show places. */
export interface ReportedBook extends BuildReport {
  /** Folder of the manuscript as shown to people, `source/report`; '.' for the current one. */
  folder: string
  /** Addresses of its sources that did not answer well, where they were asked for. */
  deadLinks?: number
  /** @returns The line's text, undefined where the file has no such line. */
  lineOf(path: string, line: number): string | undefined
}

export interface RunReport {
  books: ReportedBook[]
  language: Language
  strict: boolean
  /** Whether editions were asked for: `check` makes none. */
  command: 'build' | 'check'
  version: string
  exitCode: number
}

export interface Counts {error: number; warning: number; info: number}

export function countMessages(messages: Message[]): Counts {
  const counts: Counts = {error: 0, warning: 0, info: 0}
  for (const {severity} of messages) counts[severity]++
  return counts
}

const rank = {error: 0, warning: 1, info: 2}

/** @returns A copy by file, line, column, severity, rule. */
export function sortMessages(messages: Message[]): Message[] {
  return messages.toSorted((a, b) =>
    compare(a.place.path, b.place.path)
    || (a.place.line ?? 0) - (b.place.line ?? 0)
    || (a.place.column ?? 0) - (b.place.column ?? 0)
    || rank[a.severity] - rank[b.severity]
    || compare(a.ruleId, b.ruleId))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Path of a message from the folder that banben was started in. What is told of no file is told of the book's folder. */
export function shownPath(folder: string, path: string): string {
  if (path === '' || path === '.') return folder
  return folder === '.' ? path : `${folder}/${path}`
}
