/** What may stand where in XHTML (HTML Standard, content models; the schema of EPUBCheck enforces them).
 *
 * Author's HTML is safe when it comes here, but need not be valid. Text is never lost: what stands in a wrong place
 * is wrapped, or gives up its tag. */
import type {Element, ElementContent} from 'hast'

const words = (list: string) => new Set(list.split(' '))

/** Elements that stay. All others give their children. */
export const known = words('a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark math nav ol p pre q rp rt ruby s samp section small span strong sub sup svg table tbody td tfoot th thead tr u ul var wbr')

/** Obsolete or interactive names → what says the same to every reader. */
export const renamed: Record<string, string> = {tt: 'code', strike: 's', big: 'span', center: 'div', font: 'span', acronym: 'abbr', dir: 'ul', time: 'span', address: 'div', article: 'div', main: 'div', header: 'div', footer: 'div', details: 'div', summary: 'p', label: 'span'}

export const blocks = words('aside blockquote dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li nav ol p pre section table tbody td tfoot th thead tr ul caption colgroup col')
export const headings = words('h1 h2 h3 h4 h5 h6')

/** Their children are phrasing content. */
export const phrasingOnly = words('p h1 h2 h3 h4 h5 h6 pre span em strong b i u s small sup sub code kbd samp var cite q abbr dfn mark bdi bdo ruby rt rp')
/** Take no headings and no sections. */
export const headless = words('th dt caption')

export const isElement = (node: ElementContent, ...names: string[]): node is Element => node.type === 'element' && (names.length === 0 || names.includes(node.tagName))
const isSpace = (node: ElementContent) => node.type === 'comment' || (node.type === 'text' && /^\s*$/.test(node.value))
const element = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({type: 'element', tagName, properties, children})

/** @param node Its children are converted already.
 * @returns Elements whose children are of the kinds that the element takes. */
export function mendContent(node: Element): ElementContent[] {
  const mend = mends[node.tagName]
  return mend ? mend(node) : [node]
}

const mends: Record<string, (node: Element) => ElementContent[]> = {
  ul: mendList,
  ol: mendList,
  dl: mendDefinitions,
  table: mendTable,
  thead: mendRows,
  tbody: mendRows,
  tfoot: mendRows,
  tr: (node) => filled({...node, children: wrapOthers(node.children, ['td', 'th'], 'td')}),
  colgroup: (node) => [{...node, children: node.children.filter((child) => isElement(child, 'col'))}],
  ruby: mendRuby,
  figure: mendFigure,
}

/** Adjacent children that may not stand here share one wrapper. */
function wrapOthers(children: ElementContent[], allowed: string[], wrapper: string): ElementContent[] {
  const result: ElementContent[] = []
  let stray: ElementContent[] | undefined
  for (const child of children) {
    if (isElement(child, ...allowed)) {
      stray = undefined
      result.push(child)
    } else if (stray) {
      stray.push(child)
    } else if (!isSpace(child)) {
      stray = [child]
      result.push(element(wrapper, stray))
    }
  }
  return result
}

const filled = (node: Element): ElementContent[] => (node.children.length > 0 ? [node] : [])

function mendList(node: Element): ElementContent[] {
  return filled({...node, children: wrapOthers(node.children, ['li'], 'li')})
}

/** `dl` is (dt+ dd+)+, or groups of these in `div`; where it is not, plain blocks say the same. */
function mendDefinitions(node: Element): ElementContent[] {
  const children = node.children.filter((child) => !isSpace(child))
  const grouped = children.length > 0 && children.every((child) => isElement(child, 'div') && isGroup(child.children))
  if (grouped || isGroup(children)) return [{...node, children}]
  return filled(element('div', children.map((child) => plainDefinition(child)), node.properties))
}

function isGroup(children: ElementContent[]): boolean {
  const names = children.filter((child) => !isSpace(child)).map((child) => (isElement(child, 'dt', 'dd') ? child.tagName : '?'))
  return /^((dt )+(dd )+)+$/.test(`${names.join(' ')} `)
}

