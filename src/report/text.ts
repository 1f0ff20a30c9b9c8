/** Messages for people: sorted, grouped by file, with the line of the manuscript they speak of. */
import {styleText} from 'node:util'
import {wording} from '../diagnostics/index.ts'
import type {Message, Severity} from '../model/message.ts'
import {excerpt} from './excerpt.ts'
import {type ReportedBook, type RunReport, shownPath, sortMessages} from './report.ts'
import {type Language, say} from './strings.ts'

export interface TextOptions {colour: boolean; columns: number}

const styles: Record<Severity, 'red' | 'yellow' | 'cyan'> = {error: 'red', warning: 'yellow', info: 'cyan'}
/** Messages of one rule and file that are shown with their line; the rest take one line each. */
const fullyShown = 3

/** @returns '' where there is nothing to tell. */
export function printMessages(run: RunReport, options: TextOptions): string {
  return run.books.map((book) => printBook(book, run.language, options)).join('')
}

function printBook(book: ReportedBook, language: Language, options: TextOptions): string {
  const lines: string[] = []
  const seen = new Map<string, number>()
  const noted = new Set<string>()
  let path: string | undefined
  for (const message of sortMessages(book.messages)) {
    if (message.place.path !== path) {
      path = message.place.path
      lines.push('', paint('bold', shownPath(book.folder, path), options))
    }
    const times = (seen.get(`${path}\n${message.ruleId}`) ?? 0) + 1
    seen.set(`${path}\n${message.ruleId}`, times)
    lines.push(...messageLines(message, {book, language, noted, full: times <= fullyShown, ...options}))
  }
  return lines.length === 0 ? '' : `${lines.slice(1).join('\n')}\n\n`
}

interface Shown extends TextOptions {book: ReportedBook; language: Language; noted: Set<string>; full: boolean}

function messageLines(message: Message, shown: Shown): string[] {
  const {book, language, noted, full} = shown
  const {line, column, endLine, endColumn, path} = message.place
  const {reason, note} = wording(message, language)
  const place = line === undefined ? '' : `${line}:${column ?? 1} `
  const also = message.related?.length ? `（${say(language, 'report.also', {places: places(message.related, path, language)})}）` : ''
  const lines = [`  ${place}${paint(styles[message.severity], say(language, `severity.${message.severity}`), shown)} ${reason}${language === 'zh' ? also : also.replace('（', ' (').replace('）', ')')} ${paint('dim', message.ruleId, shown)}`]
  const text = full && line !== undefined ? book.lineOf(path, line) : undefined
  if (text !== undefined && line !== undefined && column !== undefined) {
    const {shownText, marks} = excerpt(text, column, endLine === line ? endColumn : undefined, shown.columns - 8 - String(line).length)
    lines.push(`  ${paint('dim', `${line} │`, shown)} ${shownText}`, `  ${' '.repeat(String(line).length)} ${paint('dim', '│', shown)} ${paint(styles[message.severity], marks, shown)}`)
  }
  if (!noted.has(note)) lines.push(`  ${paint('dim', `→ ${note}`, shown)}`)
  noted.add(note)
  return lines
}

/** Places in other files are named with them. */
function places(related: NonNullable<Message['related']>, here: string, language: Language): string {
  const shown = related.slice(0, 8).map(({path, line, column}) => `${path === here ? '' : `${path}:`}${line ?? 1}:${column ?? 1}`).join(', ')
  return related.length > 8 ? `${shown}, ${say(language, 'report.more', {count: language === 'zh' ? related.length : related.length - 8})}` : shown
}

function paint(style: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan', text: string, {colour}: {colour: boolean}): string {
  return colour ? styleText(style, text) : text
}
