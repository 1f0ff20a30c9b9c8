/** Which characters are set in which font: the contract between the style sheets and the subset.
 *
 * A theme may choose sizes and colours, but a role per kind of text is fixed: headings and labels Hei, quotations Kai, code mono. */
import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import type {FontDemand, FontRole} from '../fonts.ts'
import {italicsOf} from '../math-letters.ts'
import {isRemark} from '../remark.ts'
import {type AuthorStyle, noStyle} from './author-style.ts'

type Weight = 400 | 700

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figcaption', 'caption', 'th', 'dt'])
/** Set in Hei, and heavy, though no element says so. */
const labels = new Set(['callout-title', 'letter-head', 'references-title', 'keywords', 'task'])
const slanted = new Set(['em', 'i', 'cite', 'var'])
const code = new Set(['code', 'pre', 'kbd', 'samp'])
const strong = new Set(['strong', 'b', 'th', 'dt'])

/** Digits, Roman numerals and marks that the browser writes itself: folios, list numbers. Bullets (`disc`, `circle`, `square`) it draws. */
const always = ' 0123456789ivxlcdm.,()[]-–—·…、，。：（）引用页：Cited on p.\u00a0'

/** Where a line ends within a word, the browser writes a hyphen. A font that draws `-` with the same glyph is cut twice for it. */
const softHyphen = '\u00ad'
const hyphen = '\u2010'

/** Behind labels, as the locale and the templates have it. */
const wideSpace = '\u3000'

/** Where a line of code is broken. */
const wrapMark = '↵'

/** @param furniture Text of title pages, contents and running heads.
 * @param style The book's own. */
export function demandFonts(trees: Root[], furniture: string, style: AuthorStyle = noStyle): FontDemand[] {
  const texts = new Map<string, Set<string>>()
  const add = (role: FontRole, weight: Weight, text: string) => {
    const key = `${role}-${weight}`
    const characters = texts.get(key) ?? new Set<string>()
    texts.set(key, characters)
    for (const character of text) characters.add(character)
    if (text.includes(softHyphen)) characters.add(hyphen)
  }
  const walk = (nodes: ElementContent[], role: FontRole, weight: Weight, slant: boolean) => {
    for (const node of nodes) {
      if (node.type === 'text') addText(add, node.value, role, weight)
      if (node.type === 'text' && slant) add('italic', weight, [...node.value].filter((character) => !wide.test(character)).join(''))
      if (node.type !== 'element') continue
      if (node.tagName === 'msqrt' || node.tagName === 'mroot') add(role, weight, '√') // drawn, not written
      if (isLabel(node)) addText(add, toString(node), 'hei', 700)
      if (isMarginNote(node)) walk(node.children, 'song', 400, false) // whatever calls it: a quotation, a heading, code
      else walk(node.children, isRemark(node) ? 'kai' : roleOf(node.tagName, role), weightOf(node.tagName, weight), slant || slanted.has(node.tagName))
    }
  }
  for (const {children} of trees) walk(children.filter((node): node is ElementContent => node.type !== 'doctype'), 'song', 400, false)
  for (const [role, weight] of [['song', 400], ['song', 700], ['hei', 400], ['hei', 700]] as const) add(role, weight, always + wideSpace + furniture)
  if (style !== noStyle) addStyled(texts, add, trees, style)
  for (const key of texts.keys()) add(...partsOf(key), key.startsWith('italic') ? '-' : key.startsWith('mono') ? `${always}${wrapMark}` : always)
  return [...texts].map(([key, characters]): FontDemand => {
    const [role, weight] = partsOf(key)
    return {role, weight, text: [...characters].join('')}
  })
}

/** What a book's own CSS may print in any font: its words in all, and all of the text where it chooses fonts or weights. */
function addStyled(texts: Map<string, Set<string>>, add: (role: FontRole, weight: Weight, text: string) => void, trees: Root[], style: AuthorStyle): void {
  const roles = new Set<FontRole>(['song', 'hei', ...(['kai', 'mono', 'italic', 'math'] as const).filter((role) => texts.has(`${role}-400`) || style.css.includes(`"Banben ${role[0]?.toUpperCase()}${role.slice(1)}"`))])
  const words = style.text + (style.attributes ? trees.map(attributesOf).join('') : '')
  const text = style.faces ? [...texts].flatMap(([key, characters]) => (key.startsWith('math') ? [] : [...characters])).join('') : ''
  for (const role of roles) for (const weight of [400, 700] as const) if (role !== 'math' || weight === 400) add(role, weight, words + (role === 'math' ? '' : text))
  if (style.capitals) for (const [key, characters] of texts) add(...partsOf(key), [...characters].join('').toUpperCase())
}

function attributesOf(node: Root | Element): string {
  return node.children.map((child) => (child.type === 'element' ? Object.values(child.properties).join(' ') + attributesOf(child) : '')).join('')
}

/** What stays upright: emphasis of Han is dots, never a slant (CLREQ §3.4.2). */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u

function isLabel({properties}: Element): boolean {
  return Array.isArray(properties.className) && properties.className.some((name) => labels.has(String(name)))
}

function isMarginNote({properties}: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('margin-note')
}

/** Body text is wanted bold and in Hei too where a theme sets notes or tables so; a subset costs little. */
function addText(add: (role: FontRole, weight: Weight, text: string) => void, text: string, role: FontRole, weight: Weight): void {
  add(role, weight, text)
  if (role === 'song' && weight === 700) add('song', 400, text)
  if (role === 'hei') add('hei', weight === 700 ? 400 : 700, text)
  if (role === 'math') add(role, weight, italicsOf(text))
}

/** A formula is never heavy: browsers set `math` to the normal weight, in headings too. */
function weightOf(tagName: string, weight: Weight): Weight {
  if (tagName === 'math') return 400
  return strong.has(tagName) || /^h[1-6]$/.test(tagName) ? 700 : weight
}

function roleOf(tagName: string, role: FontRole): FontRole {
  if (code.has(tagName)) return 'mono'
  if (tagName === 'math') return 'math'
  if (tagName === 'blockquote') return 'kai'
  return headings.has(tagName) ? 'hei' : role
}

function partsOf(key: string): [FontRole, Weight] {
  const [role = 'song', weight] = key.split('-')
  return [role as FontRole, weight === '700' ? 700 : 400] // keys are made above from the two types
}
