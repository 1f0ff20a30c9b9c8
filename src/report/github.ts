/** Messages as workflow commands, which GitHub shows beside the lines of the manuscript.
 *
 * docs.github.com, “Workflow commands for GitHub Actions”: data escapes %, CR, LF; properties also : and , */
import {wording} from '../diagnostics/index.ts'
import type {Severity} from '../model/message.ts'
import {type RunReport, shownPath, sortMessages} from './report.ts'

const commands: Record<Severity, string> = {error: 'error', warning: 'warning', info: 'notice'}

export function printGithub({books, language}: RunReport): string {
  return books.flatMap(({folder, messages}) => sortMessages(messages).map((entry) => {
    const {reason, note} = wording(entry, language)
    const {path, line, column, endLine, endColumn} = entry.place
    const properties = Object.entries({file: shownPath(folder, path), line, endLine, col: column, endColumn, title: entry.ruleId})
    return `::${commands[entry.severity]} ${properties.filter(([, value]) => value !== undefined).map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')}::${escapeData(`${reason}\n${note}`)}\n`
  })).join('')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
