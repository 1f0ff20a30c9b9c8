/** What announces a reference list, and where its section ends. Blocks in, words and indices out. */
import type {Heading, RootContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {readLabel} from './labels.ts'
import {announcesSources} from './titles.ts'

/** Source of a line with its links and marks, in UTF-16 units. */
export const longestAnnouncement = 1000

export function isAnnouncement(node: RootContent): boolean {
  if (node.type === 'heading') return announcesSources(toString(node))
  if (node.type === 'html') return node.value.length < 200 && /^<(?:details|summary|h[1-6]|p|b|strong|div|section)\b/i.test(node.value) && announcesSources(wordsOf(node))
  if (node.type !== 'paragraph' || lengthOf(node) > longestAnnouncement) return false
  const content = toString(node)
  const [only] = node.children
  const emphatic = node.children.length === 1 && only?.type === 'strong'
  return !content.includes('\n') && (emphatic || /[:：]\s*$/.test(content) || content.length < 24) && announcesSources(content)
}

/** `<summary>Sources</summary>` and `<h2>References</h2>` announce as headings do. */
export function wordsOf(node: RootContent): string {
  return node.type === 'html' ? plainOf(node.value) : toString(node)
}

export function plainOf(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ').trim()
}

function lengthOf({position}: RootContent): number {
  return (position?.end.offset ?? 0) - (position?.start.offset ?? 0)
}

/** A section ends at the next heading that is not below its own, or where a further list is announced. */
export function sectionEnd(children: RootContent[], at: number): number {
  const opening = children[at]
  const depth = opening?.type === 'heading' ? opening.depth : 7
  if (opening?.type === 'html' && /^<details\b/i.test(opening.value)) {
    const close = children.findIndex((node, index) => index > at && node.type === 'html' && /<\/details>/i.test(node.value))
    return close < 0 ? children.length : close + 1
  }
  const next = children.findIndex((node, index) => index > at && ((node.type === 'heading' && (node.depth <= depth || !isPart(node))) || (node.type !== 'heading' && isAnnouncement(node))))
  return next < 0 ? children.length : next
}

/** Sub-headings of a list (`### 中文文献`) belong to it. */
function isPart(node: Heading): boolean {
  const title = toString(node)
  return title.length < 60 || readLabel(title) !== undefined
}
