/** THE table of order: a manuscript becomes a book, a book a galley.
 *
 * Pure: no files, no network, no clock. Every "after" names the reason for the order. */
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import type {PhrasingContent, Root} from 'mdast'
import {remarkBoundedAutolinks, withoutAutolinks} from './autolink-syntax.ts'
import {remarkBlanks} from './blanks.ts'
import './bounded-edits.ts'
import {citationNotes, citationRenderers, composeReferences, fillAudit, liftSources, promoteWords, remarkCitations, remarkEscapedMarkers, resolveCitations} from './citations/index.ts'
import {remarkCodeFormulas} from './code-formulas.ts'
import {remarkContainers} from './containers-syntax.ts'
import {remarkDollars} from './dollars.ts'
import {composeGlossary, glossaryNotes, glossaryRenderers, glossTerms, readTermbase} from './glossary/index.ts'
import {remarkIndentedWords} from './indented-words.ts'
import {remarkLabelledFences} from './labelled-fences.ts'
import {remarkLineEndings} from './line-endings.ts'
import {lintBook} from './lint/index.ts'
import {remarkListDelimiters} from './list-delimiters.ts'
import {localeOf} from './locale/index.ts'
import {remarkMarkedWords} from './marked-words.ts'
import type {Book, BookSummary, Galley, Manuscript, ParsedText} from './model/book.ts'
import type {BookConfig} from './model/config.ts'
import type {Message, Place} from './model/message.ts'
import type {Services} from './model/setting.ts'
import {moveBook, moveMessage, type Origins, originsOf} from './origins.ts'
import {parseText} from './parse.ts'
import {printTags, repairBook, repairLines} from './repair/index.ts'
import {loadTools, markPassages, setChapters} from './setting/index.ts'
import {composeChapters, composeContents, joinContainers, joinDefinitions, joinMathml, listCaptioned, placeApparatus, plainText} from './structure/index.ts'
import {remarkSingleTildes} from './single-tildes.ts'
import {remarkTexBrackets} from './tex-brackets.ts'
import {remarkTexEnvironments} from './tex-environments.ts'

/** Step 1. Text → mdast; a pure function of the text and one switch. */
function parserOf(config: BookConfig): (text: string) => Root {
  const parser = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).use(remarkBoundedAutolinks).use(remarkMath).use(remarkDollars).use(remarkLineEndings).use(remarkListDelimiters).use(remarkLabelledFences).use(remarkContainers).use(remarkMarkedWords).use(remarkSingleTildes).use(remarkCitations).use(remarkEscapedMarkers)
  if (config.repair.codeFormulas) parser.use(remarkCodeFormulas)
  if (config.repair.texBrackets) parser.use(remarkTexBrackets)
  if (config.repair.texEnvironments) parser.use(remarkTexEnvironments)
  if (config.repair.indentedWords) parser.use(remarkIndentedWords)
  if (config.repair.cjkEmphasis) parser.use(remarkCjkFriendly).use(remarkCjkFriendlyGfmStrikethrough, {singleTilde: false})
  parser.use(remarkBlanks)
  const quick = parser().use(withoutSearch).use(withoutAutolinks).freeze()
  parser.freeze()
  return (text) => parseText(text, (part) => (bareAddress.test(part) ? parser : quick).parse(part))
}

