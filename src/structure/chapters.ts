/** Texts → chapters with ids.
 *
 * Files are only storage: a chapter starts at each heading of the first level that occurs more than once in the book. */
import type {Heading, RootContent} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, Chapter, Matter, ParsedText, SectionRole} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {readAbstracts} from './abstract.ts'
import {readAttributes} from './attributes.ts'
import {setCallouts} from './callouts.ts'
import {setCaptions} from './captions.ts'
import {linkMentions} from './cross-references.ts'
import {reportDangling} from './dangling.ts'
import {resolveDefinitions} from './definitions.ts'
import {setApart} from './display-math.ts'
import {placeFootnotes} from './footnotes.ts'
import {numberFormulas} from './formula-numbers.ts'
import {nameHeadingLinks} from './heading-links.ts'
import {spaceLabels} from './label-gaps.ts'
import {joinLabels} from './label-lines.ts'
import {levelHeadings} from './headings.ts'
import {assignIds} from './ids.ts'
import {partImageLines} from './image-lines.ts'
import {resolveImages} from './images.ts'
import {markLanguages} from './language.ts'
import {resolveLinks} from './links.ts'
import {closeParts, orderMatter} from './matter.ts'
import {numberHeadings} from './numbering.ts'
import {holdsParts, isNumberedChapter, isPart, levelsOfParts, mixesParts} from './parts.ts'
import {curlQuotes} from './quotes.ts'
import {headAbstract} from './run-in-abstract.ts'
import {isList, roleOf} from './roles.ts'
import {raisePowers} from './raised.ts'
import {plainText} from './plain-text.ts'
import {reportSyntaxes} from './syntaxes.ts'
import {reportTexCommands} from './tex-commands.ts'
import {linkTexReferences, namedFormulas} from './tex-references.ts'
import {picturesOf, titleOf} from './title-pictures.ts'
import {walk} from './walk.ts'
import {readWikiLinks} from './wiki-links.ts'

/** Step 4. The order of the room; every "after" names its reason. */
export function composeChapters(book: Book, services: Services): void {
  readWikiLinks(book) // before what is left of them is told
  raisePowers(book) // before the rest is told
  reportSyntaxes(book) // of the text as it was written
  reportTexCommands(book, namedFormulas(book))
  for (const text of book.texts) {
    resolveDefinitions(text) // before chapters part a reference from its definition
    resolveImages(text, book)
    if (book.config.typography.quotes === 'curly') curlQuotes(text) // before titles are taken from headings
    joinLabels(text) // before headings are counted
    readAttributes(text) // before titles are taken from headings
    partImageLines(text) // after attributes: a label behind an image is no word
    setCallouts(text, services)
    setApart(text, book)
  }
  const level = chapterLevel(book.texts, book.config.title !== '')
  const title = takeTitle(book)
  for (const text of book.texts.slice(0, 1)) headAbstract(text, level) // after the title: it stands below
  splitTexts(book, level)
  orderMatter(book.chapters)
  markLanguages(book)
  setCaptions(book, services) // before ids: a figure has its own
  for (const chapter of book.chapters) {
    levelHeadings(chapter)
    assignIds(chapter)
  }
  placeFootnotes(book) // after chapters: a note stands in the chapter that calls it
  resolveLinks(book, title) // needs every id
  const formulas = numberFormulas(book)
  linkTexReferences(book, formulas, services) // after numbers
  linkMentions(book, formulas) // after the author's own links
  numberHeadings(book, services) // after links: slugs are made of the words as written
  nameHeadingLinks(book, services, formulas) // after numbers
  spaceLabels(book) // after both kinds of labels
  reportDangling(book, formulas) // after links and numbers
  readAbstracts(book)
  book.texts = []
}

/** The first heading level that occurs more than once; else the level below a lone title; else 1.
 *
 * @param titled The book has its title from elsewhere: a lone 第一章 is the first chapter of a book that is being written. */
export function chapterLevel(texts: ParsedText[], titled: boolean): number {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  const labelled: number[] = []
  for (const {tree} of texts) {
    for (const node of tree.children) {
      if (node.type !== 'heading') continue
      counts[node.depth] = (counts[node.depth] ?? 0) + 1
      if (isNumberedChapter(plainText(node))) labelled.push(node.depth)
    }
  }
  const [only = 0, ...others] = labelled
  if (titled && others.length === 0 && counts[only] === 1 && counts.slice(1, only).every((count) => count === 0)) return only
  const repeated = counts.findIndex((count) => count > 1)
  if (repeated > 0) return holdsParts(texts, repeated) && !mixesParts(texts, repeated) ? counts.findIndex((count, depth) => depth > repeated && count > 0) : repeated
  const present = counts.flatMap((count, depth) => (count > 0 ? [depth] : []))
  return present[1] ?? present[0] ?? 1
}

/** A lone heading of its level that comes first is the book's title. Where book.yml has another, that is printed, and the
 * heading is told; it is a chapter of its own where it is named as one, or where no other heading follows.
 *
 * @returns The heading, now off the text, with the file it stood in. */
