import type {Severity} from '../model/message.ts'

/** Text in both languages of the program. */
export interface Both {en: string; zh: string}

export interface Rule {
  severity: Severity
  /** One line for the table in the README. */
  summary: Both
  /** *Unexpected* what, *expected* what. Braces name values. */
  reason: Both
  /** How to mend it. */
  note: Both
}
