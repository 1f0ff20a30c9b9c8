/** What references of IEEE share: names, dates, and where a source is online. */
import type {CslItem, CslName} from '../../model/book.ts'
import {cutNames, initialsOf, isHanName, type Part} from './part.ts'

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']

export function dateOf(date: CslItem['issued']): string | undefined {
  const [year, month, day] = date?.['date-parts']?.[0] ?? []
  if (year === undefined) return date?.literal
  return [month === undefined ? undefined : `${months[month - 1] ?? ''}${day === undefined ? '' : ` ${day},`}`, year].filter(Boolean).join(' ')
}

/** More than six names: the first and et al.; names that the author cut: all of them and et al. */
export function namesOf(all: CslName[], chinese: boolean): string {
  const {names, cut} = cutNames(all)
  const shown = names.map((name) => {
    if (name.literal !== undefined) return name.literal
    if (isHanName(name)) return `${name.family ?? ''}${name.given ?? ''}`
    return [...initialsOf(name.given ?? '').map((initial) => `${initial.replaceAll('-', '.-')}.`), name.family, name.suffix].filter(Boolean).join(' ')
  })
  const others = chinese ? '等' : 'et al.'
  if (cut && shown.length > 0 && shown.length <= 6) return `${shown.join(', ')}${shown.length > 1 ? ',' : ''} ${others}`
  if (shown.length > 6) return `${shown[0]} ${others}`
  if (shown.length < 3) return shown.join(' and ')
  return `${shown.slice(0, -1).join(', ')}, and ${shown.at(-1)}`
}

/** `New York: Wiley` */
export function houseOf({publisher, 'publisher-place': place}: CslItem): string {
  return [place, publisher].filter(Boolean).join(': ')
}

/** ` Accessed: June 1, 2018. [Online]. Available: https://…` */
export function available({URL: url, accessed}: CslItem): Part[] {
  if (!url) return []
  const date = dateOf(accessed)
  return [date ? ` Accessed: ${date}. [Online]. Available: ` : ' [Online]. Available: ', {url}]
}

export function joinTexts(parts: Part[]): Part[] {
  const result: Part[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part
    else if (part !== '') result.push(part)
  }
  return result
}
