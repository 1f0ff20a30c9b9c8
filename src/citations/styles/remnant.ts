/** What is known of a source without a title, which no style can set: in the order of all styles, nothing added. */
import type {CslItem, CslName} from '../../model/book.ts'
import {cutNames, isHanName, type Part, yearOf} from './part.ts'

/** @returns undefined where nothing is known. */
export function remnantOf(item: CslItem): Part[] | undefined {
  const {names: shown, cut} = cutNames(item.author ?? item.editor ?? [])
  const names = [...shown.map(nameOf), cut ? (shown.every(isHanName) ? '等' : 'et al') : ''].filter(Boolean).join(', ')
  const known = [names, item['container-title'], item.publisher, yearOf(item.issued)].filter((part) => part !== undefined && part !== '')
  const address = item.URL ?? (item.DOI === undefined ? undefined : `https://doi.org/${item.DOI}`)
  if (known.length === 0 && address === undefined) return undefined
  return [...(known.length > 0 ? [`${known.join('. ')}${address ? '. ' : '.'}`] : []), ...(address ? [{url: address}] : [])]
}

function nameOf(name: CslName): string {
  return name.literal ?? [name.family, name.given].filter(Boolean).join(isHanName(name) ? '' : ' ')
}
