/** Mentions of terms in runs: termbase and runs in, every place that names a term out, with its sense where it can be told. */
import type {TermEntry} from '../model/book.ts'
import {isAcronym, sameKey} from './fold.ts'
import {segmentOf, type Mark, type Run, type Segment} from './runs.ts'
import {buildTrie, type Key, search, type Trie} from './trie.ts'

/** How a word names an entry. */
export interface Name {
  entry: TermEntry
  kind: 'form' | 'variant' | 'abbreviation' | 'deprecated' | 'forbidden'
  /** Locale of the form; '' for abbreviations and words to avoid. */
  locale: string
}

export interface Found {
  run: Run
  segment: Segment
  start: number
  end: number
  names: Name[]
  /** Undefined: a homograph whose sense cannot be told. */
  name: Name | undefined
  marks: Mark[]
}

/** @param more Further spellings of a word, such as its form in Traditional characters. */
export function indexTerms(terms: Iterable<TermEntry>, more: (word: string) => string[] = () => []): Trie<Name> {
  const keys: Key<Name>[] = []
  const seen = new Set<string>()
  for (const entry of terms) {
    const add = (text: string, kind: Name['kind'], locale: string, exact = isAcronym(text)) => {
      for (const spelling of new Set([text, ...more(text)])) {
        const key = `${entry.id}\n${exact ? spelling : sameKey(spelling)}`
        if (seen.has(key)) continue
        seen.add(key)
        keys.push({text: spelling, exact, value: {entry, kind, locale}})
      }
    }
    for (const [locale, form] of Object.entries(entry.forms)) add(form, 'form', locale)
    for (const [locale, list] of Object.entries(entry.variants ?? {})) for (const form of list) add(form, 'variant', locale)
    if (entry.abbreviation) add(entry.abbreviation, 'abbreviation', '', true)
    for (const form of entry.deprecated ?? []) add(form, 'deprecated', '')
    for (const form of entry.forbidden ?? []) add(form, 'forbidden', '')
  }
  return buildTrie(keys)
}

export function findMentions(run: Run, trie: Trie<Name>): Found[] {
  const found: Found[] = []
  for (const {start, end, keys} of search(trie, run.text)) {
    const segment = segmentOf(run, start, end)
    if (!segment) continue // markup cuts the word
    found.push({run, segment, start, end, names: keys.map(({value}) => value), name: undefined, marks: run.marks.filter(({at}) => at === end)})
  }
  return found
}

/** Sense by mark, by the gloss written there, by context words of the sentence, then of the paragraph; else none.
 *
 * @param glossed Entry that the gloss at this place names. */
export function tellSense(found: Found, glossed?: TermEntry): Name | undefined {
  const {names, run, marks} = found
  const [only, another] = names
  if (only && !another && marks.length === 0) return only // nearly all
  const distinct = [...new Map(names.map((name) => [name.entry.id, name])).values()]
  const marked = marks.find(({wish}) => wish === 'sense')
  if (marked) {
    const wanted = sameKey(marked.sense)
    return distinct.find(({entry}) => sameKey(entry.sense?.name ?? '') === wanted || Object.values(entry.forms).some((form) => sameKey(form) === wanted))
  }
  if (distinct.length === 1) return distinct[0]
  if (glossed) return distinct.find(({entry}) => entry.id === glossed.id)
  return byContext(distinct, sentenceAround(run.text, found.start, found.end)) ?? byContext(distinct, run.text)
}

function byContext(names: Name[], text: string): Name | undefined {
  const scored = names.map((name) => ({name, score: (name.entry.sense?.context ?? []).filter((word) => text.includes(word)).length}))
  const best = Math.max(...scored.map(({score}) => score))
  const winners = scored.filter(({score}) => score === best)
  return best > 0 && winners.length === 1 ? winners[0]?.name : undefined
}

const stops = '。！？!?；;\n'

export function sentenceAround(text: string, start: number, end: number): string {
  let from = start
  while (from > 0 && !stops.includes(text[from - 1] ?? '') && start - from < 300) from--
  let to = end
  while (to < text.length && !stops.includes(text[to] ?? '') && to - end < 300) to++
  return text.slice(from, to)
}
