import type {Both, Severity} from '../model/message.ts'

export interface Rule {
  severity: Severity
  /** One line for the table in the README. */
  summary: Both
  /** *Unexpected* what, *expected* what. Braces name values: `{count}`, and `{count:place|places}` for the word that goes with one or many. */
  reason: Both
  /** How to mend it. */
  note: Both
  /** What the codes of a value say: by its name, then by code. */
  words?: Record<string, Record<string, Both>>
}
