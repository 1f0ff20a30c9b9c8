/** Embedded fonts, where the book asks for them: the characters of the page, each in the font that its element is set in. */
import type {Element, ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'
import type {FontFaults, Galley} from '../../model/book.ts'
import type {EditionContext} from '../context.ts'
import {unborne} from '../missing-glyphs.ts'
import type {FontDemand, FontRole} from '../fonts.ts'
import {italicsOf} from '../math-letters.ts'
import {isRemark} from '../remark.ts'

const hei = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'figcaption', 'caption', 'sup', 'nav'])
const bold = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'strong', 'b', 'dt', 'summary'])
const other: Record<string, FontRole> = {blockquote: 'kai', code: 'mono', pre: 'mono', kbd: 'mono', samp: 'mono', math: 'math'}

/** What the browser and the style sheets add, and every theme may set in any of its fonts. */
const always = ` ${Array.from({length: 94}, (_, index) => String.fromCharCode(33 + index)).join('')}–—…·・•“”‘’、，。：；（）《》☐☑↩`

/** @param furniture Text of the frame: title page, contents, labels. */
export async function embedFonts(sections: ElementContent[], furniture: string, galley: Galley, {cache}: EditionContext): Promise<{css: string; faults: FontFaults}> {
  const {faceRules, subsetFonts} = await import('../fonts.ts')
  const {faces, uncovered, unusable} = await subsetFonts(demandsOf(sections, furniture), {cache, own: galley.fonts})
  const families = new Map(faces.map(({role, family}) => [role, family]))
  const variables = [...families].map(([role, family]) => `--${role}:"${family}",${role === 'kai' && families.has('song') ? `"${families.get('song')}",` : ''}${role === 'mono' ? 'monospace' : role === 'hei' ? 'sans-serif' : role === 'math' ? 'math' : 'serif'};`).join('')
  const css = `${faceRules(faces, ({data}) => `data:font/ttf;base64,${Buffer.from(data).toString('base64')}`)}:root{${variables}}\nmath{font-family:var(--math)}\n`
  return {css, faults: {uncovered: unborne(uncovered), unusable}}
}

function isAbstract({tagName, properties}: Element): boolean {
  return tagName === 'section' && Array.isArray(properties.className) && properties.className.includes('abstract')
}

/** Captions and titles of notes: no heading by name, but set like one. */
function isHeavy({tagName, properties}: Element): boolean {
  return tagName === 'figcaption' || (Array.isArray(properties.className) && properties.className.some((name) => name === 'callout-title' || name === 'letter-head' || name === 'notes-title'))
}

function demandsOf(sections: ElementContent[], furniture: string): FontDemand[] {
  const texts = new Map<string, Set<string>>()
  const add = (role: FontRole, weight: 400 | 700, text: string) => {
    const key = `${role} ${weight}`
    const characters = texts.get(key) ?? new Set()
    texts.set(key, characters)
    for (const character of text) characters.add(character)
  }
  const walk = (node: ElementContent, role: FontRole, weight: 400 | 700) => {
    if (node.type === 'text') {
      add(role, weight, node.value)
      if (role === 'math') add(role, weight, italicsOf(node.value))
      if (role === 'song') add('hei', weight, node.value) // notes, previews and two of the three themes
    }
    if (node.type !== 'element') return
    if (node.tagName === 'msqrt' || node.tagName === 'mroot') add(role, weight, '√') // drawn, not written
    if (isAbstract(node)) add('kai', weight, toString(node)) // as academic sets it
    if (isHeavy(node)) add('hei', 700, toString(node)) // themes set labels in a heavier weight
    const own = isRemark(node) ? 'kai' : other[node.tagName] ?? (hei.has(node.tagName) ? 'hei' : role)
    for (const child of node.children) walk(child, own, node.tagName === 'math' ? 400 : bold.has(node.tagName) ? 700 : weight) // browsers set `math` to the normal weight, in headings too
  }
  for (const section of sections) walk(section, 'song', 400)
  for (const role of ['song', 'hei'] as const) for (const weight of [400, 700] as const) add(role, weight, always + furniture)
  return [...texts].map(([key, characters]) => {
    const [role, weight] = key.split(' ')
    return {role: role as FontRole, weight: Number(weight) as 400 | 700, text: [...characters].join('')} // keys are made above
  })
}
