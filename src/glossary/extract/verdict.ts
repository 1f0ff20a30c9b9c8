/** Whether a parenthesis glosses the term before it. Term and parts in; yes, or no with the reason, out.
 *
 * Evidence is general: form of the words, closed classes, names of bodies and people. No list of terms. */
import {isAcronym, isHan} from '../fold.ts'
import type {Part} from '../parentheses.ts'
import {beginsAsClause} from './segment.ts'
import {isRendered} from './translate.ts'
import {bodies, calledAfter, commonEnding, countries, latinBodies, notGloss, soundCharacters, units, ventures} from './words.ts'
import {segmentsOf} from '../segmenter.ts'

export interface Verdict {zh?: string; en?: string; abbreviation?: string; alias?: string}

export function isGlossOf(term: string, parts: Part[]): boolean {
  return judge(term, parts) !== undefined
}

/** @param inner What stands between the parentheses: slashes and 、 make alternatives, or a list.
 * @returns What the gloss says; undefined where it is none. */
export function judge(term: string, parts: Part[], inner = ''): Verdict | undefined {
  const [first] = parts
  if (!first || parts.length > 4 || (first.label === undefined && notGloss.test(first.text) && !isAcronym(first.text))) return undefined
  return isHan(term.at(-1)) || isHan(term[0]) ? judgeForeign(term, parts, inner.includes('/'), inner.includes('、')) : judgeChinese(term, parts)
}

/** 中文（English，ABBR） */
function judgeForeign(term: string, parts: Part[], slashed: boolean, listed: boolean): Verdict | undefined {
  const [first] = parts
  if (!first || isName(term) || isAdjective(term)) return undefined
  const foreign = parts.filter(({script}) => script === 'latin')
  const chinese = parts.filter(({script}) => script === 'han')
  const plain = foreign.some(({text}) => /^[\p{Ll}\s-]{4,}$/u.test(text)) // names have capitals
  if (!plain && (countries.test(term) || (isBody(term) && !ventures.test(term)))) return undefined
  if (foreign.length === 0 || foreign.length + chinese.length < parts.length) return undefined
  if (chinese.some(({label, text}) => label === undefined || countries.test(text))) return undefined
  if (foreign.length > 1 && foreign.every(({text, label}) => label === undefined && (isAcronym(text) || (slashed && /\p{Lu}/u.test(text))))) return undefined // a list
  if (!foreign.every(({text, label}) => isForeignName(text, label !== undefined, foreign.length === 1))) return undefined
  const [one, ...more] = foreign.map(({text}) => text)
  if (one === undefined) return undefined
  if (listed && foreign.length > 1 && foreign.every(({text, label}) => label === undefined && !/\p{Ll}{3}/u.test(text))) return undefined // DRAM、3D NAND
  if (foreign.length > 2 && foreign.every(({text}) => /^\p{Lu}/u.test(text))) return undefined // names in a row
  const short = [one, ...more].find((text) => isShort(text) || sharesLetter(text, term))
  const full = [one, ...more].find((text) => text !== short)
  if (full !== undefined && more.length > 0 && short === undefined && foreign.slice(1).every(({label}) => label === undefined) && /^\p{Lu}/u.test(full)) return undefined
  if (short !== undefined && full === undefined && !mayAbbreviate(short, term)) return undefined
  if (calledAfter.test(term) && /^\p{Lu}\S*$/u.test(one) && !isShort(one)) return undefined
  const alias = chinese[0]?.text
  return {zh: term, ...(full ? {en: full} : {}), ...(short ? {abbreviation: short} : {}), ...(alias ? {alias} : {})}
}

/** ABBR（中文） and English term（中文，ABBR） */
function judgeChinese(term: string, parts: Part[]): Verdict | undefined {
  const chinese = parts.filter(({script}) => script === 'han')
  const foreign = parts.filter(({script}) => script === 'latin')
  const [first] = chinese
  if (!first || chinese.length > 1 || chinese.length + foreign.length < parts.length || foreign.length > 1) return undefined
  const text = first.text
  if (text.length < 2 || text.length > 16 || countries.test(text) || (bodies.test(text) && !ventures.test(text)) || isName(text) || beginsAsClause(text) || /(?<!目)的/u.test(text) || /[等类种们者吗呢吧了的]$/u.test(text)) return undefined
  if (!isForeignName(term, false)) return undefined
  if (isShort(term)) {
    const initials = term.replace(/[^\p{L}]/gu, '').replace(/s$/u, '')
    if (text.length < initials.length || text.length < 3) return undefined
    const [full] = foreign
    return {zh: text, abbreviation: term, ...(full ? {en: full.text} : {})}
  }
  if (isRendered(text, term)) return {zh: text, en: term} // Tickets（工单）
  if (/^\p{Lu}/u.test(term) && (!/\s|-/u.test(term) || /^\p{Lu}{2,}\S*\p{Ll}{2}/u.test(term))) return undefined // a lone capitalised word before its Chinese is most often a brand
  if (/^\p{Lu}/u.test(term) && !foreign.some(({text: short}) => isShort(short)) && !commonEnding.test(term)) return undefined
  return {zh: text, en: term, ...(foreign[0] ? {abbreviation: foreign[0].text} : {})}
}

