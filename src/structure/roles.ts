/** What a chapter is, told by its heading: the usual names of parts of a book, in Chinese and English. */
import type {Matter, SectionRole} from '../model/book.ts'

/** Number or label that may stand before the name: `第一章`, `1.`, `一、`, `Chapter 2:`. */
const label = /^(?:第\s*[\d一二三四五六七八九十百零〇]+\s*[章节節篇部编編卷]|chapter\s+\d+|[\d.]+|[一二三四五六七八九十]+[、．.])[\s:：、.．]*/iu

const roles: readonly [SectionRole, Matter, RegExp][] = [
  ['abstract', 'front', /^(?:(?:执行|執行|内容|內容|中文|英文)?(?:摘要|提要|概要)|abstract|executive summary|summary)$/iu],
  ['preface', 'front', /^(?:前言|序|序言|自序|代序|preface|foreword)$/iu],
  ['introduction', 'body', /^(?:引言|绪论|緒論|导言|導言|导论|導論|introduction)$/iu],
  ['conclusion', 'body', /^(?:结论|結論|结语|結語|总结|總結|结束语|結束語|(?:编|編|译|譯)?(?:后记|後記)|跋|conclusions?|epilogue|afterword)$/iu],
  ['appendix', 'back', /^(?:附录|附錄|appendix)(?![\p{Script=Latin}])/iu],
  ['acknowledgments', 'back', /^(?:致谢|致謝|鸣谢|鳴謝|acknowledge?ments)$/iu],
]

/** Whether a heading carries a number or label of its own. */
export function hasLabel(title: string): boolean {
  return label.test(title.trim()) || /^(?:附录|附錄|appendix)\s*[A-Z\d一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]/iu.test(title.trim())
}

const lists = /^(?:(?:主要)?(?:参考(?:文献|资料|书目)|參考(?:文獻|資料|書目)|(?:引用|征引|徵引)(?:文献|文獻|书目|書目))|索引|术语表|術語表|词汇表|詞彙表|references|bibliography|works cited|glossary|index)$/iu

/** Lists that close a book. */
export function isList(title: string): boolean {
  return lists.test(title.trim().replace(label, ''))
}

/** @param title Plain text of the heading. */
export function roleOf(title: string): {role: SectionRole; matter: Matter} {
  const name = title.trim().replace(label, '')
  for (const [role, matter, pattern] of roles) if (pattern.test(name)) return {role, matter}
  return {role: 'chapter', matter: 'body'}
}
