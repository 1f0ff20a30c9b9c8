/** Tables in HTML whose heads are plain rows of `th` → tables with a `thead`, which is printed again on every page. */
import type {Element} from 'hast'

/** @param table Changed in place; one that has a head, or nothing else, is left as it is. */
export function headTable(table: Element): void {
  const parts = elementsOf(table)
  const body = parts.find(({tagName}) => tagName === 'tbody')
  if (!body || parts.some(({tagName}) => tagName === 'thead')) return
  const rows = elementsOf(body)
  const end = rows.findIndex((row) => !elementsOf(row).every(({tagName}) => tagName === 'th'))
  const head = rows.slice(0, Math.max(end, 0))
  if (head.length === 0 || head.some((row, index) => elementsOf(row).some(({properties}) => index + Number(properties.rowSpan ?? 1) > head.length || Number(properties.rowSpan) === 0))) return
  table.children.splice(table.children.indexOf(body), 0, {type: 'element', tagName: 'thead', properties: {}, children: head})
  body.children = body.children.slice(body.children.indexOf(rows[end] as Element)) // the first row of all that are no head
}

function elementsOf({children}: Element): Element[] {
  return children.filter((child): child is Element => child.type === 'element')
}
