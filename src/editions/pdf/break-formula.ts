/** A formula set apart that is far wider than the page → lines, broken before its relations and behind its commas.
 *
 * The browser breaks no formula. What its author aligned is left as it is. */
import type {Element, ElementContent} from 'hast'

/** Before these a line may end: `=`, `≤`, `→`, `⟹` and their kin. */
const relation = /^(?:[=<>≠≈≡≅∼≃≐≔≜∝≤≥⩽⩾≪≫≲≳∈∉⊂⊆⊃⊇→←↔⇒⇐⇔↦⟶⟵⟹⟸⟺⊢⊨]|:=)$/u

/** Ems by which a line that goes on stands in. */
const inset = 2

/** @param math Of the print; its children are replaced.
 * @param width Of a line in ems.
 * @param widthOf Ems of a part.
 * @returns Whether there are lines now. */
export function breakFormula(math: Element, width: number, widthOf: (part: ElementContent) => number): boolean {
  const number = numberOf(math)
  const holder = number ? number.cell : math
  const [row, ...others] = partsOf(holder)
  if (row?.tagName !== 'mrow' || others.some(({tagName}) => !tagName.startsWith('annotation'))) return false
  const lines = linesOf(piecesOf(row.children), number ? width - 2 * widthOf(number.tag) : width, widthOf)
  if (lines.length < 2) return false
  const rows = lines.map((line, index): Element => element('mtr', {}, [element('mtd', {className: ['tml-left']}, [...(index === 0 ? [] : [element('mspace', {width: `${inset}em`}, [])]), ...line])]))
  holder.children = [element('mtable', {displaystyle: 'true', className: ['tml-jot']}, rows), ...others]
  return true
}

/** A formula with a number is a table of one row: room as wide as the number, the formula, the number. */
function numberOf(math: Element): {cell: Element; tag: Element} | undefined {
  const [table] = partsOf(math)
  const [line, ...lines] = table?.tagName === 'mtable' ? partsOf(table) : []
  if (!line || lines.length > 0 || !Array.isArray(line.properties.className) || !line.properties.className.includes('tml-tageqn')) return undefined
  const [, cell, tag, ...more] = partsOf(line)
  return cell && tag && more.length === 0 ? {cell, tag} : undefined
}

function partsOf({children}: Element): Element[] {
  return children.filter((child): child is Element => child.type === 'element')
}

/** Parts between which a line may end. */
function piecesOf(nodes: ElementContent[]): ElementContent[][] {
  const pieces: ElementContent[][] = [[]]
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1]
    if (index > 0 && (isRelation(node) || (before !== undefined && isComma(before)))) pieces.push([])
    pieces.at(-1)?.push(node)
  }
  return pieces
}

function linesOf(pieces: ElementContent[][], width: number, widthOf: (part: ElementContent) => number): ElementContent[][] {
  const lines: ElementContent[][] = []
  let ems = Number.POSITIVE_INFINITY
  for (const piece of pieces) {
    const own = piece.reduce((sum, node) => sum + widthOf(node), 0)
    const last = lines.at(-1)
    if (last && ems + own <= width) {
      last.push(...piece)
      ems += own
    } else {
      lines.push([...piece])
      ems = own + (lines.length === 1 ? 0 : inset)
    }
  }
  return lines
}

function isRelation(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'mo' && relation.test(textOf(node))
}

function isComma(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'mo' && /^[,;，；]$/.test(textOf(node))
}

function textOf({children}: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}
