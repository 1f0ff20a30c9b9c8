/** Objections of our checker → messages: one for each clause, in both languages, with what an author can do about it. */
import {message} from '../../diagnostics/index.ts'
import type {Both, Message} from '../../model/message.ts'
import type {Objection} from './checker/index.ts'

/** By Matterhorn condition or clause of ISO 19005-2. */
const chinese: Record<string, string> = {
  '01-003': '标记不成对', '01-004': '有内容不在标签之内', '01-005': '没有结构树', '01-006': '标记与结构树不符',
  '02-001': '标签类型未映射到标准类型', '02-004': '标准标签类型被重新映射',
  '06-001': '文件未声明带标签', '06-002': '没有 XMP 元数据', '06-003': '元数据没有书名',
  '07-001': '窗口未显示书名', '07-002': '标签被标为可疑',
  '09-004': '标签的嵌套不合规定', '10-001': '字体不能还原为文字', '11-006': '文件没有注明语言',
  '13-004': '图没有替代文字', '14-003': '标题跳级', '15-003': '表头单元格没有注明方向', '17-002': '公式没有替代文字', '19-003': '注释没有标识',
  '28-004': '有链接以外的批注', '28-008': '页面没有按结构的跳转次序', '28-011': '链接不在链接标签之内', '28-012': '链接没有说明',
  '6.1.3': '文件没有标识，或已加密', '6.1.7.2': '有 LZW 压缩', '6.2.3': '没有完好的输出色彩特性文件', '6.2.5': '有传递函数', '6.2.8': '图像被插值', '6.2.9': '有 PostScript',
  '6.2.11.3.2': '字体没有字形映射', '6.2.11.4': '字体不是嵌入的静态 TrueType', '6.2.11.7.2': '字体不能还原为文字', '6.2.11.8': '有字符没有字形',
  '6.3.2': '有链接不随页印出', '6.5.1': '链接有跳转以外的动作', '6.5.2': '文件有自动动作', '6.6.2.1': '没有 XMP 元数据', '6.6.2.3': '两处元数据不一致',
}

/** What an author can mend. All else is ours. */
const mends: Record<string, Both> = {
  '11-006': {en: 'Give the book its `language` in book.yml.', zh: '请在 book.yml 中注明 `language`。'},
  '06-003': {en: 'Give the book a `title` in book.yml.', zh: '请在 book.yml 中写明 `title`。'},
  '13-004': {en: 'Write the alternative text of each image between its square brackets: `![what it shows](…)`.', zh: '请在每幅图的方括号中写明替代文字：`![图中内容](…)`。'},
  '14-003': {en: 'Leave out no level between a heading and the one below it.', zh: '标题请逐级而下，不要跳级。'},
  '15-003': {en: 'Give the table a heading row.', zh: '请为表格设表头行。'},
  '6.2.11.4': {en: 'Replace the fonts in the book’s `fonts` folder by static TrueType ones.', zh: '请把本书 `fonts` 文件夹中的字体换成静态 TrueType 字体。'},
  '6.2.11.8': {en: 'Install a font that has the missing characters, or replace them; `glyph-missing` names them.', zh: '请安装含有所缺字符的字体，或替换这些字符；见 `glyph-missing`。'},
}

const ours: Both = {en: 'The file is complete; only the claim is left out. You can do nothing about it: please report it with the manuscript.', zh: '文件本身完整，只是不作符合声明。此事作者无从改正，请连同书稿报告给我们。'}

export function tellObjections(objections: Objection[]): Message[] {
  const clauses = new Map<string, Objection[]>()
  for (const objection of objections) {
    const key = `${objection.standard} ${objection.clause}`
    clauses.set(key, [...(clauses.get(key) ?? []), objection])
  }
  return [...clauses.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const {standard, clause, fault} = first
    const count = others.length + 1
    const said: Both = {en: `${fault}${count > 1 ? ` (${count} in all)` : ''}`, zh: `${chinese[clause] ?? fault}${count > 1 ? `（共 ${count} 处）` : ''}`}
    return [message('conformance-not-claimed', {path: '.'}, {standard, clause, fault: said, mend: mends[clause] ?? ours})]
  })
}
