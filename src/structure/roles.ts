/** What a chapter is, told by its heading: the usual names of parts of a book, in Chinese and English. */
import type {Matter, SectionRole} from '../model/book.ts'
import {withoutOrnaments} from './ornaments.ts'

/** Number or label that may stand before the name: `第一章`, `1.`, `一、`, `一　`, `Chapter 2:`; one character behind a gap is a
 * name that is spaced out (一　生). */
const label = /^(?:第\s*[\d一二三四五六七八九十百零〇]+\s*(?:[章节節篇部编編卷]|回(?!合))|chapter\s+\d+|[\d.]+|[一二三四五六七八九十]+[、．.]|[一二三四五六七八九十]{1,3}[\s\u3000]+(?=\S\S))[\s:：、.．]*/iu

const roles: readonly [SectionRole, Matter, RegExp][] = [
  ['abstract', 'front', /^(?:(?:执行|執行|内容|內容|中文|英文)?(?:摘要|提要|概要)|abstract|executive summary|summary)$/iu],
  ['preface', 'front', /^(?:(?:译者?|譯者?|编者?|編者?|著者|作者|原|总|總|推荐|推薦|再版|重版|修订版?|修訂版?|中文版)?(?:前言|序言?)[一二三四五六七八九十\d]?|自序|代序|(?:译者|譯者|编者|編者)的[话話]|出版(?:说明|說明)|(?:编辑|編輯)(?:说明|說明)|凡例|preface(?: to the [\w-]+ edition)?|foreword|(?:translator|author|editor)[’']s (?:note|preface|foreword))$/iu],
  ['introduction', 'body', /^(?:引言|绪论|緒論|导言|導言|导论|導論|introduction)$/iu],
  ['conclusion', 'body', /^(?:结论|結論|结语|結語|总结|總結|结束语|結束語|(?:编|編|译|譯)?(?:后记|後記)|跋|conclusions?|epilogue|afterword)$/iu],
  ['appendix', 'back', /^(?:附[录錄](?!\p{Script=Latin}{2})|appendix(?!\p{Script=Latin})|附件\s*(?:[\d一二三四五六七八九十]{1,3}(?=[\s:：、.．]|$)|(?=[:：]|$)))/iu],
  ['acknowledgments', 'back', /^(?:致谢|致謝|鸣谢|鳴謝|acknowledge?ments)$/iu],
]

/** 第一讲, 第三封 信, 第二条 定义: books of talks, letters or acts, contracts and statutes count by them. */
const counted = /^第\s*[\d一二三四五六七八九十百零〇]{1,5}\s*(?:[条條讲講课課封幕场場话話夜天日周週期集辑輯站]|单元|單元)(?=[\s:：、.．·・—]|$)/u

/** Whether a heading carries a number or label of its own. */
export function hasLabel(title: string): boolean {
  const words = withoutOrnaments(title)
  return label.test(words) || counted.test(words) || /^(?:附录|附錄|appendix)\s*[A-Z\d一二三四五六七八九十甲乙丙丁戊己庚辛壬癸]/iu.test(words)
}

const lists = /^(?:(?:主要)?(?:参考(?:文献|资料|书目)|參考(?:文獻|資料|書目)|(?:引用|征引|徵引)(?:文献|文獻|书目|書目))|索引|术语表|術語表|词汇表|詞彙表|references|bibliography|works cited|glossary|index)$/iu

/** Lists that close a book. */
export function isList(title: string): boolean {
  return lists.test(closeUp(withoutOrnaments(title).replace(label, '')))
}

const tables = /^(?:(?:译名|譯名|人名|地名|术语|術語|名词|名詞|词汇|詞彙|中英文?|英汉|英漢|中外文)+(?:对照|對照)表?|(?:缩略语|縮略語|缩略词|缩写|縮寫|(?:主要)?符号|符號)表|(?:人名|地名|主题|主題|关键词|關鍵詞)?索引|(?:年表|大事(?:记|記|年表))|(?:list of )?abbreviations|chronology)$/iu

/** Tables for looking up, before or behind the chapters: books do not count them. */
export function isTableOfBook(title: string): boolean {
  return tables.test(title.trim())
}

const framing = /^(?:(?:楔子|引子|序[章幕曲]|番外|外传|外傳|尾[声聲]|终章|終章|[前后]言|後言|自序|代序|序言?|后记|後記|跋)(?:篇|之?[一二三四五六七八九十\d]{1,3})?(?=$|[:：—–·・]|[\s\u3000]+\S\S)|(?:prologue|interlude|epilogue|preface|foreword|afterword)(?=$|:|[\s\u3000]*[—–]|[\s\u3000]+(?:to|by|[\divxlc]+)\b))/iu

/** 楔子, 番外 旧事, Preface: Why this book. What stands around or between the chapters: books do not count it. */
export function isFraming(title: string): boolean {
  return framing.test(withoutOrnaments(title))
}

/** 摘　要, 致　谢: theses space short names out. */
function closeUp(name: string): string {
  return /^\p{Script=Han}(?:[\s\u3000]+\p{Script=Han}){1,3}$/u.test(name) ? name.replace(/[\s\u3000]+/g, '') : name
}

/** @param title Plain text of the heading. */
export function roleOf(title: string): {role: SectionRole; matter: Matter} {
  const name = closeUp(withoutOrnaments(title).replace(label, ''))
  for (const [role, matter, pattern] of roles) if (pattern.test(name)) return {role, matter}
  return {role: 'chapter', matter: 'body'}
}
