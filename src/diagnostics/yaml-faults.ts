/** What the YAML parser objects to → where the author went wrong, what it is called, and how to mend it, in both languages.
 *
 * The parser says where it could not go on. That is often a line below the fault, or the empty end of the file. */
import {type Document, isCollection, isScalar, visit} from 'yaml'
import type {Both} from '../model/message.ts'

export interface YamlFault {
  /** UTF-16 units into the text; always on a line that holds something. */
  offset: number
  /** `fault` and `mend` of the message. */
  values: {fault: Both; mend: Both}
}

type Problem = Document['errors'][number]

interface Kind {fault: Both; mend: Both}

const kinds = {
  tab: {
    fault: {en: 'a tab as indentation', zh: '用了制表符缩进'},
    mend: {en: 'Indent with spaces.', zh: '请改用空格缩进。'},
  },
  open: {
    fault: {en: 'a quotation mark that is never closed', zh: '引号没有闭合'},
    mend: {en: 'Close the quotation on the line where it opens.', zh: '请在同一行补上后引号。'},
  },
  quoted: {
    fault: {en: 'text behind a closing quotation mark', zh: '后引号之后还有文字'},
    mend: {en: 'Put the whole value between quotation marks of the other kind.', zh: '请用另一种引号把整个值括起来。'},
  },
  bracket: {
    fault: {en: 'a bracket that is never closed', zh: '括号没有闭合'},
    mend: {en: 'Close the bracket, or put the value between quotation marks.', zh: '请补上后括号；若是值的文字，请用引号把值括起来。'},
  },
  special: {
    fault: {en: 'a value that begins with a mark of YAML', zh: '值以 YAML 的记号开头'},
    mend: {en: 'Put the value between quotation marks.', zh: '请用引号把值括起来。'},
  },
  colon: {
    fault: {en: 'a second colon with a space behind it', zh: '同一行有第二个后跟空格的冒号'},
    mend: {en: 'Put the value between quotation marks.', zh: '请用引号把值括起来。'},
  },
  wide: {
    fault: {en: 'a full-width colon', zh: '用了全角冒号'},
    mend: {en: 'Write `:` and a space between a name and its value.', zh: '名称与值之间请用半角冒号和一个空格。'},
  },
  gap: {
    fault: {en: 'a colon without a space behind it', zh: '冒号之后没有空格'},
    mend: {en: 'Put a space behind the colon.', zh: '请在冒号之后加一个空格。'},
  },
  lone: {
    fault: {en: 'a line without a colon', zh: '该行没有冒号'},
    mend: {en: 'Write `name: value`; indent the line if it goes on with the value above.', zh: '请写作“名称: 值”；若是接续上一行的值，请缩进。'},
  },
  indent: {
    fault: {en: 'indentation that fits no line above', zh: '缩进与上文不符'},
    mend: {en: 'Begin the lines that belong together in the same column.', zh: '同一组的各行请从同一列写起。'},
  },
  twice: {
    fault: {en: 'the same name a second time', zh: '同一名称出现两次'},
    mend: {en: 'Keep one of the two.', zh: '请只留其一。'},
  },
  escape: {
    fault: {en: 'a backslash between double quotation marks', zh: '双引号之间有反斜线'},
    mend: {en: 'Use single quotation marks, or write `\\\\`.', zh: '请改用单引号，或写作 `\\\\`。'},
  },
  documents: {
    fault: {en: 'a line `---` within the file', zh: '文件中间有一行 `---`'},
    mend: {en: 'Delete the line; a file holds one document.', zh: '请删去该行，一个文件只含一份内容。'},
  },
  unclosed: {
    fault: {en: 'settings at the head that are never closed', zh: '文首的设置没有结束'},
    mend: {en: 'Write a line `---` below them.', zh: '请在设置之后写一行 `---`。'},
  },
} satisfies Record<string, Kind>

/** @returns The first fault, since the others mostly follow from it; names that are given twice are all told. */
export function explainYaml(text: string, document: Pick<Document, 'errors' | 'contents'>): YamlFault[] {
  const [first, ...others] = [...document.errors].sort((one, other) => one.pos[0] - other.pos[0])
  if (!first) return []
  const told = first.code === 'DUPLICATE_KEY' ? [first, ...others.filter(({code}) => code === 'DUPLICATE_KEY')] : [first]
  return told.map((problem) => explain(text, problem, document))
}

/** Words where settings should stand, which YAML takes as one text: `title：A book`.
 * @returns Undefined where there are names and values. */
export function explainWords(text: string, {contents}: Pick<Document, 'contents'>): YamlFault | undefined {
  if (!isScalar(contents) || contents.type !== 'PLAIN' || typeof contents.value !== 'string' || !contents.range) return undefined
  return nameless(text, contents.range[0], ({fault, mend}, offset = 0) => ({offset, values: {fault, mend}}))
}

