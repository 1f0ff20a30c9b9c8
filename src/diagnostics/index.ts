/** Every rule: severity, what it says, how to mend it. The only place where severity is decided. */
import type {Message, Place, Severity} from '../model/message.ts'
import {citationRules} from './citations.ts'
import {configRules} from './config.ts'
import {editionRules} from './editions.ts'
import {epubRules} from './epub.ts'
import {glossaryRules} from './glossary.ts'
import {manuscriptRules} from './manuscript.ts'
import {publishRules} from './publish.ts'
import {repairRules} from './repair.ts'
import type {Rule} from './rule.ts'
import {structureRules} from './structure.ts'

export type {Rule} from './rule.ts'

export const rules = {
  ...configRules,
  ...manuscriptRules,
  ...repairRules,
  ...structureRules,
  ...citationRules,
  ...glossaryRules,
  ...editionRules,
  ...publishRules,
  ...epubRules,
} satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

/** @param values Fill the braces of the rule's templates. */
export function message(ruleId: RuleId, place: Place, values: Message['values'] = {}, extra: Pick<Message, 'related' | 'fix'> = {}): Message {
  return {ruleId, severity: (rules[ruleId] as Rule).severity, place, values, ...extra}
}

/** @returns What is wrong and how to mend it, in the language nearest to `language`. */
export function wording({ruleId, values}: Message, language: string): {reason: string; note: string} {
  const rule = (rules as Record<string, Rule>)[ruleId]
  if (!rule) throw new Error(`Unknown rule ${ruleId}`)
  const tongue = /^zh\b/i.test(language) ? 'zh' : 'en'
  const said = (name: string) => {
    const value = values[name]
    return typeof value === 'object' ? value[tongue] : (rule.words?.[name]?.[String(value)]?.[tongue] ?? value)
  }
  const fill = (template: string) => template.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => (one === undefined ? String(said(name) ?? whole) : String(Number(said(name)) === 1 ? one : many)))
  const guess = values.meant === undefined ? '' : tongue === 'zh' ? `是否应为 \`${said('meant')}\`？` : `Did you mean \`${said('meant')}\`? `
  return {reason: fill(rule.reason[tongue]), note: `${guess}${said('mend') ?? fill(rule.note[tongue])}`}
}

/** Whether a message stops the build. `--strict` makes warnings stop it too. */
export function isFatal(severity: Severity, strict: boolean): boolean {
  return severity === 'error' || (strict && severity === 'warning')
}
