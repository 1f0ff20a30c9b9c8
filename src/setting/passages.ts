/** Passages in another script → `lang` on each: a reader's voice, fonts and hyphens follow it.
 *
 * Told by script, as whole blocks are (`structure/language.ts`): in Chinese four English words in a row are a passage, fewer a name,
 * unless they stand in parentheses behind Han, where they explain it; elsewhere Han is Chinese. */
import type {Element, ElementContent, Root, Text} from 'hast'

/** Words from which a run is a passage, and those of a gloss. */
const fewest = 4
const fewestOfGloss = 2

const verbatim = new Set(['code', 'kbd', 'math', 'pre', 'rp', 'samp', 'svg', 'textarea'])

type Find = (text: string) => {start: number; end: number; lang: string}[]

/** In place. @param language Of what the nodes stand in, BCP 47. */
export function markPassages(node: Root | {children: ElementContent[]}, language: string): void {
  const find = finderOf(language)
  for (const child of node.children) if (child.type === 'element' && !verbatim.has(child.tagName)) markElement(child, language, find)
  if (find && node.children.some((child) => child.type === 'text')) node.children = (node.children as ElementContent[]).flatMap((child) => (child.type === 'text' ? divide(child, find) : [child])) // a root of ours holds no doctype
}

function markElement(element: Element, language: string, find: Find | undefined): void {
  const {lang} = element.properties
  const [only] = element.children
  if (element.tagName === 'a' && only?.type === 'text' && only.value.includes('://')) return // an address is no language
  if (lang === undefined && find && only?.type === 'text' && element.children.length === 1) {
    const [run] = find(only.value)
    if (run && run.start === 0 && run.end === only.value.length) {
      element.properties.lang = run.lang
      return
    }
  }
  markPassages(element, typeof lang === 'string' ? lang : language)
}

function divide(node: Text, find: Find): ElementContent[] {
  const {value} = node
  const runs = find(value)
  if (runs.length === 0) return [node]
  const text = (from: number, to?: number): Text[] => (from === (to ?? value.length) ? [] : [{type: 'text', value: value.slice(from, to)}])
  let from = 0
  const pieces = runs.flatMap(({start, end, lang}): ElementContent[] => {
    const before = text(from, start)
    from = end
    return [...before, {type: 'element', tagName: 'span', properties: {lang}, children: text(start, end)}]
  })
  return [...pieces, ...text(from)]
}

function finderOf(language: string): Find | undefined {
  if (!finders.has(language)) finders.set(language, findFinder(language))
  return finders.get(language)
}

/** By language tag: asked for each element. */
const finders = new Map<string, Find | undefined>()

function findFinder(language: string): Find | undefined {
  if (/^zh\b/i.test(language)) return findEnglish
  return /^(?:ja|ko|yue|wuu|nan|vi)\b/i.test(language) ? undefined : findChinese
}

/** Words with single spaces between; begins at a word's beginning, so that a long word is read once. Han ends where Latin begins, with a
 * space or without; what a word goes on behind is Latin, Greek, Cyrillic and their marks. By ranges: V8 takes 3 ms to make the classes
 * of all letters, marks and numbers. */
const passage = /(?=[A-Za-z])(?<![A-Za-z\d\u00AA-\u058F'’&/.+-])[A-Za-z][A-Za-z\d'’&/.+-]*(?:[,;:]?[ \n]\(?[A-Za-z\d][A-Za-z\d'’&/.+-]*\)?){3,}/g
/** Not behind a name that is written by its sound: 冯·诺伊曼（John von Neumann）. */
const gloss = /(?=[A-Za-z])(?<=(?:^|[\p{Script=Han}”’》」\s])[（(])(?<!·\p{Script=Han}{1,8} ?[（(])[A-Za-z][A-Za-z\d'’&/-]*(?: [A-Za-z][A-Za-z\d'’&/-]*){0,12}(?=[）)，；]|, )/gu
const word = /[A-Za-z]{2,}/g
/** A name is not told from an English noun where it stands alone. */
const noun = /^[a-z]{4,}$/

/** Most texts have neither, and are told so fast. */
const spaced = /[A-Za-z][,;:]?[ \n]\(?[A-Za-z\d]/
const bracketed = /[（(][A-Za-z]/

const findEnglish: Find = (text) => {
  const long = !spaced.test(text) ? [] : [...text.matchAll(passage)].filter(([run]) => (run.match(word)?.length ?? 0) >= fewest)
  const short = !bracketed.test(text) ? [] : [...text.matchAll(gloss)].filter(([run]) => noun.test(run) || (run.match(word)?.length ?? 0) >= fewestOfGloss)
  return [...long, ...short.filter(({index}) => !long.some((other) => index >= other.index && index < other.index + other[0].length))]
    .map(({index, 0: run}) => ({start: index, end: index + run.length, lang: 'en'}))
    .sort((a, b) => a.start - b.start)
}

/** With the full-width marks before and behind it: 电池（SIB）的 has wide brackets. */
const chinese = /[\u3001-\u3011\uFF01-\uFF60]{0,3}\p{Script=Han}(?:[\p{Script=Han}\u3001-\u3011\uFF01-\uFF60·“”]*\p{Script=Han})?[\u3001-\u3011\uFF01-\uFF60]{0,3}/gu
const otherHan = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Below it no script has Han. */
const beyondLatin = /[\u2E80-\uFFFF]/

const findChinese: Find = (text) => (!beyondLatin.test(text) || otherHan.test(text) ? [] : [...text.matchAll(chinese)].map(({index, 0: run}) => ({start: index, end: index + run.length, lang: 'zh'})))
