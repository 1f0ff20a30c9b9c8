import type {Rule} from './rule.ts'

export const publishRules = {
  'publish-failed': {
    severity: 'error',
    summary: {en: 'The editions could not be written', zh: '版本文件无法写入'},
    reason: {en: 'Unexpected failure to write `{file}` ({code}), expected a folder with room that can be written to', zh: '无法写入 `{file}`（{code}）'},
    note: {en: 'Make room, correct the rights of the folder, or choose another with `--out`; what was published before is whole.', zh: '请腾出空间、改正文件夹权限，或以 `--out` 另选文件夹；此前的版本完好无损。'},
  },
} satisfies Record<string, Rule>
