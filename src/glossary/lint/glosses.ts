/** Glosses that disagree: with the glossary, with each other, or with having stood there before. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import type {Place} from '../../model/message.ts'
import {type Candidate, readGlosses} from '../extract/index.ts'
import type {Knowledge} from '../extract/left-edge.ts'
import {isHan, sameKey} from '../fold.ts'
import type {Mention, Survey} from '../survey.ts'
import {placeIn} from '../runs.ts'

/** Each gloss is read by itself: what the glossary has would hide what the text says. */
const ignorant: Knowledge = {known: () => false, count: () => 0}

export function lintGlosses(book: Book, {runs, mentions}: Survey): void {
  const {locales} = book.config.glossary
  const seen = new Map<string, Mention>()
  for (const mention of mentions) {
    const {run, start, written, name, names} = mention
    if (!written) continue
    const {close, inner, open} = written.parenthesis
    const {range: _range, ...place} = placeIn(run, start, close + 1)
    if (!written.entry) {
      const entry = (name ?? names[0])?.entry
      if (entry) book.messages.push(message('term-gloss-disagrees', place, {term: run.text.slice(start, mention.end), written: inner, expected: [entry.forms[locales[1]] ?? entry.forms[locales[0]], entry.abbreviation].filter(Boolean).join('，')}))
      continue
    }
    const key = `${written.entry.id}\n${book.config.glossary.scope === 'book' ? '' : run.chapter.id}`
    const first = seen.get(key)
    if (!first) seen.set(key, mention)
    else if (run.kind !== 'heading' && first.run.kind !== 'heading' && run.chapter.matter === first.run.chapter.matter) {
      const {range} = placeIn(run, open, close + 1)
      const {range: _first, ...before} = placeIn(first.run, first.start, first.end)
      book.messages.push(message('term-expanded-twice', place, {term: run.text.slice(start, mention.end), line: before.line ?? 0}, {related: [before], ...(range ? {fix: {...range, text: ''}} : {})}))
    }
  }
  lintTranslations(book, runs.flatMap((run) => readGlosses(run, ignorant)).filter(({unsure}) => !unsure))
}

/** Among the author's own glosses: one term with two translations, two terms with one. */
function lintTranslations(book: Book, glosses: Candidate[]): void {
  const byChinese = new Map<string, {name: string; place: Place}>()
  const byForeign = new Map<string, {name: string; place: Place}>()
  const homographs = new Set([...book.terms.values()].filter(({sense}) => sense).flatMap(({forms}) => Object.values(forms).map(sameKey)))
  for (const {verdict: {zh, en}, place} of glosses) {
    if (!zh || !en || homographs.has(sameKey(zh))) continue
    compare(byChinese, zh, en, (first) => message('term-translated-twice', place, {term: zh, written: en, first: first.name}, {related: [first.place]}))
    compare(byForeign, en, zh, (first) => message('term-translation-shared', place, {term: en, written: zh, first: first.name}, {related: [first.place]}))
  }
  function compare(known: Map<string, {name: string; place: Place}>, key: string, name: string, report: (first: {name: string; place: Place}) => Book['messages'][number]): void {
    const first = known.get(wordsOf(key))
    if (!first) known.set(wordsOf(key), {name, place: glosses.find(({verdict}) => verdict.zh === key || verdict.en === key)?.place ?? {path: ''}})
    else if (!isSameWord(first.name, name) && !first.name.includes(name) && !name.includes(first.name)) book.messages.push(report(first))
  }
}

/** Of the letters of the shorter, as many must agree: monomorphized and monomorphization. */
const ofOneStem = 0.7

function isSameWord(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a === b) return true
  if (isHan(a[0]) || a.includes(' ') || b.includes(' ')) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same > 3 && same / Math.min(a.length, b.length) >= ofOneStem
}

/** Plural and spacing make no other word. */
function wordsOf(text: string): string {
  return sameKey(text).replace(/(?<=\p{L}{2})s$/u, '')
}
