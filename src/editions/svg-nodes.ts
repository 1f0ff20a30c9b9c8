/** fast-xml-parser's ordered form: `{name: children, ':@': attributes}` or `{'#text': value}`. */
export type OrderedNode = Record<string, unknown>

/** @returns Undefined for text. */
export function nameOf(node: OrderedNode): string | undefined {
  return Object.keys(node).find((key) => key !== ':@' && key !== '#text')
}
