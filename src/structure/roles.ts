/** What a chapter is, told by its heading: the usual names of parts of a book, in Chinese and English. */
import type {Matter, SectionRole} from '../model/book.ts'

/** Number or label that may stand before the name: `第一章`, `1.`, `一、`, `Chapter 2:`. */
const label = /^(?:第\s*[\d一二三四五六七八九十百零〇]+\s*[章节篇部编]|chapter\s+\d+|[\d.]+|[一二三四五六七八九十]+[、．.])[\s:：、.．]*/iu

const roles: readonly [SectionRole, Matter, RegExp][] = [
  ['abstract', 'front', /^(?:(?:执行|内容|中文|英文)?(?:摘要|提要|概要)|abstract|executive summary|summary)$/iu],
  ['preface', 'front', /^(?:前言|序|序言|自序|代序|preface|foreword)$/iu],
  ['introduction', 'body', /^(?:引言|绪论|导言|导论|introduction)$/iu],
  ['conclusion', 'body', /^(?:结论|结语|总结|结束语|后记|conclusions?|epilogue|afterword)$/iu],
  ['appendix', 'back', /^(?:附录|appendix)(?![\p{Script=Latin}])/iu],
  ['acknowledgments', 'back', /^(?:致谢|鸣谢|acknowledge?ments)$/iu],
]

/** Whether a heading carries a number or label of its own. */
export function hasLabel(title: string): boolean {
  return label.test(title.trim()) || /^(?:附录|appendix)\s*[A-Z\d一二三四五六七八九十]/iu.test(title.trim())
}

const lists = /^(?:(?:主要)?参考(?:文献|资料|书目)|引用文献|征引(?:文献|书目)|索引|术语表|词汇表|references|bibliography|works cited|glossary|index)$/iu

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
