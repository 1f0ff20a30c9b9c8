/** Messages as SARIF 2.1.0 (OASIS), which code hosts and editors read. */
import {type Rule, rules, wording} from '../diagnostics/index.ts'
import type {Message, Place, Severity} from '../model/message.ts'
import {type RunReport, shownPath, sortMessages} from './report.ts'
import type {Language} from './strings.ts'

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {error: 'error', warning: 'warning', info: 'note'}

export function printSarif({books, language, version, exitCode}: RunReport): string {
  const used = [...new Set(books.flatMap(({messages}) => messages.map(({ruleId}) => ruleId)))].sort()
  const run = {
    tool: {driver: {name: 'banben', version, semanticVersion: version, rules: used.map((id) => descriptor(id, language))}},
    language: language === 'zh' ? 'zh-CN' : 'en',
    columnKind: 'utf16CodeUnits',
    invocations: [{executionSuccessful: exitCode !== 70, exitCode}],
    results: books.flatMap(({folder, messages}) => sortMessages(messages).map((entry) => result(entry, used.indexOf(entry.ruleId), folder, language))),
  }
  return `${JSON.stringify({$schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json', version: '2.1.0', runs: [run]}, undefined, 2)}\n`
}

function descriptor(id: string, language: Language) {
  const rule = (rules as Record<string, Rule>)[id]
  return {id, ...(rule ? {shortDescription: {text: rule.summary[language]}, help: {text: rule.note[language]}, defaultConfiguration: {level: levels[rule.severity]}} : {})}
}

function result(entry: Message, ruleIndex: number, folder: string, language: Language) {
  const {reason, note} = wording(entry, language)
  return {
    ruleId: entry.ruleId,
    ruleIndex,
    level: levels[entry.severity],
    message: {text: `${reason}\n${note}`},
    locations: [location(entry.place, folder)],
    ...(entry.related?.length ? {relatedLocations: entry.related.map((place, id) => ({id, ...location(place, folder)}))} : {}),
  }
}

function location({path, line, column, endLine, endColumn}: Place, folder: string) {
  const region = line === undefined ? {} : {region: Object.fromEntries(Object.entries({startLine: line, startColumn: column, endLine, endColumn}).filter(([, value]) => value !== undefined))}
  // SARIF §3.4.3: a relative URI reference, percent-encoded.
  return {physicalLocation: {artifactLocation: {uri: shownPath(folder, path).split('/').map(encodeURIComponent).join('/')}, ...region}}
}
