/** 见附录一, see Appendix B: what the text says of appendices, and which the book has. */
import type {Nodes} from 'mdast'
import {withoutOrnaments} from './ornaments.ts'
import {plainText} from './plain-text.ts'
import {valueOf} from './numerals.ts'
import {firstWords} from './walk.ts'

const label = '(?:[A-Z](?![A-Za-z])|\\d{1,3}|[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛壬癸])'

/** What sends to one; not to one of another work, `Appendix B of …`. A number of a section below it (`附录 A.2`) may follow. */
export const appendix = new RegExp(`(?:[见見如]|[参參]看|参阅|參閱)(?:本书|本書|本文|本报告|本報告)?(?:书末|書末|文末|后面的?|後面的?)?的?(附[录錄]\\s?${label}|附[录錄](?![\\s\\p{L}\\d：:《“]))|\\b(?:[Ss]ee|in)\\s([Aa]ppendix\\s(?:[A-Z]|\\d{1,3})\\b)(?!\\s(?:of|to|in)\\s)`, 'gu')

const own = new RegExp(`^\\s*(?:附[录錄]|appendix)\\s*(${label})(?![\\p{Script=Latin}\\d])`, 'iu')
const bare = /^\s*(?:附[录錄]|appendix(?!\p{Script=Latin}))/iu

/** Labels as `keyOfAppendix` reads them, and '' where the book has any appendix. */
export function appendicesIn(node: Nodes): string[] {
  if ((node.type !== 'heading' && node.type !== 'paragraph') || !bare.test(withoutOrnaments(firstWords(node)))) return []
  const title = withoutOrnaments(plainText(node))
  const found = own.exec(title)?.[1]
  return [...(bare.test(title) ? [''] : []), ...(found === undefined ? [] : [keyOfAppendix(found)])]
}

/** `附录一`, `附录 1` and `Appendix 1` name the same; `附录`, any. */
export function keyOfAppendix(written: string): string {
  const name = written.replace(/附[录錄]|appendix|\s/giu, '')
  return /^[\d一二三四五六七八九十]+$/u.test(name) ? String(valueOf(name)) : name.toUpperCase()
}
