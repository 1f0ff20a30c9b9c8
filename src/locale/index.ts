/** Strings that editions print, by language of the book. */
import type {Locale} from '../model/locale.ts'
import {en} from './en.ts'
import {zh} from './zh.ts'

/** @param tag BCP 47 of the book. Chinese of any region takes `zh`, all else `en`. */
export function localeOf(tag: string): Locale {
  const chinese = /^zh\b/i.test(tag)
  const strings: Record<string, string> = chinese ? zh : en
  return {
    tag,
    text(key, values = {}) {
      const template = strings[key]
      if (template === undefined) throw new Error(`Unknown text ${key}`)
      return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
    },
    listSeparator: chinese ? '、' : ', ',
    fullWidth: chinese,
  }
}
