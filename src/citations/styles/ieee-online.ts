/** Sources that live online, by the IEEE Reference Guide: a page, and data. */
import type {CslItem} from '../../model/book.ts'
import {available, dateOf, houseOf, joinTexts} from './ieee-parts.ts'
import type {Part} from './part.ts'

export const pages: ReadonlySet<string> = new Set(['webpage', 'post', 'post-weblog'])

/** Author. “Title.” Site, date. Accessed: … */
export function webPage(item: CslItem, names: string): Part[] {
  const {title = ''} = item
  const site = item['container-title'] ?? item.publisher
  const where = [site === names ? undefined : site, dateOf(item.issued)].filter(Boolean).join(', ')
  const doi: Part[] = item.DOI && !item.URL ? [' doi: ', {url: `https://doi.org/${item.DOI}`, text: item.DOI}, '.'] : []
  return joinTexts([names ? `${names}${names.endsWith('.') ? '' : '.'} ` : '', `“${title}${/[.?!]$/.test(title) ? '' : '.'}”`, where ? ` ${where}${where.endsWith('.') ? '' : '.'}` : '', ...doi, ...available(item)])
}

/** Author, date, “Title,” place: publisher, doi. */
export function dataSet(item: CslItem, names: string): Part[] {
  const {title = '', version} = item
  const lead = [names, dateOf(item.issued)].filter(Boolean).join(', ')
  const house = [version === undefined ? undefined : `ver. ${version}`, item['container-title'], houseOf(item)].filter(Boolean).join(', ')
  const named = `“${title}${/[?!]$/.test(title) ? '' : house || item.DOI ? ',' : '.'}”`
  const doi: Part[] = item.DOI ? [house ? ', doi: ' : ' doi: ', {url: `https://doi.org/${item.DOI}`, text: item.DOI}, '.'] : [house && !house.endsWith('.') ? '.' : '']
  return joinTexts([lead ? `${lead}, ` : '', named, house ? ` ${house}` : '', ...doi, ...available(item)])
}