/** Front matter without its last line. */
export const unclosedSettings: YamlFault['values'] = kinds.unclosed

function explain(text: string, problem: Problem, document: Pick<Document, 'contents'>): YamlFault {
  const [at] = problem.pos
  const fault = (kind: Kind, offset = at): YamlFault => ({offset: written(text, offset), values: {fault: kind.fault, mend: kind.mend}})
  const opening = quoteBefore(document, at)
  if (problem.code === 'TAB_AS_INDENT') return fault(kinds.tab)
  if (problem.code === 'DUPLICATE_KEY') return fault(kinds.twice)
  if (problem.code === 'BAD_DQ_ESCAPE') return fault(kinds.escape)
  if (problem.code === 'MULTIPLE_DOCS') return fault(kinds.documents)
  if (problem.message.startsWith('Missing closing')) return fault(kinds.open, opening)
  if (problem.message.startsWith('Missing directives-end')) return fault(kinds.special, text.search(/^%/m))
  const special = specialBefore(text, at)
  if (problem.code === 'BAD_SCALAR_START' || special !== undefined) return fault(kinds.special, special)
  if (problem.code === 'BAD_INDENT' && /^Flow/.test(problem.message)) return fault(kinds.bracket, bracketBefore(document, at))
  if (/["'](?=\s*$)/.test(lineOf(text, at).before)) return fault(kinds.quoted)
  if (problem.code === 'BLOCK_AS_IMPLICIT_KEY') {
    const colon = /^.*?:(?=[ \t]|$)/m.exec(restOf(text, at))?.[0]
    return colon === undefined ? fault(kinds.indent, indented(text, at)) : fault(kinds.colon, at + colon.length - 1)
  }
  if (/^Implicit (?:map )?keys/.test(problem.message)) return nameless(text, at, fault)
  if (problem.code === 'BAD_INDENT' || /^\s*$/.test(lineOf(text, at).before) || problem.message.startsWith('Sequence item')) return fault(kinds.indent, indented(text, at, 0))
  const [said = ''] = problem.message.split('\n')
  return fault({fault: {en: said, zh: `无法读懂此处（${said}）`}, mend: {en: 'Mend the YAML at this place.', zh: '请在此处改正 YAML 语法。'}})
}

/** A line that is no `name: value`. */
function nameless(text: string, at: number, fault: (kind: Kind, offset?: number) => YamlFault): YamlFault {
  const {start} = lineOf(text, at)
  const line = restOf(text, start)
  const wide = line.indexOf('：')
  const narrow = line.search(/:\S/)
  if (wide >= 0) return fault(kinds.wide, start + wide)
  return narrow >= 0 ? fault(kinds.gap, start + narrow) : fault(kinds.lone, indented(text, at, 0))
}

/** @returns Where the last quoted value begins that begins before `at`. */
function quoteBefore({contents}: Pick<Document, 'contents'>, at: number): number | undefined {
  let found: number | undefined
  visit(contents, (_, node) => {
    if (isScalar(node) && /^QUOTE/.test(node.type ?? '') && node.range && node.range[0] < at) found = node.range[0]
  })
  return found
}

function bracketBefore({contents}: Pick<Document, 'contents'>, at: number): number | undefined {
  let found: number | undefined
  visit(contents, (_, node) => {
    if (isCollection(node) && node.flow && node.range && node.range[0] < at) found = node.range[0]
  })
  return found
}

/** `*bold* text`, `[Draft] My book`, `> quotation`: @returns where the value of this line begins, if with such a mark and if
 * the parser stumbled behind it. */
function specialBefore(text: string, at: number): number | undefined {
  const {start, before} = lineOf(text, at)
  const value = /^\s*(?:-\s+)*(?:[^\s"'#:]+:\s+)?(?=[*[{>|@`%!&])/.exec(before)?.[0]
  if (value === undefined || value.length >= before.length || /[[{]/.test(before[value.length] ?? '') && !/[\]}]\s*$/.test(before)) return undefined
  return start + value.length
}

function lineOf(text: string, at: number): {start: number; before: string} {
  const start = text.lastIndexOf('\n', at - 1) + 1
  return {start, before: text.slice(start, at)}
}

function restOf(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, end < 0 ? undefined : end)
}

/** @returns The first character of the line that is `down` lines below `at`. */
function indented(text: string, at: number, down = 1): number {
  let {start} = lineOf(text, at)
  for (let line = 0; line < down; line += 1) start = text.indexOf('\n', start) + 1
  return start + restOf(text, start).search(/\S|$/)
}

/** An empty line shows nothing: the end of the last one before it that holds something. */
function written(text: string, offset: number): number {
  const {before} = lineOf(text, offset)
  return `${before}${restOf(text, offset)}`.trim() === '' ? Math.max(0, text.slice(0, offset).trimEnd().length - 1) : offset
}
