/** Step 6: which mention of a term defines it, and what is printed there.
 *
 * Runs and termbase in; term nodes in the chapters and `book.mentions` out. Where the author glosses a term, that
 * place defines it; else the first mention does that may carry a gloss. */
import type {Book} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {applyTerms, type Planned} from './apply.ts'
import {composeGloss} from './compose-gloss.ts'
import {placeIn, type Run} from './runs.ts'
import {fills, isBeforeParenthesis, isBound, leadInEnd} from './standing.ts'
import type {Mention, Survey} from './survey.ts'

export function glossMentions(book: Book, {mentions}: Survey, {locale}: Services): void {
  const {glossary} = book.config
  const chosen = chooseDefining(book, mentions)
  const planned: Planned[] = []
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const {name, run, marks} = mention
    if (!name) continue
    if (marks.some(({wish}) => wish === 'no-term')) continue
    const defining = chosen.has(mention)
    if (!defining && run.kind === 'heading') continue // headings are never changed, but for a gloss that the author put there
    const count = (counts.get(run.chapter.id) ?? 0) + 1
    counts.set(run.chapter.id, count)
    const anchor = `${run.chapter.id}-t${count}`
    const wanted = defining && !mention.written && mayCarry(mention)
    planned.push({mention, name, anchor, role: defining ? 'defining' : 'mention', ...(wanted ? composeGloss(mention, name, glossary, locale.fullWidth) : {})})
    const {range: _range, ...place} = placeIn(run, mention.start, mention.end)
    book.mentions.push({anchor, section: run.section, entry: name.entry.id, role: defining ? 'defining' : 'mention', written: mention.written !== undefined, place})
  }
  applyTerms(planned, glossary.linkMentions)
}

/** One defining mention for each term and scope: forced by a mark, else glossed by the author, else the first that may carry a gloss. */
function chooseDefining(book: Book, mentions: Mention[]): Set<Mention> {
  const best = new Map<string, {mention: Mention; rank: number}>()
  const forced = new Set<Mention>()
  for (const [index, mention] of mentions.entries()) {
    const {name, marks, run} = mention
    if (!name || marks.some(({wish}) => wish === 'no-term')) continue
    const isForced = marks.some(({wish}) => wish === 'gloss')
    if (isForced) forced.add(mention)
    const rank = mention.written ? 0 : isForced ? 1 : mayCarry(mention) && !comesAgain(mentions, index) ? 2 : 3
    if (rank === 3) continue
    const key = `${name.entry.id}\n${scopeOf(book, run)}`
    const current = best.get(key)
    if (!current || rank < current.rank) best.set(key, {mention, rank})
  }
  return new Set([...forced, ...[...best.values()].map(({mention}) => mention)])
}

/** Stands badly, in a run-in heading or before a parenthesis, and is named again in the sentences behind it. */
function comesAgain(mentions: Mention[], index: number): boolean {
  const mention = mentions[index]
  if (!mention) return false
  const end = leadInEnd(mention.run)
  const before = isBeforeParenthesis(mention)
  if (mention.start >= end && !before) return false
  let [from, to] = [index, index + 1]
  while (mentions[from - 1]?.run === mention.run) from--
  while (mentions[to]?.run === mention.run) to++
  if (!before && fills(mention.run.text.slice(0, end), mentions.slice(from, to))) return false
  return mentions.slice(index + 1, to).some((each) => each.start >= end && each.name?.entry === mention.name?.entry && mayCarry(each) && !isBeforeParenthesis(each))
}

function scopeOf({config}: Book, {chapter, section}: Run): string {
  return config.glossary.scope === 'book' ? '' : config.glossary.scope === 'chapter' ? chapter.id : section
}

function mayCarry(mention: Mention): boolean {
  const {run, inside, marks, name} = mention
  if (marks.some(({wish}) => wish === 'gloss')) return true
  return run.kind === 'prose' && !inside && name?.kind !== 'forbidden' && !marks.some(({wish}) => wish === 'no-gloss') && !isBound(mention)
}
