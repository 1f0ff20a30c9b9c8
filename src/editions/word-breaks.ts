/** Headings and short cells are divided between words of Chinese, not within them: `wbr` at their edges, and the class `words`,
 * where style sheets say `word-break: keep-all`. Running text keeps the custom of breaking anywhere. */
import type {Element, ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'
import {piecesOf} from './cover-lines.ts'
import {codeLetter, widthOf} from './letter-widths.ts'

const han = /\p{Script=Han}{2}/u

/** Longer cells are running text. */
const shortCell = 40
const longHeading = 200

/** @param width In ems: longer words are cut.
 * @returns The words of a book's title, between which its lines break; one that is too long to be a title stays whole. */
export function wordsOfTitle(title: string, width = Number.POSITIVE_INFINITY): string[] {
  return title.length > longHeading ? [title] : piecesOf(title, width)
}

/** @returns The element, or a new one in its place; code and mathematics in it stay as they are. */
export function keepWords(element: Element): Element {
  const text = toString(element)
  if (text.length > (/^t[dh]$/.test(element.tagName) ? shortCell : longHeading) || !han.test(text)) return element
  const {className} = element.properties
  return {...element, properties: {...element.properties, className: [...(Array.isArray(className) ? className : []), 'words']}, children: divideAll(element.children)}
}

/** Ems of the longest part of a cell that does not break: `word` where Chinese is kept whole, `letters` where only other scripts are,
 * `whole` where nothing may. */
export interface Parts {word: number; letters: number; whole: number}

/** Where a browser ends a line within a word of letters: behind a hyphen, but not before a digit (UAX #14, LB25). Behind a slash none
 * does; `offerSlashes` says where it may. */
const breaks = /(?<=[\s\u200B])|(?<=-)(?!\d)|(?<=[^\s/]{2}\/)(?=[^\s/]{2})/u
const slash = /(?<=[^\s/]{2}\/)(?=[^\s/]{2})/u

/** Lets lines end behind slashes, except in what is short: `km/h`, `24/7`. */
export function offerSlashes(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return node.value.split(slash).flatMap((value, index): ElementContent[] => [...(index === 0 ? [] : [{type: 'element' as const, tagName: 'wbr', properties: {}, children: []}]), {type: 'text', value}])
    return [node.type !== 'element' || /^(?:math|svg|ruby)$/.test(node.tagName) || isBound(node) ? node : {...node, children: offerSlashes(node.children)}]
  })
}

function isBound({tagName, properties: {className}}: Element): boolean {
  return tagName === 'sup' || (Array.isArray(className) && className.includes('nobreak'))
}

/** @param words Whether Chinese is kept whole; else `word` is `letters`, and nothing is divided into words, which is slow. */
export function longestParts(cell: Element, words = true): Parts {
  const text = textOf(cell).slice(0, 400)
  const longest = (parts: string[]) => Math.max(1, ...parts.flatMap((part) => part.split(breaks)).map((part) => widthOf(part.trim())))
  const letters = longest(text.split(/(?<=[\p{Script=Han}，。、；：）～])|(?=[\p{Script=Han}（])/u))
  return {word: !words || text.length > shortCell ? letters : Math.max(letters, longest(piecesOf(text, Number.POSITIVE_INFINITY))), letters, whole: widthOf(text.trim())}
}

/** With U+200B where it may break, and letters of about their width for signs where it may not. */
function textOf({tagName, properties: {className}, children}: Element): string {
  const text = children.map((child) => (child.type === 'text' ? child.value : child.type !== 'element' ? '' : child.tagName === 'wbr' ? '\u200B' : textOf(child))).join('')
  if (tagName === 'code') return text.replace(/[\w.,:;'|!]/g, codeLetter)
  if (tagName === 'sup') return bound(text).slice(0, Math.ceil(text.length * raised))
  return Array.isArray(className) && className.includes('nobreak') ? bound(text) : text
}

/** Letters of a call to those around it; base.css says the same. */
const raised = 0.72

/** A measure, a call of sources: no line ends within. */
function bound(text: string): string {
  return text.replace(/[\s/-]/g, 'l')
}

function divideAll(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return divide(node.value)
    if (node.type !== 'element' || /^(?:code|math|svg|ruby)$/.test(node.tagName)) return [node]
    return [{...node, children: divideAll(node.children)}]
  })
}

function divide(text: string): ElementContent[] {
  if (!han.test(text)) return [{type: 'text', value: text}]
  return piecesOf(text, Number.POSITIVE_INFINITY).flatMap((piece, index): ElementContent[] => [
    ...(index === 0 ? [] : [{type: 'element' as const, tagName: 'wbr', properties: {}, children: []}]),
    {type: 'text', value: piece},
  ])
}