/** 效果更好（…）, 耗时较低（…）; not 误差, 增强, 苦差. */
function isAdjective(term: string): boolean {
  if (/(?:适用|有效|显著|明显|[很较更])$/u.test(term) && !/[变]更$/u.test(term)) return true
  const [before = '', last = ''] = [...segmentsOf(term)].slice(-2).map(({segment}) => segment)
  return before.length > 1 && /^(?:[很较更最]?[强弱低快慢好差])$/u.test(last)
}

/** Named after its country or its kind: 中国平安, 联合健康集团. */
function isBody(term: string): boolean {
  return (bodies.test(term) && term.length > 2) || (/^(?:中国|美国|日本|韩国|德国|法国|英国|瑞士|荷兰|意大利|印度|俄罗斯)./u.test(term) && term.length < 8)
}

/** 调节T细胞（Treg）: short for what the term begins with a letter in Chinese too. */
function sharesLetter(text: string, term: string): boolean {
  const letter = /(?<!\p{Script=Latin})\p{Lu}(?=\p{Script=Han})/u.exec(term)?.[0]
  return letter !== undefined && text.length < 7 && text.startsWith(letter) && /^\p{L}+$/u.test(text)
}

/** Each letter stands for a word, and a Chinese word has a character at least: AXA is no abbreviation of 安盛. */
function mayAbbreviate(short: string, term: string): boolean {
  const letters = [...short.matchAll(/\p{Lu}|\p{L}(?=\.)/gu)].length
  const characters = [...term].filter((character) => isHan(character)).length
  return characters >= Math.min(letters, 6) - (letters > 3 ? 1 : 0)
}

/** Capitals mostly, and short: AGI, LoRA, MoE, ReLU, GPT-4, i.i.d. */
export function isShort(text: string): boolean {
  if (/\s/u.test(text) || text.length > 12 || /\p{Ll}{3}/u.test(text)) return false
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return (capitals >= 2 && capitals * 2 >= letters && letters <= 8) || /^(?:\p{L}\.){2,}$/u.test(text)
}

/** @param alone Nothing else glosses the term: between other names, GC is no unit. */
function isForeignName(text: string, labelled: boolean, alone = true): boolean {
  if (!/^[\p{Script=Latin}\p{N}\s'’.&+/*‐‑–-]+$/u.test(text)) return false
  if (/^(?:et al|[\p{N}\s.]+|v\p{N}.*)$/iu.test(text) || /\bet al\b/u.test(text)) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (/\p{L}{2}\.\p{L}/u.test(text)) return false // a file or a site
  if (isFormula(text) || (alone && units.test(text)) || /\s[IVX]+$|-[IVX]{2,}$/u.test(text) || /\p{Ll}\+/u.test(text)) return false // Solvency II: the second of its kind
  if (letters < 2 || text.length > 80 || text.split(/\s+/u).length > 8) return false
  if (/^\p{N}/u.test(text) && !/^\p{N}+[-]?D\b|^\p{N}\p{Lu}{2,4}$/u.test(text)) return false // an amount: 300B, 40 GB
  if (/(?<![\p{L}-])(?:1[89]|20)\p{N}{2}(?!\p{N})/u.test(text)) return false // a year: a citation or an edition
  if (/\p{L}\s+\p{N}+(?:\.\p{N}+)*$/u.test(text) || /\b[vV]\p{N}/u.test(text) || /\p{N}\.\p{N}/u.test(text)) return false // a version
  if (labelled) return true
  if (latinBodies.test(text) || isCamel(text)) return false
  if (isShort(text)) return !/\p{N}$/u.test(text) // a model of a product
  return true
}

/** CH₃OH, Li6PS5Cl, FeCoCuZr: symbols of elements, with their numbers or many of them. */
function isFormula(text: string): boolean {
  return (/[\p{N}]/u.test(text.slice(1)) || ((text.match(/\p{Lu}/gu)?.length ?? 0) > 2 && /\p{Ll}.*\p{Ll}/u.test(text))) && /^(?:\(?(?:A[cglmrstu]|B[aeir]?|C[adelorsu]?|Dy|E[ru]|F[er]?|G[ade]|H[efgo]?|I[nr]?|K[r]?|L[aiu]|M[gno]|N[abdei]?|O[s]?|P[bdrt]?|R[behu]|S[bceimnr]?|T[aeilm]|U|V|W|Xe|Y[b]?|Z[nr])\)?[\p{N}.·xy+⁺⁻−-]*)+$/u.test(text)
}

/** OpenAI, PyTorch, UnitedHealth: names of makers and products, not words. */
function isCamel(text: string): boolean {
  const words = text.split(/\s+/u)
  return words.some((word) => word.length >= 6 && !word.includes('-') && ((/\p{Ll}\p{Lu}/u.test(word) && !isShort(word)) || (words.length > 1 && /^\p{Lu}{6,}$/u.test(word))))
}

export function isSounds(text: string): boolean {
  return [...text].every((character) => soundCharacters.includes(character))
}

/** A name written by sound: with a dot between its parts, or in no other characters than those of sound. */
export function isName(text: string): boolean {
  return /[·•‧]/u.test(text) || (text.length >= 3 && text.length <= 8 && isSounds(text))
}
