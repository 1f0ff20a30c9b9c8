/** Chinese texts. Keys are those of `en.ts`. */
import type {en} from './en.ts'

export const zh: Record<keyof typeof en, string> = {
  'contents.title': '目录',
  'references.title': '参考文献',
  'references.missing': '来源未提供（原稿未给出书目信息）。',
  'references.citedIn': '引用于：{places}',
  'references.citedOn': '引用页：{folios}',
  'glossary.title': '术语表',
  'notes.title': '注释',
  'notes.back': '返回正文',
}
