/** 式（2）, 公式 3, Eq. (1.1): words that name a formula by its number. */
import type {Nodes} from 'mdast'
import {plainText} from './plain-text.ts'

const number = '(?:[A-Z][-–.]?)?\\d{1,4}(?:[-–.]\\d{1,4})*[a-z]?[′\']?'
const written = `\\s?(?:[（(]\\s?${number}\\s?[)）]|${number}(?![\\d%％A-Za-z]|\\s?[个個种種条條项項步倍次类類]))`

/** 式 after Han only where that character can't form a word with it: 由式（2）, but not 模式（2）, 嵌入式（2）. */
const lone = '(?:(?<![\\p{L}\\p{N}])|(?<=[见見如由从從按据據在和与與及或看将將把对對以得到至则則于於照]|代入|联立|聯立|满足|滿足|[利采使运運]用))式'
const english = `(?<![\\p{L}\\p{N}])(?:[Ee]quation|[Ff]ormula|[Ee]q\\.|[Ee]qn\\.)\\s{0,2}[(]\\s?${number}\\s?[)]|(?<![\\p{L}\\p{N}])(?:[Ee]quation|[Ff]ormula|[Ee]q\\.|[Ee]qn\\.)\\s${number}(?![\\dA-Za-z%])`

export const formulaMention = `(?:${lone}|公式|方程式?)${written}|${english}`

/** What sends the reader to one; a number of another work may stand behind any other word. */
export const formulaSent = new RegExp(`(?:[见見由据據]|[参參]看|代入|联立|聯立)((?:公式|方程式?|式)${written})|\\b(?:[Ss]ee|by|from|in|into|of)\\s((?:Equation|Formula|Eq\\.|Eqn\\.)\\s{0,2}(?:[(]\\s?${number}\\s?[)]|${number}(?![\\dA-Za-z%])))(?!\\s(?:of|in)\\s[\\p{Lu}\\[])`, 'gu')

const name = /^(?:公?式|方程式?|[Ee]quation|[Ff]ormula|[Ee]qn?\.)/u

/** @returns Undefined for words that name no formula. `式（2）`, `公式 2` and `Eq. (2)` name the same. */
export function keyOfFormula(label: string): string | undefined {
  return name.test(label) ? keyOfNumber(label.replace(name, '')) : undefined
}

export function keyOfNumber(text: string): string {
  return `式${text.replace(/[\s()（）]/g, '').replace(/–/g, '-').replace(/[′']/g, '′')}`
}

const byHand = new RegExp(`(?:\\\\q?quad|\\\\hfill|\\\\[lc]?dots|…)[\\s~]*(?:\\\\(?:text|mathrm|mbox)\\{)?[（(]\\s*(${number})\\s*[)）]\\}?\\s*$`, 'u')

/** @returns The number that the author wrote into the TeX of a formula, at its end. */
export function numberByHand(tex: string): string | undefined {
  return byHand.exec(tex)?.[1]
}

const closing = new RegExp(`[（(]\\s?(${number})\\s?[)）]\\s*$`, 'u')

/** @returns The number at the end of a line of text that the author set as a formula: `E = mc² …… （1）`. */
export function numberOfLine(node: Nodes): string | undefined {
  if (node.type !== 'paragraph') return undefined
  const last = node.children.at(-1)
  if (last?.type !== 'text' || !closing.test(last.value)) return undefined
  const text = plainText(node)
  return /[=≈≤≥<>∝→]|…/.test(text) || node.children.some(({type}) => type === 'inlineMath' || type === 'image') ? closing.exec(text)?.[1] : undefined
}
