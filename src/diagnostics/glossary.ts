import type {Rule} from './rule.ts'

export const glossaryRules = {
  'glossary-unreadable': {
    severity: 'error',
    summary: {en: 'A glossary file cannot be read', zh: '术语表文件无法读取'},
    reason: {en: 'Unexpected syntax in the glossary, expected a readable file ({fault})', zh: '术语表语法有误（{fault}），应为可读取的文件'},
    note: {en: 'Correct the file at this place.', zh: '请改正此处。'},
  },
  'glossary-invalid': {
    severity: 'error',
    summary: {en: 'A field of a term has a wrong value', zh: '术语字段的值不对'},
    reason: {en: 'Unexpected value of `{field}`, expected {expected}', zh: '`{field}` 的值不对，应为：{expected}'},
    note: {en: 'The fields of a term are listed in the JSON Schema of glossary.yml.', zh: '术语的字段见 glossary.yml 的 JSON Schema。'},
  },
  'glossary-field-unknown': {
    severity: 'warning',
    summary: {en: 'A term has an unknown field', zh: '术语有未知字段'},
    reason: {en: 'Unexpected field `{field}` of a term, expected a language tag or a known field', zh: '术语字段 `{field}` 未知，应为语言代码或已知字段'},
    note: {en: 'Correct its spelling or delete it.', zh: '请改正拼写或删除。'},
  },
  'glossary-conflict': {
    severity: 'warning',
    summary: {en: 'Two entries of a term disagree', zh: '同一术语的两个条目互相矛盾'},
    reason: {en: 'Unexpected second `{field}` of {term}: {second}, expected {first}', zh: '“{term}”的 `{field}` 前后不一：此处为“{second}”，先前为“{first}”'},
    note: {en: 'Keep one, or give each its `sense`; the first is used.', zh: '请只留其一，或分别注明 `sense`（义项）；目前采用先前的。'},
  },
} satisfies Record<string, Rule>
