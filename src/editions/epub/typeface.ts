/** Which characters are set in which font: read from the documents by the same rules that the style sheets follow. */
import type {Element, ElementContent} from 'hast'
import type {FontDemand, FontRole} from '../fonts.ts'
import {italicsOf} from '../math-letters.ts'
import {isRemark} from '../remark.ts'
import type {EpubDocument} from './document.ts'

interface Setting {role: FontRole; weight: 400 | 700; slanted?: boolean}

/** Elements that change the font; base.css says the same. */
const roles: Record<string, Partial<Setting>> = {
  h1: {role: 'hei', weight: 700}, h2: {role: 'hei', weight: 700}, h3: {role: 'hei', weight: 700}, h4: {role: 'hei', weight: 700}, h5: {role: 'hei', weight: 700}, h6: {role: 'hei', weight: 700},
  strong: {weight: 700}, b: {weight: 700}, dt: {weight: 700},
  th: {role: 'hei', weight: 700}, figcaption: {role: 'hei', weight: 400}, caption: {role: 'hei', weight: 400},
  blockquote: {role: 'kai'},
  code: {role: 'mono'}, pre: {role: 'mono'}, kbd: {role: 'mono'}, samp: {role: 'mono'},
  math: {role: 'math', weight: 400},
}

/** What is set beside the documents: pages from templates, the contents. */
export interface FurtherText {
  /** In the body's font. */
  body: string
  /** In headings. */
  headings: string
  /** In the light of headings: subtitles. */
  subtitle: string
}

/** @param css All style sheets: they say which family the body is set in. */
export function demandsOf(documents: EpubDocument[], further: FurtherText, css: string): FontDemand[] {
  const texts = new Map<string, Set<string>>()
  const add = ({role, weight}: Setting, text: string) => {
    const key = `${role} ${weight}`
    const characters = texts.get(key) ?? new Set()
    texts.set(key, characters)
    for (const character of text) characters.add(character)
  }
  const walk = (nodes: ElementContent[], setting: Setting) => {
    for (const node of nodes) {
      if (node.type === 'text') {
        add(setting, node.value)
        if (setting.role === 'math') add(setting, italicsOf(node.value))
        if (setting.slanted && /^(?:song|kai)$/.test(setting.role)) add({role: 'italic', weight: setting.weight}, node.value.replace(/[\u2E80-\uFFEF\u{20000}-\u{3FFFF}]/gu, ''))
      } else if (node.type === 'element' && node.tagName === 'em') add(setting, '・') // emphasis dots
      else if (node.type === 'element' && (node.tagName === 'msqrt' || node.tagName === 'mroot')) add(setting, '√') // drawn, not written
      if (node.type === 'element' && node.tagName === 'dt') walk(node.children, setting) // one of the two languages is light
      if (node.type === 'element' && node.tagName !== 'annotation') walk(node.children, {...setting, ...roles[node.tagName], ...(isLetter(node) ? roles.h2 : isRemark(node) ? roles.blockquote : {}), ...(isSlanted(node) ? {slanted: true} : {})})
    }
  }
  const body: Setting = {role: bodyRole(css), weight: 400}
  add(body, further.body)
  add({role: 'hei', weight: 700}, further.headings)
  add({role: 'hei', weight: 400}, further.subtitle)
  for (const {children} of documents) walk(children, body)
  return [...texts].filter(([, characters]) => characters.size > 0).map(([key, characters]) => {
    const [role, weight] = key.split(' ')
    return {role: role as FontRole, weight: Number(weight) as 400 | 700, text: [...characters].join('')} // keys are made above
  })
}

/** Letters above groups of the glossary. */
function isLetter(element: Element): boolean {
  return isOf('letter-head', element)
}

/** In Chinese text, only what bears the class is. */
function isSlanted(element: Element): boolean {
  return isOf('slant', element) || /^(?:em|i|cite|var)$/.test(element.tagName)
}

function isOf(name: string, {properties}: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name)
}

/** Themes choose by naming the family of `body`; the last one wins. */
function bodyRole(css: string): FontRole {
  const family = [...css.matchAll(/(?:^|\})\s*body\s*\{[^}]*?font-family:\s*"Banben (Song|Hei|Kai)"/g)].at(-1)?.[1]
  return family === 'Hei' ? 'hei' : family === 'Kai' ? 'kai' : 'song'
}

/** Markup of a template → its text. */
export function textOf(markup: string): string {
  return markup.replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({amp: '&', lt: '<', gt: '>', quot: '"'})[name] ?? '')
}