function plainDefinition(child: ElementContent): ElementContent {
  if (child.type !== 'element') return child
  return child.tagName === 'div' ? {...child, children: child.children.map(plainDefinition)} : isElement(child, 'dt', 'dd') ? {...child, tagName: 'div'} : child
}

const tableOrder = ['caption', 'colgroup', 'thead', 'tbody', 'tfoot']

function mendTable(node: Element): ElementContent[] {
  const kept: Element[] = []
  const outside: ElementContent[] = []
  for (const child of node.children) {
    if (isElement(child, ...tableOrder)) kept.push(child)
    else if (isElement(child, 'tr')) {
      const last = kept.at(-1)
      if (last?.tagName === 'tbody') last.children.push(child)
      else kept.push(element('tbody', [child]))
    } else if (!isSpace(child)) outside.push(child)
  }
  const once = kept.flatMap((child, index): Element[] => {
    if (child.tagName === 'tbody' || kept.findIndex((other) => other.tagName === child.tagName) === index) return [child]
    if (child.tagName === 'caption') outside.push(element('p', child.children))
    return child.tagName === 'caption' || child.tagName === 'colgroup' ? [] : [{...child, tagName: 'tbody'}] // a second head: its rows stay
  })
  once.sort((a, b) => tableOrder.indexOf(a.tagName) - tableOrder.indexOf(b.tagName))
  const rows = once.some((child) => child.tagName !== 'caption' && child.tagName !== 'colgroup')
  if (rows) return [...outside, {...node, children: once}]
  return [...outside, ...once.flatMap((child) => (child.tagName === 'caption' ? [element('p', child.children)] : []))]
}

function mendRows(node: Element): ElementContent[] {
  const rows = node.children.filter((child) => isElement(child, 'tr'))
  return rows.length > 0 ? [{...node, children: rows}] : []
}

/** Base and annotation in turn; without an annotation it is plain text. */
function mendRuby(node: Element): ElementContent[] {
  const first = node.children[0]
  const based = first !== undefined && !isElement(first, 'rt', 'rp')
  const closed = isElement(node.children.findLast((child) => !isSpace(child)) ?? element('rt', []), 'rt', 'rp')
  const annotated = node.children.some((child) => isElement(child, 'rt'))
  if (based && closed && annotated && !/(rt){2}/.test(node.children.map((child) => (isElement(child) ? child.tagName : '-')).filter((tag) => tag !== 'rp').join(''))) return [node]
  return node.children.flatMap((child) => (isElement(child, 'rt', 'rp') ? child.children : [child]))
}

/** One caption, first or last. */
function mendFigure(node: Element): ElementContent[] {
  const captions = node.children.filter((child): child is Element => isElement(child, 'figcaption'))
  if (captions.length === 0) return [node]
  const [first] = node.children.filter((child) => !isSpace(child))
  const rest = node.children.filter((child) => !isElement(child, 'figcaption'))
  const caption = element('figcaption', captions.flatMap(({children}) => children), captions[0]?.properties)
  return [{...node, children: first && isElement(first, 'figcaption') ? [caption, ...rest] : [...rest, caption]}]
}

/** Parts whose parent is not there to hold them: `li` outside a list, `td` outside a table. */
export function isMisplaced(tagName: string, parent: string): boolean {
  const homes = parents[tagName]
  return homes !== undefined && !homes.includes(parent)
}

const parents: Record<string, string[]> = {
  li: ['ul', 'ol'],
  dt: ['dl', 'dl>div'],
  dd: ['dl', 'dl>div'],
  td: ['tr'],
  th: ['tr'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  caption: ['table'],
  colgroup: ['table'],
  col: ['colgroup', 'table'],
  rt: ['ruby'],
  rp: ['ruby'],
  figcaption: ['figure'],
}
