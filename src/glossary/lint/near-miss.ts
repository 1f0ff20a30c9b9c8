/** Near-misses: places that differ by one slip from a term, or from a word that the text uses again and again.
 *
 * A slip is one character left out, changed or swapped with its neighbour. What tells it from another word is that it
 * stands once only, and that no word of the language covers the character that slipped. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import {isHan, isLatin} from '../fold.ts'
import type {Survey} from '../survey.ts'
import {placeIn, type Run} from '../runs.ts'
import {segmentsOf} from '../segmenter.ts'

const shortest = 3
/** Characters around a place that the segmenter sees. */
const around = 8
/** Longest name that is told with its last character left out. */
const longestCut = 4
/** Uses that make a word of the text a model for others. */
const leastUses = 3
/** Models that begin alike. Of more, a word that begins so is another of their family rather than a slip; each place would be
 * compared with all of them. */
const mostAlike = 100
/** Words are counted only in books of this size; in larger ones only terms are models. */
const largest = 120_000

interface Near {run: Run; start: number; end: number; written: string; model: string}

export function lintNearMisses(book: Book, survey: Survey): void {
  const {runs, mentions} = survey
  const models = modelsOf(book, runs)
  const index = indexModels(models)
  const found = runs.flatMap((run) => scan(run, index, models))
  const counts = new Map<string, number>()
  for (const {written} of found) counts.set(written, (counts.get(written) ?? 0) + 1)
  const reported = new Set<string>()
  const mentionsIn = new Map<Run, Survey['mentions']>()
  for (const mention of mentions) {
    const known = mentionsIn.get(mention.run)
    if (known) known.push(mention)
    else mentionsIn.set(mention.run, [mention])
  }
  for (const {run, start, end, written, model} of found) {
    if ((counts.get(written) ?? 0) > 1 || reported.has(`${placeKey(run, start)}`) || !isBroken(run.text, start, written, model) || mentionsIn.get(run)?.some((mention) => mention.start < end && end < mention.end)) continue
    reported.add(placeKey(run, start))
    const {range: _range, ...place} = placeIn(run, start, end)
    book.messages.push(message('term-near-miss', place, {written, model}))
  }
}

function placeKey({chapter, segments}: Run, start: number): string {
  return `${chapter.id} ${segments[0]?.node.position?.start.offset ?? ''} ${start}`
}

function modelsOf(book: Book, runs: Run[]): Set<string> {
  const models = new Set<string>()
  for (const {forms} of book.terms.values()) for (const form of Object.values(forms)) if (form.length > shortest && isHan(form[0])) models.add(form)
  if (runs.reduce((sum, {text}) => sum + text.length, 0) > largest) return models
  const counts = new Map<string, number>()
  for (const {text} of runs) {
    for (const piece of text.split(/[。！？；，、：\n]/u)) for (const {segment} of segmentsOf(piece.slice(0, 200))) if (segment.length >= shortest && isHan(segment[0])) counts.set(segment, (counts.get(segment) ?? 0) + 1)
  }
  for (const [word, count] of counts) if (count >= leastUses) models.add(word)
  return models
}

/** By two characters that a slip of the model can begin with: its first and second, or, where the second slipped, its first and third. */
function indexModels(models: Set<string>): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const model of models) {
    for (const key of new Set([model.slice(0, 2), `${model[0] ?? ''}${model[2] ?? ''}`])) {
      const list = index.get(key)
      if (list) list.push(model)
      else index.set(key, [model])
    }
  }
  for (const [key, alike] of index) if (alike.length > mostAlike) index.delete(key)
  return index
}

function scan(run: Run, index: Map<string, string[]>, models: Set<string>): Near[] {
  const {text} = run
  const found: Near[] = []
  for (let start = 0; start < text.length; start++) {
    for (const model of index.get(text.slice(start, start + 2)) ?? []) {
      if (text.startsWith(model, start)) continue
      const length = slip(model, text, start)
      const written = text.slice(start, start + length)
      if (length > 0 && !models.has(written)) found.push({run, start, end: start + length, written, model})
    }
  }
  return found
}

/** @returns Length of what stands for the model at `at`; 0 where it differs by more than one slip. The first character must stand. */
function slip(model: string, text: string, at: number): number {
  let same = 1
  while (same < model.length && text[at + same] === model[same]) same++
  const {length} = model
  const rest = (from: number, offset: number) => model.slice(from) === text.slice(at + offset, at + offset + length - from)
  if (same === length - 1) return length <= longestCut ? same : 0 // the last one left out; of longer names that is a short form
  if (same < 1 || !isHan(text[at + same])) return 0
  if (model[same] === text[at + same + 1] && model[same + 1] === text[at + same] && rest(same + 2, same + 2)) return length
  if (rest(same + 1, same)) return length - 1
  if (length > shortest && same > 1 && rest(same + 1, same + 1)) return length
  return 0
}

/** Characters that stand as words or endings by themselves: function words, measures, suffixes. */
const standing = '的了和与在是中上下等为对从将被及或个种次项列套款类组条件份位名座台层级轮批步段场化性者度式型器率员家法、'

/** No word of two characters or more covers the character at the slip. */
function isBroken(text: string, start: number, written: string, model: string): boolean {
  let same = 0
  while (same < written.length && written[same] === model[same]) same++
  const at = start + Math.min(same, written.length - 1)
  const end = start + written.length
  const from = Math.max(0, start - around)
  const segments = [...segmentsOf(text.slice(from, end + around))].map(({segment, index}) => ({segment, start: from + index, end: from + index + segment.length}))
  if (segments.some((each) => each.start < end && end < each.end)) return false // 关联数|组
  if (same < 2 && segments.some((each) => each.start < start && start < each.end)) return false // 协|调构建
  const slipped = segments.find((each) => each.start <= at && at < each.end)
  return slipped !== undefined && slipped.segment.length === 1 && !standing.includes(slipped.segment) && !isLatin(slipped.segment)
}
