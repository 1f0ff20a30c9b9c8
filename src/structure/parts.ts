/** Parts (篇, 部, Part): a level above the chapters whose headings are all labelled as such. */
import type {Heading} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {withoutOrnaments} from './ornaments.ts'
import {plainText} from './plain-text.ts'

const label = /^(?:第\s*[\d一二三四五六七八九十百零〇]+\s*(?:部分|[篇部编編卷辑輯])|(?:part|book)\s+(?:[\divxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b)/iu

export function isPart(title: string): boolean {
  return label.test(withoutOrnaments(title))
}

const chapterLabel = /^(?:第\s*[\d一二三四五六七八九十百零〇]+\s*[章回]|chapter\s+(?:[\divxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b)/iu

/** 第三章, Chapter 3. */
export function isNumberedChapter(title: string): boolean {
  return chapterLabel.test(withoutOrnaments(title))
}

/** @returns Whether parts stand on the level of the chapters, as where every heading is of the first: both labels are there,
 * twice at least, or no part has a lower heading before the next one of its level, and others have. */
export function mixesParts(texts: ParsedText[], level: number): boolean {
  const headings = texts.flatMap(({tree}) => tree.children).filter((node): node is Heading => node.type === 'heading' && node.depth >= level)
  const titles = headings.flatMap((node) => (node.depth === level ? [plainText(node).trim()] : []))
  if (titles.filter(isPart).length < 2) return false
  if (titles.filter(isNumberedChapter).length >= 2) return true
  const divided = headings.filter((node, index) => node.depth === level && (headings[index + 1]?.depth ?? 0) > level).map((node) => plainText(node))
  return divided.length > 0 && !divided.some(isPart)
}

/** @returns Whether the headings of this level are parts: at least two are labelled, and a lower level follows; or one, and chapters are labelled below. */
export function holdsParts(texts: ParsedText[], level: number): boolean {
  const headings = texts.flatMap(({tree}) => tree.children).filter((node): node is Heading => node.type === 'heading')
  const parts = headings.filter((node) => node.depth === level && isPart(plainText(node)))
  const below = headings.filter(({depth}) => depth > level)
  return parts.length >= 2 ? below.length > 0 : parts.length === 1 && below.some((node) => isNumberedChapter(plainText(node)))
}

/** @returns Levels above the chapters' on which parts stand. */
export function levelsOfParts(texts: ParsedText[], level: number): Set<number> {
  return new Set(texts.flatMap(({tree}) => tree.children).flatMap((node) => (node.type === 'heading' && node.depth < level && isPart(plainText(node)) ? [node.depth] : [])))
}
