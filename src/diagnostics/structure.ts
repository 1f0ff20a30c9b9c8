import type {Rule} from './rule.ts'

export const structureRules = {
  'link-undefined': {
    severity: 'warning',
    summary: {en: 'A link leads to a place that the book does not have', zh: '链接所指的位置不在本书之内'},
    reason: {en: 'Unexpected link to `{url}`, expected a heading or a file of the book', zh: '链接 `{url}` 所指的位置不存在，应指向本书的标题或文件'},
    note: {en: 'Correct the link; its words are printed without it.', zh: '请改正链接；目前只印出其文字。'},
  },
  'math-invalid': {
    severity: 'warning',
    summary: {en: 'A formula cannot be read as TeX', zh: '数学式不是可读的 TeX'},
    reason: {en: 'Unexpected formula `{tex}`, expected TeX that can be set ({fault})', zh: '数学式 `{tex}` 无法排出（{fault}），应为可读的 TeX'},
    note: {en: 'Correct the formula; it is printed as it was written.', zh: '请改正数学式；目前照原文印出。'},
  },
} satisfies Record<string, Rule>
