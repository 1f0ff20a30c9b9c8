/** The HTML edition of a manuscript in memory, as text. */
import path from 'node:path'
import {openAssets} from '../../../src/editions/assets.ts'
import {makeHtml} from '../../../src/editions/html/index.ts'
import {localeOf} from '../../../src/locale/index.ts'
import type {Edition, Galley} from '../../../src/model/book.ts'
import {composeFiles} from '../../fixture.ts'

export const templates = path.resolve(import.meta.dirname, '../../../templates')

export async function editionOf(galley: Galley): Promise<Edition> {
  const {galley: pictured} = await openAssets(undefined)(galley, 'html')
  return makeHtml(pictured, {locale: localeOf(galley.config.language), cache: undefined, templates, signal: new AbortController().signal})
}

export async function pageOf(files: Record<string, string>): Promise<{galley: Galley; html: string}> {
  const {galley} = await composeFiles(files)
  const {data} = await editionOf(galley)
  return {galley, html: new TextDecoder().decode(data)}
}

/** One of each thing that a page may hold. */
export const everything = {
  'book.yml': 'title: 样书 & <书>\nsubtitle: 副题\nlanguage: zh-CN\nauthor: [甲, 乙]\ndate: 2026-11-24\nrights: 版权\nimprint: {publisher: 社, series: 丛书, edition: 初版}\nidentifier: {doi: 10.1/x, isbn: 978-7-302-51163-2}\n',
  'sources.yml': '- id: 1\n  type: book\n  title: 书名\n  author: [{literal: 作者}]\n  issued: 2020\n  language: zh\n  URL: https://example.org/\n',
  'glossary.yml': '- zh: 版心\n  en: type area\n  definition: {zh: 排印正文的区域。, en: The area of the text.}\n',
  'a.md': [
    '# 摘要', '文[[1]]。', '**关键词**：甲；乙', '# 第一章 甲', '版心的*强调*，引文[[1]]与[[2]]，注[^1]，`code`，<kbd>Esc</kbd>，又见版心。', '## 1.1 表', '见[](#t)。',
    `| ${'一个很宽的列 | '.repeat(12)}\n| ${'--- | '.repeat(12)}\n| ${'内容内容内容 | '.repeat(12)}`, 'Table: 宽表 {#t}', '|  | 甲 |\n|---|:-:|\n| 乙 | 1 |', '## 1.2 码',
    `\`\`\`ts\nconst long = '${'很长的一行代码'.repeat(30)}'\n\`\`\``, '$$\nE = mc^2 + \\frac{a}{b} + \\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\n$$',
    '行内 $E_0 = mc^2 + \\sqrt{\\alpha + \\beta + \\gamma + \\delta + \\epsilon + \\zeta + \\eta + \\theta + \\iota + \\kappa + \\lambda + \\mu + \\nu}$，长。', '> [!WARNING]\n> 小心。', '> A passage in English that is quoted here.', '- [x] 做完\n- [ ] 未做', '### 1.2.1 深', `https://example.org/${'a'.repeat(300)}`, '***', '# 附录 乙', '1. 一\n2. 二', '[^1]: 注文，有[链接](https://example.org/)。',
  ].join('\n\n'),
}
