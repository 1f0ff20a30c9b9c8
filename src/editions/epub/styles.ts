/** The style sheet: what all themes share, the theme, the faces, and the author's own CSS, cleaned. */
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {faceRules, type SubsetFace} from '../fonts.ts'
import {formulaStyle, loadTheme} from '../templates.ts'

/** Readers that do not know it print `1.`. */
const delimiters = '@counter-style parenthesis { system: extends decimal; suffix: ") "; }\nol.parenthesis { list-style-type: parenthesis; }'

export interface StyleInput {
  /** `templates/`. */
  templates: string
  theme: string
  /** Author's own. */
  own: string
  formulas: boolean
  /** Some list is numbered `1)`. */
  parentheses: boolean
}

/** Without the faces, which depend on what the style sheets set in which font. */
export async function composeStyle({templates, theme, own, formulas, parentheses}: StyleInput): Promise<string> {
  const base = await readFile(path.join(templates, 'epub', 'base.css'), 'utf8')
  const themed = (await loadTheme(templates, theme, 'epub')) ?? ''
  const maths = formulas ? withoutConditions(await formulaStyle(templates)) : ''
  return [plain(base), parentheses ? delimiters : '', plain(maths), plain(themed), own.trim() ? await cleanStyle(own) : ''].filter(Boolean).join('\n')
}

export function styleWithFaces(css: string, faces: SubsetFace[]): string {
  // so that a reader who has another font for the text sees its italics, and none are slanted twice
  return faceRules(faces, ({fileName}) => `fonts/${fileName}`).replaceAll('font-family:"Banben Italic";', 'font-family:"Banben Italic";font-style:italic;') + css
}

/** Old readers, and a checker of EPUBs, stumble over `@supports`. What stands in it may be set twice where a reader sets it too. */
function withoutConditions(css: string): string {
  return css.replace(/^@supports[^{]*\{\n([\s\S]*?)^\}$/gm, '$1')
}

/** Without comments: readers look for `url(` with simple means, and find it in them too. */
function plain(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*\n/g, '\n').trim()
}

/** Text runs from top to bottom and lines from right to left. */
export function isVertical(css: string): boolean {
  return /writing-mode:\s*vertical-rl/.test(css)
}

/** CSS that fetches nothing and that old readers can parse: no imports, no `url()`, no variables, no nesting. */
async function cleanStyle(css: string): Promise<string> {
  const {generate, parse, walk} = await import('css-tree') // only for books with CSS of their own
  const sheet = parse(css, {onParseError: () => undefined})
  walk(sheet, (node, item, list) => {
    if (!item || !list) return
    const outside = node.type === 'Atrule' && /^(import|namespace|charset|font-face|layer|container|property)$/i.test(node.name)
    const broken = node.type === 'Raw'
    const fetching = node.type === 'Declaration' && (node.property.startsWith('--') || /url\(|var\(|src\(|image-set\(|expression\(/i.test(generate(node.value)))
    const nested = node.type === 'Rule' && generate(node.prelude).includes('&')
    if (outside || broken || fetching || nested) list.remove(item)
  })
  return generate(sheet).replace(/<\/?style/gi, '')
}
