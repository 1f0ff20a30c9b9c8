/** Diagnostics as plain data. Wording and severity live in `diagnostics/`; `report/` prints them. */

/** A place in a file of the manuscript. 1-based lines and columns (UTF-16 units). */
export interface Place {
  path: string
  line?: number
  column?: number
  endLine?: number
  endColumn?: number
}

export type Severity = 'error' | 'warning' | 'info'

/** Text in both languages of the program. */
export interface Both {en: string; zh: string}

export interface Message {
  /** Key of the registry. */
  ruleId: string
  severity: Severity
  place: Place
  /** What the templates of the rule's reason and note name in braces. `meant` is what was probably meant, `mend` says how
   * to mend this very fault, where that can be said more exactly than the rule's note does. */
  values: Record<string, string | number | Both>
  /** Further places of the same fault. */
  related?: Place[]
  /** A safe minimal edit of the source, offsets in UTF-16 units into the file `place.path`. */
  fix?: Fix
}

export interface Fix {start: number; end: number; text: string}
