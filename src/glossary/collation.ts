/** Sorting of glossaries: pinyin or strokes for Chinese, letters for all else; `sortKey` always wins.
 *
 * A head is a letter, `#`, or a number of strokes; characters of one head are ordered by ICU.
 *
 * ICU files every Han character under one reading, so that 长度 stands under zhang: readings of words come from
 * pinyin-pro, which is loaded only where a character has more than one. */
import type {TermEntry} from '../model/book.ts'
import {isHan} from './fold.ts'

export interface Filed {entry: TermEntry; form: string; head: string}

export type Sorter = (entries: TermEntry[], locale: string) => Filed[]

type Reading = (word: string) => string[]
type Strokes = (character: string) => number | undefined

/** Common characters whose reading depends on the word. */
const polyphones = /[长重单行调乐还都得了着会率数量分模相降强弹藏曾差朝称乘冲处传创答大担倒地的读度发佛缝盖干更冠和横哄号好喝荷虎华划哗晃混几济夹假间监将讲教角觉结解劲禁尽卷看壳空夸拉累俩量撩令笼露络落埋没蒙秘难宁拧炮劈片漂铺朴奇强翘切曲任散色沙扇上少舍什省食识似宿缩踏提帖通吐系鲜校兴削血压要应与载择扎炸占涨折正只中种转琢钻作尺卜尾否属单查仇解曾区盛参]/u

/** First character in ICU's pinyin order of each letter that a syllable can begin with. */
const starts = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'
const letters = 'ABCDEFGHJKLMNOPQRSTWXYZ'

export async function loadSorter(entries: TermEntry[], by: 'pinyin' | 'stroke'): Promise<Sorter> {
  const unsure = by === 'pinyin' && entries.some(({forms, sortKey}) => sortKey === undefined && Object.entries(forms).some(([locale, form]) => /^zh/.test(locale) && polyphones.test(form)))
  const reading = unsure ? await loadReading() : undefined
  const strokes = by === 'stroke' ? (await import('./strokes.ts')).strokesOf : undefined
  return (list, locale) => sort(list, locale, by, {reading, strokes})
}

async function loadReading(): Promise<Reading> {
  const {pinyin} = await import('pinyin-pro')
  return (word) => pinyin(word, {type: 'array', toneType: 'num', v: true, nonZh: 'spaced'})
}

function sort(entries: TermEntry[], locale: string, by: 'pinyin' | 'stroke', {reading, strokes}: {reading: Reading | undefined; strokes: Strokes | undefined}): Filed[] {
  const chinese = /^zh/.test(locale)
  const collator = new Intl.Collator(chinese ? `zh-u-co-${by}` : locale, {numeric: true})
  const filed = entries.flatMap((entry) => {
    const form = entry.forms[locale]
    if (form === undefined) return []
    const key = entry.sortKey !== undefined && (chinese || !entry.forms.zh) ? entry.sortKey : form
    const syllables = chinese && by === 'pinyin' && reading && isHan(firstOf(key)) ? reading(key) : undefined
    return [{entry, form, key, syllables, head: chinese && strokes && isHan(firstOf(key)) ? String(strokes(firstOf(key)) ?? unknown) : headOf(key, syllables, collator)}]
  })
  filed.sort((a, b) => compareHeads(a, b) || compareSyllables(a, b, collator) || collator.compare(a.form, b.form) || (a.entry.id < b.entry.id ? -1 : 1))
  return filed.map(({entry, form, head}) => ({entry, form, head}))
}

/** More strokes than any character has: characters that the table does not have stand last. */
const unknown = 99

function headOf(key: string, syllables: string[] | undefined, collator: Intl.Collator): string {
  const first = firstOf(key.normalize('NFD'))
  if (/[A-Za-z]/.test(first)) return first.toUpperCase()
  if (!isHan(first)) return '#'
  if (syllables?.[0]) return syllables[0][0]?.toUpperCase() ?? '#'
  let index = 0
  while (index + 1 < starts.length && collator.compare(starts[index + 1] ?? '', first) <= 0) index++
  return letters[index] ?? '#'
}

/** The first character, of one code unit or two. */
function firstOf(key: string): string {
  return String.fromCodePoint(key.codePointAt(0) ?? 0)
}

/** Signs and digits first, then letters, then numbers of strokes. */
function compareHeads({head: one}: Filed, {head: other}: Filed): number {
  const counted = /^\d+$/
  if (counted.test(one) || counted.test(other)) return counted.test(one) && counted.test(other) ? Number(one) - Number(other) : counted.test(one) ? 1 : -1
  return one === other ? 0 : one < other ? -1 : 1
}

/** Character by character: letters of the syllable, then its tone (GB/T 13418). */
function compareSyllables(one: {key: string; syllables: string[] | undefined}, other: {key: string; syllables: string[] | undefined}, collator: Intl.Collator): number {
  const [a, b] = [one.syllables, other.syllables]
  if (!a || !b) {
    const latin = (filed: typeof one) => filed.syllables?.join(' ') ?? filed.key
    return a || b ? (/^[A-Za-z]/.test(one.key) || /^[A-Za-z]/.test(other.key) ? compareText(latin(one).toLowerCase(), latin(other).toLowerCase()) : collator.compare(one.key, other.key)) : collator.compare(one.key, other.key)
  }
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [x = '', y = ''] = [a[index], b[index]]
    const order = compareText(x.replace(/\d$/, ''), y.replace(/\d$/, '')) || compareText(x, y)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
