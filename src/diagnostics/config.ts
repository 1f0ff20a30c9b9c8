import type {Rule} from './rule.ts'

export const configRules = {
  'config-syntax': {
    severity: 'error',
    summary: {en: 'book.yml is not valid YAML', zh: 'book.yml 不是合法的 YAML'},
    reason: {en: 'Unexpected YAML: {fault}', zh: 'YAML 语法有误：{fault}'},
    note: {en: 'Mend the YAML at this place.', zh: '请在此处改正 YAML 语法。'},
  },
  'config-invalid': {
    severity: 'error',
    summary: {en: 'A setting of book.yml is unknown or has a wrong value', zh: 'book.yml 中有未知的设置或错误的值'},
    reason: {en: 'Unexpected {received} for {named}, expected {expected}', zh: '{named} 的值“{received}”不合要求，应为：{expected}'},
    note: {en: 'See “Configuration” in the README for what each setting takes.', zh: '各项设置见 README 的“配置”一节。'},
  },
  'config-unknown': {
    severity: 'error',
    summary: {en: 'book.yml names a setting that does not exist', zh: 'book.yml 中有不存在的设置'},
    reason: {en: 'Unexpected setting {named}, expected a known one', zh: '设置 {named} 不存在'},
    note: {en: 'Remove it, or correct its spelling; “Configuration” in the README lists all settings.', zh: '请删除或改正拼写；全部设置见 README 的“配置”一节。'},
  },
} satisfies Record<string, Rule>
