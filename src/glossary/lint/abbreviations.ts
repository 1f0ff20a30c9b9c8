/** Abbreviations used before they are explained, or never explained. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import type {Place} from '../../model/message.ts'
import {readParentheses} from '../parentheses.ts'
import type {Mention, Survey} from '../survey.ts'
import {placeIn, type Run} from '../runs.ts'

/** Once may be a name; what comes back is an abbreviation that a reader has to know. */
const leastUses = 2

/** What every reader knows, of computers, firms, offices and everyday life: it needs no name. */
const household = new Set('AI API APP ASCII ATM CD CEO CFO CIO COO COVID CPU CSS CSV CTO DNA DVD DIY EMAIL EU FAQ FM GB GDP GET GIF GPS GPU HD HDMI HIV HR HTML HTTP HTTPS IBM ID IEEE IMF IP IPO ISO IT ISBN JPEG JPG JSON KB KPI LED LOGO MB MBA MP MTV NASA NATO NBA NGO OK OS PC PDF PIN PK PNG POST PPT QQ RAM README RMB RNA ROM SCI SIM SMS SOS SQL TB TCP TV UI UK UN UNESCO UPS URL US USA USB USD UTC UTF VIP VPN VR WHO WIFI WTO XML'.split(' '))

export function lintAbbreviations(book: Book, {runs, mentions}: Survey): void {
  const first = new Map<string, Mention>()
  const reported = new Set<string>()
  for (const mention of mentions) {
    const {name, run, written} = mention
    if (!name || run.kind === 'heading') continue
    const {id, forms} = name.entry
    const before = first.get(id)
    if (!before) first.set(id, mention)
    else if (written && before.name?.kind === 'abbreviation' && !before.written && !reported.has(id)) {
      reported.add(id)
      const {range: _range, ...place} = placeIn(before.run, before.start, before.end)
      const {range: _later, ...later} = placeIn(run, mention.start, mention.end)
      book.messages.push(message('abbreviation-early', place, {abbreviation: before.run.text.slice(before.start, before.end), term: forms[book.config.glossary.locales[0]] ?? Object.values(forms)[0] ?? '', line: later.line ?? 0}, {related: [later]}))
    }
  }
  lintUnexplained(book, runs)
}

const acronym = /(?<![\p{Script=Latin}\p{N}._/-])\p{Lu}{2,6}(?:-\p{Lu}{2,6})*(?![\p{Script=Latin}\p{N}_]|[-.]\p{N})/gu

function lintUnexplained(book: Book, runs: Run[]): void {
  const explained = new Set<string>()
  for (const {forms, abbreviation, variants} of book.terms.values()) for (const name of [...Object.values(forms), abbreviation ?? '', ...Object.values(variants ?? {}).flat()]) for (const [word] of name.matchAll(acronym)) explained.add(word)
  const uses = new Map<string, Place[]>()
  for (const run of runs) {
    for (const {open, inner, close} of readParentheses(run.text)) {
      for (const [word] of inner.matchAll(acronym)) if (!/^[如例见]/u.test(inner)) explained.add(word)
      const behind = /(\p{Lu}{2,}(?:-\p{Lu}{2,})*)\s?$/u.exec(run.text.slice(Math.max(0, open - 16), open))?.[1]
      if (behind && !/^[如例见]/u.test(inner) && close > open + 2) explained.add(behind)
    }
    if (run.kind === 'heading') continue
    for (const {0: word, index} of run.text.matchAll(acronym)) {
      if (isPartOfName(run.text, index, index + word.length)) continue
      const {range: _range, ...place} = placeIn(run, index, index + word.length)
      uses.set(word, [...(uses.get(word) ?? []), place])
    }
  }
  for (const [abbreviation, [place, ...related]] of uses) {
    if (!place || related.length + 1 < leastUses || explained.has(abbreviation) || household.has(abbreviation)) continue
    book.messages.push(message('abbreviation-unexplained', place, {abbreviation}, {related}))
  }
}

/** SK Hynix, ISO 10218, SWE-bench, Google Quantum AI: words beside it make it a name. */
function isPartOfName(text: string, start: number, end: number): boolean {
  return /[\p{Script=Latin}\p{N}][ &-]$/u.test(text.slice(Math.max(0, start - 2), start)) || /^(?: ?& ?\p{Lu}|[ -][\p{Script=Latin}\p{N}])/u.test(text.slice(end, end + 3))
}
