/** Errors of libraries that read the author's files: told in both languages, at their place, the library's own words behind. */
import {expect, it} from 'vitest'
import {wording} from '../src/diagnostics/index.ts'
import {explainBibtex, explainCsv, explainXml} from '../src/diagnostics/library-faults.ts'
import {composeFiles} from './fixture.ts'

const own = (text: string, files: Record<string, string>) => composeFiles({'a.md': `# 书\n\n${text}\n`, ...files})

it.each([
  ['g.tbx', '<tbx>\n<text></body>\n</tbx>', 'g.tbx:2:7', '元素 `text` 被 `body` 闭合；解析器原文：Expected closing tag', 'element `text` is closed by `body`; in the words of the parser: Expected closing tag'],
  ['g.tbx', '<tbx>\n<text>', 'g.tbx:1', '元素 `tbx`、`text` 没有闭合', 'elements that are never closed, `tbx`, `text`'],
  ['g.tbx', '<tbx>\n<text>A & B</text></tbx>', 'g.tbx:2:9', '有单独的 `&`，应写作 `&amp;`', 'a bare `&`, which is written `&amp;`'],
  ['g.tbx', '<tbx>', 'g.tbx:1:1', '元素 `tbx` 没有闭合', 'element `tbx` is never closed'],
  ['g.tbx', '<tbx a=1></tbx>', 'g.tbx:1:', '属性 `a` 没有带引号的值', 'attribute `a` has no value between quotation marks'],
  ['g.tbx', 'text', 'g.tbx:1:1', '此处不应有 `t`', '`t` in a place where none may stand'],
  ['g.csv', 'zh,en\n甲,a\n乙,"b\n丙,c\n', 'g.csv:3:3', '引号没有闭合；解析器原文：', 'a quotation mark that is never closed; in the words of the parser: Quote Not Closed'],
  ['g.csv', 'zh,en\n甲,"a"b\n', 'g.csv:2', '后引号之后还有文字', 'text behind a closing quotation mark'],
  ['g.csv', 'zh,en\n甲,a"b\n', 'g.csv:2', '单元格中间有引号', 'a quotation mark in a cell that does not begin with one'],
  ['s.bib', '@book{a,\n title = {T}', 's.bib:2:13', '文件末尾之前缺少 `}`；解析器原文：expected "rbrace", got EOF', '`}` is missing before the end of the file; in the words of the parser: expected "rbrace", got EOF'],
  ['s.bib', '@book{a,\n title = {T},\n year = 2000\n author = {A}}', 's.bib:4:2', '名称之前缺少 `}`', '`}` is missing before a name'],
  ['s.bib', '@book{a title = {T}}', 's.bib:1:9', '条目的键之前缺少 `,`', '`,` is missing before a key'],
])('%s: %j', async (name, text, place, zh, en) => {
  const {book} = await own('甲[[1]]。', {[name.replace('g.', 'glossary.')]: text})
  const found = book.messages.find(({ruleId}) => ruleId === 'glossary-unreadable' || ruleId === 'source-syntax')
  if (!found) throw new Error('nothing told')
  const {path, line, column} = found.place
  expect([path.replace('glossary.', 'g.'), line, column].filter((part) => part !== undefined).join(':')).toMatch(new RegExp(`^${place.replaceAll('.', '\\.')}`))
  expect(wording(found, 'zh').reason).toContain(zh)
  expect(wording(found, 'en').reason).toContain(en)
})

it('tells what it does not know in general words, in both languages', () => {
  expect(explainXml({msg: 'Something new.', line: 3})).toEqual({fault: {en: 'not well-formed XML; in the words of the parser: Something new', zh: '不是格式良好的 XML；解析器原文：Something new'}, line: 3})
  expect(explainCsv(new Error('Something new'), '').fault.zh).toBe('不是带列名行的表格；解析器原文：Something new')
  expect(explainBibtex(new Error('Something new\nmore')).fault.zh).toBe('有条目无法读取；解析器原文：Something new')
})

it('says in Chinese what is wrong with a style', async () => {
  const {book} = await own('甲[[1]]。', {'my.csl': '<style></style>', 'sources.yml': '- {id: 1, type: book, title: T}\n', 'book.yml': 'citations: {style: my.csl}\n'})
  const [found] = book.messages.filter(({ruleId}) => ruleId === 'citation-style-unreadable')
  expect(found && wording(found, 'zh').reason).toContain('没有 <bibliography> 元素')
})
