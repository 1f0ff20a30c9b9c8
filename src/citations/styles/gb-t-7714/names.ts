/** At most three names, then 等 or et al. (GB/T 7714—2025 7.1). */
import type {CslName} from '../../../model/book.ts'
import {cutNames, initialsOf, isChinese, isHanName} from '../part.ts'
import {isPinyinName} from './pinyin.ts'
import type {Setting} from './setting.ts'

export function creators(all: CslName[], {language, edition, comma}: Setting): string {
  const {names, cut} = cutNames(all)
  const shown = names.slice(0, 3).map((name) => nameOf(name, edition === 2015))
  if (names.length > 3 || (cut && names.length > 0)) shown.push(names.every(isHanName) || (isChinese(language) && names.some(isHanName)) ? '等' : 'et al')
  return shown.join(comma)
}

/** `徐超，译`; behind 等, 2015 prints 等译 (10.1.3) and 2025 等，译 (8.2.2). */
export function translators(setting: Setting): string {
  const names = creators(setting.item.translator ?? [], setting)
  if (names === '') return ''
  const comma = setting.edition === 2015 && names.endsWith('等') ? '' : setting.comma
  return `${names}${comma}${isChinese(setting.language) ? '译' : 'trans'}`
}

function nameOf(name: CslName, upper: boolean): string {
  const {family = '', given = '', suffix, literal} = name
  if (literal !== undefined) return literal
  if (/\p{Script=Han}/u.test(given) || (given === '' && /\p{Script=Han}/u.test(family))) return family + given
  const shown = upper ? family.toUpperCase() : family
  return [shown, ...(isPinyinName(name) ? [given] : initialsOf(given)), suffix?.replace(/\.$/, '')].filter(Boolean).join(' ') // 昂温 G; Peebles P Z Jr
}
