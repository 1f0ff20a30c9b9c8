/** Who wrote an entry that stands in the text, and when, where its own form says so beyond doubt.
 *
 * Two forms do: names and a year in brackets at its beginning (`Knuth, D. E., & Plass, M. F. (1981).`), and the type mark of
 * GB/T 7714 (`徐光宪，王祥云. 物质结构[M]. … 2010.`). Of any other nothing is told. */
import type {CslName} from '../../model/book.ts'

export interface Lead {
  names: CslName[]
  /** `2017`, or with the author's own letter `2017a`. */
  year: string
  /** Where the year ends in the entry. */
  end: number
  /** Where its title begins: behind the names, and the year if that is next. */
  title: number
}

const byYear = /^([^()（）[\]《》“”"\d]{1,300}?)[.,，]?\s*[(（]((?:1[5-9]|20)\d\d[a-z]?)(?=[)）,，])/u
const byMark = /^([^[\]《》“”"\d]{1,300}?)(?:[，,]\s*((?:1[5-9]|20)\d\d[a-z]?))?[.．]\s*[^[\]]{1,400}\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/u
/** Behind a full stop only where pages, a day or nothing follow: `[C]//NIPS. 2017: 5998`, `[Z]. 2020-01-02`. */
const laterYear = /(?:[,，(（]\s*((?:1[5-9]|20)\d\d[a-z]?)(?=[\s,，.;；:：()（）[-]|$)|[.．]\s+((?:1[5-9]|20)\d\d[a-z]?)(?=[:：-]\s*\d|\.?\s*$))/u

/** @param raw Markdown of the entry, without its label. */
export function readLead(raw: string): Lead | undefined {
  const [opening, who = '', year] = byYear.exec(raw) ?? []
  if (opening !== undefined && year !== undefined) return leadOf(who, year, opening.length, opening.length)
  const [marked, names = '', early] = byMark.exec(raw) ?? []
  if (marked === undefined) return undefined
  const behind = early === undefined ? names.length : raw.indexOf(early, names.length) + early.length
  if (early !== undefined) return leadOf(names, early, behind, behind)
  const found = laterYear.exec(raw.slice(marked.length))
  const late = found?.[1] ?? found?.[2]
  return found && late !== undefined ? leadOf(names, late, marked.length + found.index + found[0].length, behind) : undefined
}

function leadOf(written: string, year: string, end: number, title: number): Lead | undefined {
  const names = readNames(written.trim())
  return names && {names, year, end, title}
}

const initials = /^(?:\p{Lu}\.?[-\s]?){1,4}$/u

/** @returns undefined where a name may be taken for another's half. */
function readNames(written: string): CslName[] | undefined {
  if (written === '' || /[*_`<>\\|?!？！。]|https?:/u.test(written)) return undefined
  const pieces = written.split(/\s*[,，、;；]\s*(?:(?:&|and)\s+)?|\s+(?:&|and)\s+/u).filter(Boolean)
  const names: CslName[] = []
  for (const [index, piece] of pieces.entries()) {
    const last = names.at(-1)
    const cut = /^(?:et al\.?|等\.?)$/i.test(piece)
    if (cut) names.push({literal: 'et al.'})
    else if (initials.test(piece) && last?.family !== undefined && last.given === undefined) last.given = piece
    else names.push(...nameOf(piece, index === 0 && pieces.length === 1))
  }
  const clear = names.length > 0 && names.every(({family, given, literal}) => literal !== undefined || given !== undefined || /\p{Script=Han}/u.test(family ?? ''))
  return clear ? names : undefined
}

/** @param alone A lone name without a comma is taken as it stands: an institution, `Zed`. */
function nameOf(piece: string, alone: boolean): CslName[] {
  const [, head, tail] = /^(.*\S)\s*(et al\.?|等)$/iu.exec(piece) ?? []
  if (head !== undefined && tail !== undefined) return [...nameOf(head, alone), {literal: 'et al.'}]
  if (/\p{Script=Han}/u.test(piece)) return [{literal: piece}]
  const [, family, given] = /^(\p{Lu}[\p{L}'’ -]*\p{L})\s+((?:\p{Lu}\.?[-\s]?){1,4})$/u.exec(piece) ?? []
  if (family !== undefined && given !== undefined) return [{family, given}]
  const [, before, behind] = /^((?:\p{Lu}\.[-\s]?){1,4})\s*(\p{Lu}[\p{L}'’-]+)$/u.exec(piece) ?? []
  if (before !== undefined && behind !== undefined) return [{family: behind, given: before.trim()}]
  return [alone ? {literal: piece} : {family: piece}]
}
