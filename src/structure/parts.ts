/** Parts (篇, 部, Part): a level above the chapters whose headings are all labelled as such. */
import type {Heading} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {plainText} from './plain-text.ts'

const label = /^(?:第\s*[\d一二三四五六七八九十百零〇]+\s*(?:部分|[篇部编編卷辑輯])|(?:part|book)\s+(?:[\divxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b)/iu

export function isPart(title: string): boolean {
  return label.test(title.trim())
}

/** @returns Whether the headings of this level are parts: at least two are labelled, and a lower level follows. */
export function holdsParts(texts: ParsedText[], level: number): boolean {
  const headings = texts.flatMap(({tree}) => tree.children).filter((node): node is Heading => node.type === 'heading')
  const parts = headings.filter((node) => node.depth === level && isPart(plainText(node)))
  return parts.length >= 2 && headings.some(({depth}) => depth > level)
}
