/** Strings and settings of one language of a book. */
export interface Locale {
  /** BCP 47 of the book. */
  tag: string
  /** Text by key; `{name}` stands for a value. Keys are the union over all features (see `locale/`). */
  text(key: string, values?: Record<string, string | number>): string
  /** List separator of inline lists: `、` or `, `. */
  listSeparator: string
  /** Full-width punctuation is used. */
  fullWidth: boolean
}
