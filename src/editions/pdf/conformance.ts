/** Objections of our checker → messages: one for each clause, in both languages, with what an author can do about it. */
import {message} from '../../diagnostics/index.ts'
import type {Both, Message} from '../../model/message.ts'
import type {Objection} from './checker/index.ts'

/** By clause, as objections name it. */
const chinese: Record<string, string> = {
  '6.2-1': '文件未声明带标签', '7.1': '标记不成对', '7.1-1': '标签之内有装饰', '7.1-2': '装饰之内有标签', '7.1-3': '有内容不在标签之内', '7.1-4': '标签被标为可疑', '7.1-5': '标签类型未映射到标准类型', '7.1-6': '标签类型循环映射',
  '7.1-7': '标准标签类型被重新映射', '7.1-8': '没有 XMP 元数据', '7.1-9': '元数据没有书名', '7.1-10': '窗口未显示书名', '7.1-11': '没有结构树',
  '7.2': '标签的嵌套不合规定', '7.2-3': '表格的组成不合规定', '7.2-4': '表格的行不在表格之内', '7.2-5': '表头不在表格之内', '7.2-6': '表身不在表格之内', '7.2-7': '表尾不在表格之内', '7.2-8': '表头单元格不在行内', '7.2-9': '单元格不在行内', '7.2-10': '行内有单元格以外的内容',
  '7.2-11': '表格有两个表头', '7.2-12': '表格有两个表尾', '7.2-13': '表格有表尾而没有表身', '7.2-14': '表格有表头而没有表身', '7.2-17': '列表项不在列表之内', '7.2-18': '列表项的正文不在列表项之内', '7.2-19': '列表的组成不合规定', '7.2-20': '列表项的组成不合规定',
  '7.2-26': '目次行不在目次之内', '7.2-27': '目次的组成不合规定', '7.2-29': '语言标记不合规定', '7.2-33': '文件没有注明语言', '7.2-36': '表头有行以外的内容', '7.2-37': '表身有行以外的内容', '7.2-38': '表尾有行以外的内容',
  '7.3-1': '图没有替代文字', '7.4.2-1': '标题跳级', '7.4.4-1': '标题不分级而并列', '7.4.4-2': '标题有的分级，有的不分级', '7.5-1': '表头单元格没有注明方向', '7.7-1': '公式没有替代文字', '7.9-1': '注释没有标识', '7.9-2': '两条注释标识相同',
  '7.10-1': '图层没有名称', '7.10-2': '图层自行变化', '7.11-1': '附件没有名称', '7.18.1-1': '有链接以外的批注', '7.18.3-1': '页面没有按结构的跳转次序', '7.18.5-1': '链接不在链接标签之内', '7.18.5-2': '链接没有说明', '7.20-1': '有图取自别的文件',
  '7.21.3.2-1': '字体没有字形映射', '7.21.3.3-1': '字体另有编码', '7.21.4.1-1': '字体没有嵌入', '7.21.4.1-3': '嵌入的字体缺少字形', '7.21.5-1': '字形宽度与字体不一致', '7.21.7-1': '字体不能还原为文字', '7.21.7-2': '字形还原为无效字符', '7.21.8-1': '有字符没有字形',
  '6.1.3': '文件没有标识，或已加密', '6.1.7.1': '有数据流在别的文件中', '6.1.7.2': '有 LZW 压缩或加密', '6.1.13': '超出尺寸或长度的限制', '6.2.3': '没有完好的输出色彩特性文件', '6.2.4.3': '图像的油墨色彩没有特性文件', '6.2.5': '有传递函数或网屏', '6.2.8': '图像被插值，或另有替身', '6.2.9': '有 PostScript', '6.2.10': '有未知的混色方式',
  '6.2.11.3.2': '字体没有字形映射', '6.2.11.3.3': '字体另有编码', '6.2.11.4': '字体不是嵌入的静态 TrueType', '6.2.11.5': '字形宽度与字体不一致', '6.2.11.7.2': '字体不能还原为文字', '6.2.11.8': '有字符没有字形',
  '6.3.2': '有链接不随页印出', '6.5.1': '链接有跳转以外的动作', '6.5.2': '文件有自动动作', '6.6.2.1': '没有 XMP 元数据', '6.6.2.3': '两处元数据不一致',
}

const missing: Both = {en: 'Install a font that has the missing characters, or replace them; `glyph-missing` names them.', zh: '请安装含有所缺字符的字体，或替换这些字符；见 `glyph-missing`。'}

/** What an author can mend. All else is ours. */
const mends: Record<string, Both> = {
  '7.2-33': {en: 'Give the book its `language` in book.yml.', zh: '请在 book.yml 中注明 `language`。'},
  '7.1-9': {en: 'Give the book a `title` in book.yml.', zh: '请在 book.yml 中写明 `title`。'},
  '7.3-1': {en: 'Write the alternative text of each image between its square brackets: `![what it shows](…)`.', zh: '请在每幅图的方括号中写明替代文字：`![图中内容](…)`。'},
  '7.4.2-1': {en: 'Leave out no level between a heading and the one below it.', zh: '标题请逐级而下，不要跳级。'},
  '7.5-1': {en: 'Give the table a heading row.', zh: '请为表格设表头行。'},
  '6.2.11.4': {en: 'Replace the fonts in the book’s `fonts` folder by static TrueType ones.', zh: '请把本书 `fonts` 文件夹中的字体换成静态 TrueType 字体。'},
  '7.21.8-1': missing,
  '6.2.11.8': missing,
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