function takeTitle(book: Book): {heading: Heading; path: string} | undefined {
  const {config, texts, name, settings, messages} = book
  const headings = texts.flatMap(({path, tree}) => tree.children.flatMap((node) => (node.type === 'heading' ? [{heading: node, path, tree}] : [])))
  const [first] = headings
  const leads = first?.path === book.lead && first?.heading.depth === 1 // of a text that leads to all others
  const lone = first && !isPart(plainText(first.heading)) && headings.filter(({heading}) => heading.depth <= first.heading.depth).length === 1
  const title = first ? titleOf(first.heading) : ''
  const differs = config.title !== '' && !isSame(config.title, title) && !isSame(config.title + (config.subtitle ?? ''), title)
  if (first && lone && title === '') lower(first) // a picture without words heads nothing
  if (!first || title === '' || !(lone || leads || (!differs && opensChapters(headings, config.title !== ''))) || (differs && (headings.length === 1 || isChapter(title)))) {
    if (config.title === '') book.untitled = true
    config.title ||= name
    return undefined
  }
  if (differs) {
    const {heading: {position}, path} = first
    const place = settings?.title
    messages.push(message('title-differs', position ? {path, line: position.start.line, column: position.start.column} : {path}, {written: title, title: config.title}, place ? {related: [place]} : {}))
  }
  config.title ||= title
  const pictures = picturesOf(first.heading)
  first.tree.children.splice(first.tree.children.indexOf(first.heading), 1, ...(pictures.length > 0 ? [{type: 'paragraph' as const, children: pictures}] : []))
  return first
}

/** What it holds stays, as a paragraph; an empty one goes. */
function lower({tree, heading: {children, position}, heading}: Placed): void {
  tree.children.splice(tree.children.indexOf(heading), 1, ...(children.length > 0 ? [{type: 'paragraph' as const, children, ...(position ? {position} : {})}] : []))
}

interface Placed {heading: Heading; path: string; tree: ParsedText['tree']}

/** A heading on the level of the chapters with nothing below it: the title, if the settings say so, or if all others are labelled. */
function opensChapters([first, ...others]: Placed[], titled: boolean): boolean {
  const [next] = others
  if (!first || next?.heading.depth !== first.heading.depth || isPart(plainText(first.heading))) return false
  const {children} = first.tree
  if (children.slice(children.indexOf(first.heading) + 1, next.tree === first.tree ? children.indexOf(next.heading) : children.length).some((node) => !isEmpty(node))) return false
  if (titled) return true
  const names = others.flatMap(({heading}) => (heading.depth === first.heading.depth ? [plainText(heading).trim()] : []))
  return names.every((name) => isPart(name) || isChapter(name)) && names.filter(isNumberedChapter).length >= 2 && !isChapter(plainText(first.heading).trim())
}

function isChapter(title: string): boolean {
  return isNumberedChapter(title) || roleOf(title).role !== 'chapter'
}

function isSame(one: string, other: string): boolean {
  const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]+/gu, '').toLowerCase()
  return bare(one) === bare(other)
}

/** Lines of a file that goes on a chapter of another are counted from here on, by file: no text is so long. */
const continuedLines = 10_000_000

function splitTexts(book: Book, level: number): void {
  const {texts, chapters, config: {title: bookTitle}} = book
  const mixed = mixesParts(texts, level)
  const parts = levelsOfParts(texts, level)
  let current: Chapter | undefined
  let named = 0 // level of what is no chapter, among the parts: the headings below are its sections
  const open = (path: string, heading: Heading | undefined) => {
    const title = heading ? plainText(heading).trim() : bookTitle
    const {role, matter: usual} = kindOf(title, heading, mixed ? level + 1 : level)
    const apart = heading !== undefined && parts.has(heading.depth) && role !== 'part'
    const list = apart && isList(title)
    const matter = list ? 'back' : usual
    named = apart && (list || role !== 'chapter') ? heading.depth : 0
    current = {id: `c${chapters.length + 1}`, matter, role, title, path, ...(apart ? {apart} : {}), tree: {type: 'root', children: []}}
    chapters.push(current)
    return current
  }
  for (const {path, tree} of texts) {
    for (const node of tree.children) {
      if (node.type === 'heading' && node.depth <= level && !isSection(node, named)) open(path, node).tree.children.push(node)
      else if (isEmpty(node) && !current) continue
      else {
        const chapter = current ?? open(path, undefined)
        if (chapter.path !== path) continueChapter(node, path, chapter, book)
        chapter.tree.children.push(node)
      }
    }
  }
  if (mixed) closeParts(chapters)
}

function isSection(node: Heading, named: number): boolean {
  return named > 0 && node.depth > named && !isNumberedChapter(plainText(node))
}

/** A chapter has one path: what comes from another file is told apart by its lines. */
function continueChapter(node: RootContent, path: string, {path: opening}: Chapter, book: Book): void {
  book.continued ??= []
  let known = book.continued.find((entry) => entry.opening === opening && entry.origin.path === path)
  if (!known) {
    known = {opening, origin: {line: continuedLines * (book.continued.length + 1) + 1, path, from: 1}}
    book.continued.push(known)
  }
  const {line} = known.origin
  walk(node, ({position}) => {
    if (!position) return
    position.start.line += line - 1
    position.end.line += line - 1
  })
}

function kindOf(title: string, heading: Heading | undefined, level: number): {role: SectionRole; matter: Matter} {
  if (!heading) return {role: 'introduction', matter: 'body'}
  return heading.depth < level && isPart(title) ? {role: 'part', matter: 'body'} : roleOf(title)
}

/** Nodes that print nothing by themselves. */
function isEmpty(node: RootContent): boolean {
  return node.type === 'definition' || node.type === 'footnoteDefinition' || node.type === 'thematicBreak'
}
