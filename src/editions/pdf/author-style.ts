/** A book's own CSS for print → what the page is given, and what it asks of the fonts.
 *
 * The page knows the fonts of the program alone: a text that is set in any other would be a row of boxes. So every list of
 * fonts ends with the Song face, which has all characters of the book, and generic names are those of the program. */

export interface AuthorStyle {
  css: string
  /** Printed, though it stands in no text. */
  text: string
  /** Text may stand in another font or weight than its element tells. */
  faces: boolean
  /** Lower-case letters may be printed as capitals. */
  capitals: boolean
  /** Attributes may be printed. */
  attributes: boolean
}

export const noStyle: AuthorStyle = {css: '', text: '', faces: false, capitals: false, attributes: false}

const last = '"Banben Song"'

/** Generic families (CSS Fonts 4 §2.1.3) by what the program has for each. */
const generic: Record<string, string> = {
  serif: last, 'ui-serif': last, initial: last, math: '"Banben Math"', monospace: '"Banben Mono"', 'ui-monospace': '"Banben Mono"', cursive: '"Banben Kai"',
  'sans-serif': '"Banben Hei"', 'system-ui': '"Banben Hei"', 'ui-sans-serif': '"Banben Hei"', 'ui-rounded': '"Banben Hei"', fantasy: '"Banben Hei"',
}

/** Fonts of the browser's own windows, each a whole value of `font` (CSS Fonts 4 §2.7.1). */
const windows = /^(?:caption|icon|menu|message-box|small-caption|status-bar)$/i

/** What counters, quotation marks and emphasis may print, by the CSS that asks for it. */
const signs: [RegExp, string][] = [
  [/list-style|counters?\(|symbols/i, '零〇一二三四五六七八九十百千万萬壹貳贰參叁肆伍陸陆柒捌玖拾佰仟甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥αβγδεζηθικλμνξοπρστυφχψω•◦▪▾▸'],
  [/(?:open|close)-quote/i, '“”‘’「」『』«»‹›„‚'],
  [/text-emphasis/i, '•◦●○◉◎▲△﹅﹆'],
  [/list-style|counters?\(|attr\(/i, String.fromCharCode(...Array.from({length: 95}, (_, index) => 32 + index))],
]

/** @param css As `cleanStyle` left it. */
export async function readAuthorStyle(css: string): Promise<AuthorStyle> {
  if (css.trim() === '') return noStyle
  const {generate, parse, string, walk} = await import('css-tree') // only for books with CSS of their own
  const sheet = parse(css, {parseCustomProperty: true, onParseError: () => undefined})
  const style: AuthorStyle = {...noStyle, text: signs.map(([pattern, text]) => (pattern.test(css) ? text : '')).join(''), capitals: /text-transform|small-caps|font-variant/i.test(css), attributes: /attr\(/i.test(css)}
  walk(sheet, {visit: 'Declaration', enter(node, item, list) {
    const property = node.property.toLowerCase()
    if (/^font(?:-family|-weight)?$|^all$/.test(property)) style.faces = true
    if (property === 'font' || property === 'font-family') {
      const value = completed(generate(node.value), property)
      if (value === undefined) list?.remove(item)
      else node.value = {type: 'Raw', value}
    } else if (property === 'all' && list) list.insert(list.createItem({...node, property: 'font-family', value: {type: 'Raw', value: last}}), item.next ?? undefined)
    else if (node.value.type === 'Raw') style.text += node.value.value
    else walk(node.value, (part) => { if (part.type === 'String') style.text += string.decode(`"${part.value.replace(/["\n]/g, '')}"`) })
  }})
  style.css = generate(sheet)
  return style
}

/** @returns undefined: it names a font of the system alone. */
function completed(value: string, property: string): string | undefined {
  if (/^(?:inherit|unset|revert|revert-layer)$/i.test(value)) return value
  if (property === 'font' && (windows.test(value) || /^initial$/i.test(value))) return undefined
  const names = value.split(/("[^"]*"|'[^']*')/).map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<![\w-])[a-z][a-z-]*(?![\w-]|\s*\()/gi, (word) => generic[word.toLowerCase()] ?? word))).join('')
  return `${names},${last}`
}
