/** The settings at the head of a text (`---` YAML `---`) → parted from it. Only YAML: other kinds would run code. */

export interface Parted {
  /** As long as before and with the same lines: the front matter is blanked, so that every place stays true. */
  text: string
  /** YAML with the lines before it, so that its places are those of the file; undefined where there is none. */
  yaml: string | undefined
  /** The head begins with a setting, but no line ends it: it is text. */
  unclosed?: true
}

/** Front matter above this is text (UTF-16 units). */
const longest = 65_536

export function partFrontMatter(text: string): Parted {
  const open = /^---[ \t]*\r?\n/.exec(text)
  if (!open) return {text, yaml: undefined}
  const closing = /^(?:---|\.\.\.)[ \t]*$/m
  const rest = text.slice(open[0].length, open[0].length + longest)
  const end = closing.exec(rest)
  if (!end) return {text, yaml: undefined, ...(/^(?:title|subtitle|author|date|lang|language|draft)[ \t]*[:：]/.test(rest) ? {unclosed: true} : {})}
  const yaml = rest.slice(0, end.index)
  // A thematic break above plain text is no front matter: that starts with a key.
  if (!/^\s*(?:#[^\n]*\n\s*)*["']?[\p{L}_][\p{L}\p{N}_ -]*["']?\s*:(?:\s|$)/u.test(yaml) && !isMistyped(yaml)) return {text, yaml: undefined}
  const length = open[0].length + end.index + end[0].length
  return {text: text.slice(0, length).replace(/[^\r\n]/g, ' ') + text.slice(length), yaml: `\n${yaml}`}
}

/** `title：A book`, `title:A book`: no YAML, and no text either, since a line `---` right below words is no rule. */
function isMistyped(head: string): boolean {
  return /^(?:title|subtitle|author|date|lang|language|draft|标题|標題|书名|書名|题目)[ \t]*[:：]/.test(head) && !/^[ \t]*\r?\n/m.test(head)
}