/** Without one of these, also as a character reference, a text has no bare address. */
const bareAddress = /@|&(?:#|commat)|www|http/i

/** GFM searches the finished tree for bare addresses that the tokenizer left: 7 % of the time of a long build. */
function withoutSearch(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map(({transforms: _, ...extension}) => extension)
}

/** A line that no construct of Markdown can start or stand in: its tree is its text. Most definitions of terms are such. */
const plain = /^\p{L}(?:(?![wW]{3}\.)[^\\`*_[\]<>!~&@:|^$\n\r#=])*\S$/u // no `i`: folding the case of \p{L} costs 10 ms

function readInline(parser: Pick<Processor, 'parse'>, text: string): Root {
  return parser.parse(text) as Root
}

function withTags(tree: Root, text: string): Root {
  printTags(tree, text)
  return tree
}

/** Steps 1–8. Asynchronous only because BibTeX and RIS are read by a library that loads when used. */
export async function composeBook(manuscript: Manuscript): Promise<{book: Book; services: Services}> {
  const {config} = manuscript
  const parse = parserOf(config)
  const words = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).use(remarkBoundedAutolinks).use(remarkMarkedWords).use(remarkSingleTildes).use(remarkBlanks)
  const mathematics = () => (config.repair.codeFormulas ? words().use(remarkMath).use(remarkDollars).use(remarkCodeFormulas) : words().use(remarkMath).use(remarkDollars))
  const formulas = mathematics().freeze()
  const captions = mathematics().use(remarkCitations).freeze()
  words.freeze()
  const services: Services = {
    locale: localeOf(config.language),
    parseInline: (text) => (plain.test(text) ? [{type: 'text', value: text}] : phrasingOf(withTags(readInline(text.includes('$') ? formulas : words, text), text))),
    parseCaption: (text, book) => (/[[［【〔]/.test(text) ? promoteWords(phrasingOf(withTags(readInline(captions, text), text)), text, '', book) : services.parseInline(text)),
    plainText,
  }
  const texts = manuscript.texts.map(({path, text}): ParsedText => ({path, text, tree: parse(text), frontMatter: {}}))
  for (const text of texts) joinMathml(text) // before all that reads words
  const book = openBook(manuscript, texts)
  joinContainers(book) // before all that looks at what stands beside a block
  joinDefinitions(book) // before lines are looked at that begin anew
  repairBook(book)
  await liftSources(book, manuscript.sourceFiles, manuscript.citationFiles ?? []) // after repair: a mended list may hold sources; before structure: a lifted list is no chapter
  repairLines(book) // after sources: entries of a list are no lines
  await readTermbase(book, manuscript.glossaryFiles)
  composeChapters(book, services) // before anything that links
  resolveCitations(book, services) // needs all chapters and all sources
  if (isRefused(book.messages)) return {book, services}
  await glossTerms(book, services) // after citations: never inside one
  const glossary = await composeGlossary(book, services)
  book.chapters = placeApparatus(book, composeReferences(book, services), glossary) // after all calls and mentions are known
  lintBook(book) // reads what the features recorded
  fillAudit(book) // last: lists what the checks found
  const origins = originsOf(manuscript.texts, book.continued)
  if (origins) moveBook(book, origins, manuscript.messages.length) // after all that names places
  return {book, services}
}

/** Whether a limit ended the composing: no edition is made then. */
export function isRefused(messages: Message[]): boolean {
  return messages.some(({ruleId}) => ruleId === 'sources-lacking')
}

/** Step 9. Asynchronous only because highlighting and mathematics are loaded where the book has any. */
export async function setGalley({book, services}: {book: Book; services: Services}, manuscript: Manuscript): Promise<Galley> {
  const renderers = {...citationRenderers, ...glossaryRenderers}
  const tools = await loadTools(book)
  const known = book.messages.length
  const notes = [...citationNotes(book, services), ...glossaryNotes(book)]
  for (const note of notes) markPassages(note, book.config.language)
  const chapters = setChapters(book, renderers, services, tools) // before notes are gathered: footnotes become notes here
  const origins = originsOf(manuscript.texts, book.continued)
  for (const [index, {path, tree}] of book.chapters.entries()) {
    const chapter = chapters[index]
    if (chapter && path) chapter.place = placeOf(path, tree, origins)
  }
  if (origins) book.messages.push(...book.messages.splice(known).map((entry) => moveMessage(entry, origins)))
  return {
    name: book.name,
    config: book.config,
    chapters,
    contents: composeContents(book),
    captioned: listCaptioned(book),
    notes: new Map([...book.notes, ...notes.map((note) => [note.id, note] as const)]),
    assets: book.assets,
    styles: manuscript.styles,
    fonts: manuscript.fonts,
    ...(book.config.pdf.attachSource ? {sourceFiles: [...manuscript.texts, ...manuscript.sourceFiles]} : {}),
    hash: book.hash,
    epoch: book.epoch,
    summary: summarise(book),
  }
}

function placeOf(path: string, {children}: Root, origins: Origins | undefined): Place {
  const start = children[0]?.position?.start
  const place = {path, ...(start ? {line: start.line, column: start.column} : {})}
  return origins ? origins.placeOf(place) : place
}

function openBook(manuscript: Manuscript, texts: ParsedText[]): Book {
  const {name, config, settings = {}, lead, assets, assetByUrl, imageFaults, messages, hash, epoch} = manuscript
  return {name, config, settings, texts, written: new Map(texts.map(({path, text}) => [path, text])), ...(lead === undefined ? {} : {lead}), chapters: [], sources: new Map(), calls: [], terms: new Map(), mentions: [], dialects: {}, notes: new Map(), assets, assetByUrl, ...(imageFaults ? {imageFaults} : {}), messages: [...messages], hash, epoch}
}

function summarise(book: Book): BookSummary {
  const cited = new Set(book.calls.map(({number}) => number))
  const missing = [...cited].filter((number) => !book.sources.has(number)).length
  return {
    citations: book.calls.length,
    numbersCited: cited.size,
    sourcesGiven: book.sources.size,
    sourcesMissing: missing,
    terms: new Set(book.mentions.map(({entry}) => entry)).size,
    mentions: book.mentions.length,
    dialects: book.dialects,
  }
}

function phrasingOf(tree: Root): PhrasingContent[] {
  const [first] = tree.children
  return first?.type === 'paragraph' ? first.children : []
}
