/** Images that are too large for a line: among words they stand below the line, and alone in an item beside its mark. */
import type {Element, ElementContent} from 'hast'
import type {Asset} from '../../model/book.ts'

/** CSS pixels of height that a line has room for: two lines of text. */
const tallest = 44

/** Part of the line that an image may take without tearing it. */
const widest = 0.5

/** CSS pixels of an em of text, about. */
const em = 13.3

/** Words, not blocks. */
const phrases = new Set(['strong', 'em', 'a', 'code', 'math', 'ruby', 'dfn', 'sub', 'sup', 'mark', 'b', 'i'])

/** Marks that open no line. */
const closing = /^[，。；：、！？）」』”’》〉】…,.;:!?)]+/

/** @param block As it was set; left as it is.
 * @param width Of a line, in ems.
 * @returns Its children, large images with a class; the stop behind such an image stands before it. */
export function partImages(block: Element, assets: Map<string, Asset>, width: number): ElementContent[] {
  const hasWords = block.children.some((node) => (node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && phrases.has(node.tagName)))
  if (!hasWords && block.tagName !== 'li') return block.children
  const children: ElementContent[] = []
  let large = false
  for (const node of block.children) {
    const stop = large && node.type === 'text' ? closing.exec(node.value)?.[0] ?? '' : ''
    if (node.type === 'text' && stop !== '') children.splice(-1, 0, {type: 'text', value: stop})
    large = isLarge(node, assets, width * em)
    if (node.type === 'element' && large) children.push({...node, properties: {...node.properties, className: [...(Array.isArray(node.properties.className) ? node.properties.className : []), hasWords ? 'parted' : 'beside-mark']}})
    else children.push(node.type === 'text' && stop !== '' ? {type: 'text', value: node.value.slice(stop.length)} : node)
  }
  return children
}

function isLarge(node: ElementContent, assets: Map<string, Asset>, line: number): boolean {
  const slot = node.type === 'element' && node.tagName === 'img' ? node.data?.slot : undefined
  const asset = slot?.type === 'asset' ? assets.get(slot.hash) : undefined
  if (!asset || node.type !== 'element' || asset.width <= 0) return false
  const {width, height} = node.properties
  const given = Number(width) || (Number(height) * asset.width) / asset.height || asset.width
  const shown = Math.min(given, line)
  return shown > line * widest || (shown * asset.height) / asset.width > tallest
}
