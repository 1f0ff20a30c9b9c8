/** Strings that editions print, by language of the book. */
import type {Locale} from '../model/locale.ts'
import {en} from './en.ts'
import {zh} from './zh.ts'
import {zhHant} from './zh-hant.ts'

/** Chinese that is written in Traditional characters, by its script or by the region that writes so. */
const traditional = /^zh-(?:Hant\b|(?:TW|HK|MO)\b)/i

/** @param tag BCP 47 of the book. Chinese takes `zh`, or `zh-Hant` by its script or region; all else `en`. */
export function localeOf(tag: string): Locale {
  const chinese = /^zh\b/i.test(tag)
  const strings: Record<string, string> = traditional.test(tag) ? zhHant : chinese ? zh : en
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
