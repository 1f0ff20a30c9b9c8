/** What a library objects to in a file of the author's → what is wrong there, in both languages, with the library's own words behind.
 *
 * Errors in, what a message says of them out. An error of a new version is told in general words. */
import type {Both} from '../model/message.ts'

export interface LibraryFault {
  fault: Both
  /** 1-based; absent where the library tells none. */
  line?: number
  column?: number
}

function said(fault: Both, detail: string): Both {
  const words = detail.split('\n')[0]?.trim().replace(/[.:]$/, '') ?? ''
  return words === '' ? fault : {en: `${fault.en}; in the words of the parser: ${words}`, zh: `${fault.zh}；解析器原文：${words}`}
}

/** By the code and the words of fast-xml-parser. */
const xmlKinds: readonly [RegExp, (names: string[]) => Both][] = [
  [/^Expected closing tag '([^']*)'.*closing tag '([^']*)'/, ([open = '', closed = '']) => ({en: `element \`${open}\` is closed by \`${closed}\``, zh: `元素 \`${open}\` 被 \`${closed}\` 闭合`})],
  [/^Unclosed tag '([^']*)'/, ([name = '']) => ({en: `element \`${name}\` is never closed`, zh: `元素 \`${name}\` 没有闭合`})],
  [/^Invalid '\[([^\]]*)\]' found/, ([list = '']) => ({en: `elements that are never closed, ${quoted(list, ', ')}`, zh: `元素 ${quoted(list, '、')} 没有闭合`})],
  [/^Closing tag '([^']*)' has not been opened/, ([name = '']) => ({en: `element \`${name}\` is closed and was never opened`, zh: `元素 \`${name}\` 没有开头`})],
  [/^Multiple possible root/, () => ({en: 'more than one outermost element', zh: '最外层元素不止一个'})],
  [/^Start tag expected/, () => ({en: 'no element at all', zh: '没有任何元素'})],
  [/^char '&' is not expected/, () => ({en: 'a bare `&`, which is written `&amp;`', zh: '有单独的 `&`，应写作 `&amp;`'})],
  [/^char '(.*)' is not expected/, ([character = '']) => ({en: `\`${character}\` in a place where none may stand`, zh: `此处不应有 \`${character}\``})],
  [/^Attribute '([^']*)' is repeated/, ([name = '']) => ({en: `attribute \`${name}\` stands twice`, zh: `属性 \`${name}\` 重复`})],
  [/have open quote/, () => ({en: 'a quotation mark of an attribute that is never closed', zh: '属性的引号没有闭合'})],
  [/^(?:Attribute|boolean attribute) '([^']*)'/, ([name = '']) => ({en: `attribute \`${name}\` has no value between quotation marks`, zh: `属性 \`${name}\` 没有带引号的值`})],
]

function quoted(list: string, separator: string): string {
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name]) => `\`${name}\``).join(separator)
}

/** @param error Of fast-xml-parser's validator. */
export function explainXml({msg: raw, line, col}: {msg: string; line: number; col?: number}): LibraryFault {
  const msg = raw.replace(/\s+/g, ' ')
  for (const [pattern, words] of xmlKinds) {
    const found = pattern.exec(msg)
    if (found) return {fault: said(words(found.slice(1)), msg), line, ...(col === undefined ? {} : {column: col})}
  }
  return {fault: said({en: 'not well-formed XML', zh: '不是格式良好的 XML'}, msg), line, ...(col === undefined ? {} : {column: col})}
}

/** @param error Of csv-parse. @param text To find the quotation mark that is never closed: the library names the last line. */
export function explainCsv(error: unknown, text: string): LibraryFault {
  const {code = '', message = String(error), lines} = (typeof error === 'object' && error !== null ? error : {}) as {code?: string; message?: string; lines?: number} // a CsvError, or what was thrown instead
  const line = lines === undefined ? {} : {line: lines}
  if (code === 'CSV_QUOTE_NOT_CLOSED') return {fault: said({en: 'a quotation mark that is never closed', zh: '引号没有闭合'}, message), ...lastOpening(text)}
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return {fault: said({en: 'text behind a closing quotation mark; one within a cell is written twice', zh: '后引号之后还有文字；单元格内的引号应写两个'}, message), ...line}
  if (code === 'INVALID_OPENING_QUOTE') return {fault: said({en: 'a quotation mark in a cell that does not begin with one; put the cell between marks, and write those within twice', zh: '单元格中间有引号；请用引号括起整个单元格，其中的引号写两个'}, message), ...line}
  return {fault: said({en: 'no table with a row of column names', zh: '不是带列名行的表格'}, message), ...line}
}

function lastOpening(text: string): {line: number; column: number} {
  const marks = [...text.matchAll(/"/g)]
  const at = marks.at(-1)?.index ?? 0 // doubled marks open and close: with one too many, the last opens
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
}

const tokens: Record<string, Both> = {
  rbrace: {en: '`}`', zh: '`}`'}, lbrace: {en: '`{`', zh: '`{`'}, equals: {en: '`=`', zh: '`=`'}, comma: {en: '`,`', zh: '`,`'}, quote: {en: '`"`', zh: '`"`'}, hash: {en: '`#`', zh: '`#`'}, at: {en: '`@`', zh: '`@`'},
  EOF: {en: 'the end of the file', zh: '文件末尾'}, label: {en: 'a key', zh: '条目的键'}, identifier: {en: 'a name', zh: '名称'}, text: {en: 'text', zh: '文字'}, number: {en: 'a number', zh: '数字'}, whitespace: {en: 'a space', zh: '空格'}, entryType: {en: 'a type of entry', zh: '条目类型'},
}

/** @param error Of citation-js, whose grammar tells what it wanted and where. */
export function explainBibtex(error: unknown): LibraryFault {
  const message = error instanceof Error ? error.message : String(error)
  const [, wanted = '', found = '', line, column] = /^expected "?([\w/]+)"?, got "?([\w/]+)"? at line (\d+) col (\d+)/.exec(message) ?? []
  const place = line === undefined || column === undefined ? {} : {line: Number(line), column: Number(column)}
  const [want, got] = [tokens[wanted], tokens[found]]
  if (want && got) return {fault: said({en: `${want.en} is missing before ${got.en}`, zh: `${got.zh}之前缺少 ${want.zh}`}, message.replace(/ at line[\s\S]*$/, '')), ...place}
  return {fault: said({en: 'an entry that cannot be read', zh: '有条目无法读取'}, message), ...place}
}
