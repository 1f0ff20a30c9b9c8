/** What is printed before and behind a term at its defining mention, by the book's form. Nothing but the gloss is added. */
import type {PhrasingContent} from 'mdast'
import type {GlossaryOptions} from '../model/config.ts'
import {isHan} from './fold.ts'
import type {Found, Name} from './match.ts'
import {closingOf} from './standing.ts'

export interface Gloss {
  lead?: PhrasingContent[]
  gloss?: PhrasingContent[]
  /** The author's closing quote between term and gloss. */
  closing?: string
  ruby?: string
}

interface Word {text: string; lang: string}

/** @returns Nothing where the entry has no name but the one that is written. */
export function composeGloss(found: Found, {entry, locale, kind}: Name, {form, locales}: GlossaryOptions, fullWidth: boolean): Gloss {
  const {run, start, end} = found
  const [main, partner] = locales
  const surface = run.text.slice(start, end)
  const foreign = locale === partner || kind === 'abbreviation' || (locale !== main && !isHan(surface[0]) && isHan(entry.forms[main]?.[0]))
  const word = (lang: string): Word[] => (entry.forms[lang] ? [{text: entry.forms[lang], lang}] : [])
  const short: Word[] = entry.abbreviation && kind !== 'abbreviation' ? [{text: entry.abbreviation, lang: partner}] : []
  const names = foreign ? [...word(main), ...(kind === 'abbreviation' ? word(partner) : short)] : [...word(partner), ...short]
  if (names.length === 0 || form === 'none') return {}
  const [first] = names
  if (form === 'ruby' && !foreign && first) return {ruby: first.text}
  const wide = isWide(run.text, start, end, fullWidth)
  if (form === 'en-first' && !foreign && word(partner).length > 0) {
    return {lead: [...print(word(partner), main, wide), {type: 'text', value: wide ? '（' : ' ('}], gloss: [...(short.length > 0 ? [comma(wide), ...print(short, main, wide)] : []), {type: 'text', value: wide ? '）' : ')'}]}
  }
  const closing = closingOf(found)
  return {...(closing ? {closing} : {}), gloss: [{type: 'text', value: wide ? '（' : ' ('}, ...print(names, main, wide), {type: 'text', value: wide ? '）' : ')'}]}
}

function print(words: Word[], main: string, wide: boolean): PhrasingContent[] {
  return words.flatMap(({text, lang}, index): PhrasingContent[] => [...(index > 0 ? [comma(wide)] : []), lang === main ? {type: 'text', value: text} : {type: 'foreign', lang, children: [{type: 'text', value: text}]}])
}

function comma(wide: boolean): PhrasingContent {
  return {type: 'text', value: wide ? '，' : ', '}
}

/** Parentheses follow the script around the mention (GB/T 15834: full width in Chinese). */
function isWide(text: string, start: number, end: number, otherwise: boolean): boolean {
  const before = text.slice(0, start).trimEnd().at(-1)
  const after = text.slice(end).trimStart()[0]
  const around = [before, after].filter((character) => character !== undefined && /[\p{L}\u3000-\u303f\uff00-\uff65]/u.test(character))
  if (around.length > 0) return around.some((character) => !/\p{Script=Latin}/u.test(character ?? ''))
  return isHan(text[start]) || otherwise
}
