/** Attributes of author's and our elements → those that XHTML in EPUB takes, with lawful values. */
import type {Properties} from 'hast'

type Check = (value: string) => boolean

const whole: Check = (value) => /^-?\d{1,9}$/.test(value)
const positive: Check = (value) => /^[1-9]\d{0,3}$/.test(value)
const anything: Check = () => true

/** By hast property name; `*` is any element. */
const allowed: Record<string, Record<string, Check>> = {
  '*': {
    className: anything,
    title: anything,
    dir: (value) => /^(ltr|rtl|auto)$/.test(value),
    lang: (value) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value),
    role: anything,
    'epub:type': anything,
    hidden: anything,
    tabIndex: whole,
    ariaLabel: anything,
    ariaHidden: anything,
  },
  img: {src: anything, width: positive, height: positive},
  ol: {start: whole, reversed: anything, type: (value) => /^[1aAiI]$/.test(value)},
  li: {value: whole},
  td: {colSpan: positive, rowSpan: positive},
  th: {colSpan: positive, rowSpan: positive, scope: (value) => /^(row|col|rowgroup|colgroup)$/.test(value)},
  col: {span: positive},
  colgroup: {span: positive},
}

/** @returns Lawful attributes but `id` and `href`, which the link map decides. `align` becomes a class. */
export function lawfulAttributes(tagName: string, properties: Properties): Properties {
  const result: Properties = {}
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    const check = allowed['*']?.[key] ?? allowed[tagName]?.[key]
    if (!check) continue
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    if (text !== '' && check(text)) result[key] = value
  }
  if (typeof properties.align === 'string' && /^(left|right|center)$/.test(properties.align)) {
    result.className = [...(Array.isArray(result.className) ? result.className : []), `align-${properties.align}`]
  }
  if (result.lang !== undefined) result['xml:lang'] = result.lang
  if (properties.alt !== undefined && tagName === 'img') result.alt = String(properties.alt ?? '')
  return result
}

/** @returns An absolute URL that both WHATWG and RFC 3986 take (EPUBCheck 4 reads by the latter); undefined for what is none. */
export function lawfulUrl(href: string): string | undefined {
  if (!/^(https?|mailto|tel):/i.test(href.trim())) return undefined
  let url: string
  try {
    url = new URL(href.trim()).href
  } catch {
    return undefined
  }
  const [, head = '', rest = ''] = /^([a-z]+:(?:\/\/[^/?#]*)?)(.*)$/s.exec(url) ?? []
  const hash = rest.indexOf('#')
  const [before, after] = hash < 0 ? [rest, ''] : [rest.slice(0, hash), `#${rest.slice(hash + 1).replaceAll('#', '%23')}`]
  return head + `${before}${after}`.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent)
}
