/** `2026-11-24` → 2026年11月24日 or 24 November 2026; months and years alone as far as they are known. */
import type {Locale} from '../model/locale.ts'

export function printDate(date: string, {tag, fullWidth}: Locale): string {
  const [year = '', month, day] = date.split('-').map((part) => String(Number(part)))
  if (fullWidth) return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`
  const options: Intl.DateTimeFormatOptions = {timeZone: 'UTC', year: 'numeric', ...(month ? {month: 'long'} : {}), ...(day ? {day: 'numeric'} : {})}
  return new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, options).format(new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))))
}
