/** 如图 3, 由式（2）, 见第七章, 见附录一, see Table 2: words that send the reader to what the book does not have.
 *
 * Only where a word such as 见 or “see” sends: a figure that is merely named may be another book's. */
import type {Nodes, Text} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'
import type {Message} from '../model/message.ts'
import {appendicesIn, appendix, keyOfAppendix} from './appendices.ts'
import {closed, keyOf} from './cross-references.ts'
import {listCaptioned} from './captions.ts'
import {formulaSent, keyOfNumber, numberOfLine} from './formula-mentions.ts'
import type {NumberedFormula} from './formula-numbers.ts'
import {valueOf} from './numerals.ts'
import {withoutOrnaments} from './ornaments.ts'
import {plainText} from './plain-text.ts'
import {firstWords, walk} from './walk.ts'

const figure = /(?:(?:[见見如由据據]|[参參]看)(?:上|下|右|左)?|(?<=(?:[见見如由据據]|[参參]看)(?:(?:图表|圖表|图|表|圖)\s?(?:[A-Z][-–.]?)?\d+(?:[-–.]\d+)*(?:、|，|与|與|和|及)){1,20}))((?:图表|圖表|图|表|圖)\s?(?:[A-Z][-–.]?)?\d+(?:[-–.]\d+)*)|\b(?:[Ss]ee|[Ss]hown in|in)\s((?:Figure|Fig\.|Table|Exhibit)\s\d+(?:[-–.]\d+)*)/gu
const chapter = /(?:[见見如]|[参參]看|参阅|參閱)(?:本书|本書|本文|本报告|本報告)?\s?(第\s?[一二三四五六七八九十百零\d]{1,5}\s?章)|\b(?:[Ss]ee|in)\s([Cc]hapter\s\d+)\b/gu
/** That one message lists. */
const mostPlaces = 20

/** Looked for first: most texts name none. */
const names = /[图表圖]\s?[A-Z]?[-–.]?\d|[式程]\s?[（(A-Z\d]|章|附[录錄]|Fig|Table|Exhibit|Eq|Formula|hapter|ppendix/
const opensLike = /^\s*(?:[图表圖]|Fig|Table|Exhibit)/
const caption = /^\s*(?:图表|圖表|图|表|圖|Figure|Fig\.|Table|Exhibit)\s?(?:[A-Z][-–.]?)?\d+(?:[-–.]\d+)*/u
const captionInHtml = /(?<=>\s*)(?:图表|圖表|图|表|圖|Figure|Fig\.|Table|Exhibit)\s?(?:[A-Z][-–.]?)?\d+(?:[-–.]\d+)*/gu
const ownChapter = /^(?:第\s?([一二三四五六七八九十百零\d]{1,5})\s?章|[Cc]hapter\s(\d+)|(\d+)(?=[.、\s]))/u

/** After links: what found its place is one. After numbering: chapters have their numbers. */
export function reportDangling(book: Book, formulas: NumberedFormula[]): void {
  const captions = new Set([...listCaptioned(book).map(({label}) => keyOf(label)), ...formulas.flatMap(({numbers}) => numbers.map(keyOfNumber))])
  const chapters = new Set<number>()
  const appendices = new Set<string>()
  for (const {tree} of book.chapters) {
    walk(tree, (node) => {
      // A caption that the author set by hand, as a paragraph.
      if (node.type === 'paragraph' && opensLike.test(firstWords(node))) for (const own of caption.exec(plainText(node)) ?? []) captions.add(keyOf(own))
      if (node.type === 'html') for (const [own] of node.value.matchAll(captionInHtml)) captions.add(keyOf(own))
      const ofLine = numberOfLine(node)
      if (ofLine !== undefined) captions.add(keyOfNumber(ofLine))
      const [, ...numbers] = (node.type === 'heading' && ownChapter.exec(withoutOrnaments(plainText(node)))) || []
      for (const own of numbers) if (own !== undefined) chapters.add(valueOf(own))
      for (const own of appendicesIn(node)) appendices.add(own)
    })
  }
  const found = new Map<string, Message>()
  for (const {tree, path} of book.chapters) {
    const look = (node: Nodes): void => {
      if (node.type === 'text') {
        if (!names.test(node.value)) return
        for (const [written, end] of [...namesIn(node.value, figure), ...namesIn(node.value, formulaSent)]) if (!captions.has(keyOf(written))) report(written, end, node, path, found)
        for (const [written, end] of chapters.size > 0 ? namesIn(node.value, chapter) : []) if (!chapters.has(valueOf(written.replace(/[第章\s]|[Cc]hapter/g, '')))) report(written, end, node, path, found)
        for (const [written, end] of namesIn(node.value, appendix)) if (!appendices.has(keyOfAppendix(written))) report(written, end, node, path, found)
      } else if ('children' in node && !closed.has(node.type)) node.children.forEach(look)
    }
    look(tree)
  }
  book.messages.push(...found.values())
}

/** @returns What each match names, which ends it, with the offset of its end. */
function namesIn(text: string, pattern: RegExp): [string, number][] {
  return [...text.matchAll(pattern)].map(({0: whole, 1: one, 2: other, index}) => [one ?? other ?? '', index + whole.length])
}

function report(written: string, end: number, {value, position}: Text, path: string, found: Map<string, Message>): void {
  const known = found.get(keyOf(written))
  if (known?.related && known.related.length >= mostPlaces) return
  const before = value.slice(0, end - written.length)
  const line = (position?.start.line ?? 0) + before.split('\n').length - 1
  const place = position ? {path, line, column: before.includes('\n') ? before.length - before.lastIndexOf('\n') : position.start.column + before.length} : {path}
  if (known) known.related?.push(place)
  else found.set(keyOf(written), message('reference-dangling', place, {written}, {related: []}))
}
