/** Who made the book, on its cover: all of them where they fit, in letters as large as can be; else the first of each, and that there are others. */
import type {Contributor} from '../model/config.ts'
import type {Locale} from '../model/locale.ts'
import {breakLines, type CoverLine} from './cover-lines.ts'
import {creditsOf} from './credits.ts'

/** In pixels: one line or two stand below the pattern where it is highest; for more it gives way. */
const layouts: Layout[] = [
  {most: 1, size: 58, last: 2290, leading: 1},
  {most: 2, size: 58, last: 2311, leading: 1.4},
  {most: 3, size: 48, last: 2325, leading: 1.4},
]
const smallest: Layout = {most: 6, size: 42, last: 2325, leading: 1.42}
const left = 150
const measure = 1260

interface Layout {most: number; size: number; last: number; leading: number}

/** Names of one role that are tried at all. */
const mostNames = 40
/** A text beyond is not divided to its end. */
const longest = 400

export function stackPeople(contributors: Contributor[], locale: Locale): CoverLine[] {
  const people = contributors.map((person) => ({...person, name: person.name.replace(/[\s\p{C}]+/gu, ' ')}))
  const most = Math.min(mostNames, people.length)
  for (let names = most; names > 0; names--) {
    const credits = creditsOf(people, locale, names).map(({text}) => text)
    const layout = [...layouts, smallest].find((one) => fits(credits, one))
    if (layout) return stack(linesOf(credits, layout), layout)
  }
  return stack(cut(creditsOf(people, locale, 1).map(({text}) => text), locale), smallest)
}

function linesOf(credits: string[], {size}: Layout): string[] {
  return credits.flatMap((credit) => breakLines(credit, measure / size, Number.POSITIVE_INFINITY))
}

function fits(credits: string[], layout: Layout): boolean {
  return credits.length <= layout.most && credits.every(({length}) => length <= longest) && linesOf(credits, layout).length <= layout.most
}

/** As many credits as there is room for; where there is none for the first, its beginning. */
function cut(credits: string[], {text}: Locale): string[] {
  for (let count = Math.min(credits.length, smallest.most); count > 0; count--) {
    const shown = credits.slice(0, count)
    const more = credits.length > count ? [...shown.slice(0, -1), text('credit.andMore', {credits: shown.at(-1) ?? ''})] : shown
    if (fits(more, smallest)) return linesOf(more, smallest)
  }
  return breakLines(credits[0] ?? '', measure / smallest.size, smallest.most)
}

function stack(lines: string[], {size, last, leading}: Layout): CoverLine[] {
  return lines.map((text, index) => ({text, x: left, y: Math.round(last - (lines.length - 1 - index) * size * leading), size}))
}
