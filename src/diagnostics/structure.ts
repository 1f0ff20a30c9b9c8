import type {Rule} from './rule.ts'

export const structureRules = {
  'link-undefined': {
    severity: 'warning',
    summary: {en: 'A link leads to a place that the book does not have', zh: '链接所指的位置不在本书之内'},
    reason: {en: 'Unexpected link to `{url}`, expected a heading or a file of the book', zh: '链接 `{url}` 所指的位置不存在，应指向本书的标题或文件'},
    note: {en: 'Correct the link; its words are printed without it.', zh: '请改正链接；目前只印出其文字。'},
  },
} satisfies Record<string, Rule>
