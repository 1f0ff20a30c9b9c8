/** Which characters are set in which font: read from the documents by the same rules that the style sheets follow. */
import type {ElementContent} from 'hast'
import type {FontDemand, FontRole} from '../fonts.ts'
import type {EpubDocument} from './document.ts'

interface Setting {role: FontRole; weight: 400 | 700}

/** Elements that change the font; base.css says the same. */
const roles: Record<string, Partial<Setting>> = {
  h1: {role: 'hei', weight: 700}, h2: {role: 'hei', weight: 700}, h3: {role: 'hei', weight: 700}, h4: {role: 'hei', weight: 700}, h5: {role: 'hei', weight: 700}, h6: {role: 'hei', weight: 700},
  strong: {weight: 700}, b: {weight: 700}, dfn: {weight: 700}, dt: {weight: 700},
  th: {role: 'hei', weight: 700}, figcaption: {role: 'hei', weight: 400}, caption: {role: 'hei', weight: 400},
  blockquote: {role: 'kai'},
  code: {role: 'mono'}, pre: {role: 'mono'}, kbd: {role: 'mono'}, samp: {role: 'mono'},
  math: {role: 'math', weight: 400},
}

/** @param extra What style sheets and the contents add. */
export function demandsOf(documents: EpubDocument[], extra: string): FontDemand[] {
  const texts = new Map<string, Set<string>>()
  const add = ({role, weight}: Setting, text: string) => {
    const key = `${role} ${weight}`
    const characters = texts.get(key) ?? new Set()
    texts.set(key, characters)
    for (const character of text) characters.add(character)
  }
  const walk = (nodes: ElementContent[], setting: Setting) => {
    for (const node of nodes) {
      if (node.type === 'text') add(setting, node.value)
      else if (node.type === 'element' && node.tagName !== 'annotation') walk(node.children, {...setting, ...roles[node.tagName]})
    }
  }
  const body: Setting = {role: 'song', weight: 400}
  add(body, extra)
  for (const {children} of documents) walk(children, body)
  return [...texts].map(([key, characters]) => {
    const [role, weight] = key.split(' ')
    return {role: role as FontRole, weight: Number(weight) as 400 | 700, text: [...characters].join('')} // keys are made above
  })
}
