/** What notes are called, in all dialects. */

/** Obsidian's kinds, MkDocs's and MyST's → GitHub's, which the themes dress. */
const kinds = {
  note: ['note', 'info', 'todo', 'abstract', 'summary', 'tldr', 'example', 'question', 'help', 'faq', 'quote', 'cite', 'seealso', 'admonition'],
  tip: ['tip', 'hint', 'success', 'check', 'done'],
  important: ['important'],
  warning: ['warning', 'attention', 'failure', 'fail', 'missing', 'bug'],
  caution: ['caution', 'danger', 'error'],
} as const

export type CalloutKind = keyof typeof kinds

const known = new Map(Object.entries(kinds).flatMap(([kind, names]) => names.map((name) => [name as string, kind as CalloutKind] as const)))

/** What only a note is labelled with; other words may name a speaker. */
const labels: readonly [CalloutKind, RegExp][] = [
  ['tip', /^(?:小?(?:提示|贴士|貼士|技巧)|提醒|建议|建議|tips?|hint)$/iu],
  ['important', /^(?:重要(?:提示|说明|說明)?|重点|重點|关键(?:点|提示)?|關鍵(?:點|提示)?|important|key (?:points?|takeaways?))$/iu],
  ['warning', /^(?:警告|warning)$/iu],
  ['caution', /^(?:危险|危險|当心|當心|小心|风险提示|風險提示|caution|danger)$/iu],
  ['note', /^(?:注意(?:事项|事項)?|注|说明|說明|备注|備註|补充(?:说明)?|補充(?:說明)?|notes?|info|information)$/iu],
]

/** @param name As written, lower case. */
export function kindOf(name: string): CalloutKind | undefined {
  return known.get(name)
}

export function kindOfLabel(words: string): CalloutKind | undefined {
  return labels.find(([, pattern]) => pattern.test(words))?.[0]
}
