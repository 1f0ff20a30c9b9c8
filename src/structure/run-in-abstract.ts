/** `**摘要：**…` and `**关键词：**…` below the title of a book, without a heading → an abstract with one.
 *
 * Only where nothing else stands there: text below them may be the body. */
import type {Heading, Paragraph, RootContent} from 'mdast'
import {alignWords, partOfText} from '../diagnostics/word-places.ts'
import type {ParsedText} from '../model/book.ts'
import {isKeywords} from './abstract.ts'
import {plainText} from './plain-text.ts'
import {roleOf} from './roles.ts'

/** In place, before chapters are made.
 *
 * @param depth Of the chapters' headings. */
export function headAbstract({tree, text}: ParsedText, depth: number): void {
  const end = tree.children.findIndex(({type}) => type === 'heading')
  const opening = end < 0 ? tree.children : tree.children.slice(0, end)
  const first = opening.findIndex((node) => labelOf(node) !== undefined)
  const below = first < 0 ? [] : opening.slice(first)
  if (below.length === 0 || !isAbstract(below)) return
  tree.children.splice(first, below.length, ...below.flatMap((node) => headed(node, depth, text)))
}

/** Whether each abstract is closed by its keywords, or is one paragraph. */
function isAbstract(nodes: RootContent[]): boolean {
  let open = false
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'thematicBreak') continue
    if (node.type !== 'paragraph') return false
    if (labelOf(node) !== undefined) open = true
    else if (isKeywords(plainText(node))) open = false
    else if (!open || !nodes.slice(index + 1).some((later) => later.type === 'paragraph' && isKeywords(plainText(later)))) return false
  }
  return true
}

/** @returns The name of an abstract in bold at the beginning of a paragraph. */
function labelOf(node: RootContent): string | undefined {
  const [strong, behind] = node.type === 'paragraph' ? node.children : []
  if (strong?.type !== 'strong' || behind === undefined) return undefined
  const words = plainText(strong).trim()
  const bracketed = /^[【[［](.*)[】\]］]$/u.exec(words)?.[1]
  const colon = /[:：]$/.test(words) || bracketed !== undefined || /^\s*[:：]/.test(plainText(behind))
  const name = (bracketed ?? words).replace(/\s*[:：]$/u, '').replace(/^(摘|提)\s+要$/u, '$1要')
  return colon && roleOf(name).role === 'abstract' ? name : undefined
}

function headed(node: RootContent, depth: number, source: string): RootContent[] {
  const label = labelOf(node)
  if (label === undefined || node.type !== 'paragraph') return [node]
  const heading: Heading = {type: 'heading', depth: depth as Heading['depth'], children: [{type: 'text', value: label}], ...(node.position ? {position: node.position} : {})}
  return [heading, withoutLabel(node, source)]
}

function withoutLabel(node: Paragraph, source: string): Paragraph {
  const [, behind, ...others] = node.children
  const cut = behind?.type === 'text' ? (/^\s*[:：]?\s*/u.exec(behind.value)?.[0].length ?? 0) : 0
  const rest = behind?.type === 'text' ? (cut < behind.value.length ? [partOfText(behind, cut, behind.value.length, alignWords(behind, source))] : []) : behind ? [behind] : []
  return {...node, children: [...rest, ...others]}
}
