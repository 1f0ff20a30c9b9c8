/** Step 7: the glossary, its second order on request, and the list of abbreviations, as chapters of the back matter. */
import type {PhrasingContent, RootContent} from 'mdast'
import type {Book, Chapter, TermEntry} from '../model/book.ts'
import type {Backlink, Block} from '../model/nodes.ts'
import type {Services} from '../model/setting.ts'
import {type Filed, loadSorter} from './collation.ts'
import {mainForm} from './termbase.ts'

/** Of a character in use. */
const mostStrokes = 64

/** A shorter list of abbreviations says no more than the glossary. */
const leastAbbreviations = 2

export async function composeGlossary(book: Book, services: Services): Promise<Chapter[]> {
  const {locales, sort, bothOrders} = book.config.glossary
  const mentions = new Map<string, Backlink[]>()
  const titles = sectionTitles(book, services)
  for (const {entry, anchor, section} of book.mentions) {
    const places = mentions.get(entry) ?? []
    mentions.set(entry, places)
    places.push({anchor, section, sectionTitle: titles.get(section) ?? section})
  }
  const used = [...book.terms.values()].filter(({id}) => mentions.has(id))
  if (used.length === 0) return []
  const sorter = await loadSorter(used, sort)
  const main = sorter(used, locales[0])
  const rest = used.filter((entry) => !main.some((filed) => filed.entry === entry))
  const all = [...main, ...rest.map((entry) => ({entry, form: mainForm(entry, locales), head: '#'}))]
  const {locale} = services
  const body = byHead(all).map(([head, filed]): RootContent => section(titleOf(head, services), block('dl', {className: ['glossary-list']}, filed.map(({entry}): RootContent => ({type: 'glossaryEntry', entry: entry.id, anchor: entry.id, mentions: mentions.get(entry.id) ?? [], children: describe(entry, locales, services)})))))
  const second = bothOrders ? [heading(locale.text('glossary.byPartner', {language: languageName(locales[1], locale.tag)}), 'glossary-partner'), ...byHead(sorter(used, locales[1])).map(([head, filed]): RootContent => section(head, indexOf(filed, locales, locale.tag)))] : []
  const chapters = [chapterOf('glossary', locale.text('glossary.title'), [...body, ...second])]
  const short = used.filter(({abbreviation}) => abbreviation).sort((a, b) => compare(a.abbreviation ?? '', b.abbreviation ?? ''))
  if (short.length >= leastAbbreviations) chapters.unshift(chapterOf('abbreviations', locale.text('glossary.abbreviations'), [abbreviations(short, locales, locale.tag)]))
  return chapters
}

function chapterOf(role: 'glossary' | 'abbreviations', title: string, body: RootContent[]): Chapter {
  return {id: role, matter: 'back', role, title, path: '', tree: {type: 'root', children: [{type: 'heading', depth: 1, children: [{type: 'text', value: title}]}, ...body]}}
}

function heading(title: string, id: string): RootContent {
  return {type: 'heading', depth: 2, data: {id}, children: [{type: 'text', value: title}]}
}

function byHead(filed: Filed[]): [string, Filed[]][] {
  const groups: [string, Filed[]][] = []
  for (const each of filed) {
    const last = groups.at(-1)
    if (last?.[0] === each.head) last[1].push(each)
    else groups.push([each.head, [each]])
  }
  return groups
}

function titleOf(head: string, {locale}: Services): string {
  return /^\d+$/.test(head) ? (Number(head) > mostStrokes ? '' : locale.text('glossary.strokes', {count: head})) : head
}

/** Letters are no headings: they would fill the contents. */
function section(head: string, list: RootContent): Block {
  return block('div', {className: ['glossary-letter']}, [...(head ? [block('p', {className: ['letter-head']}, [{type: 'text', value: head}])] : []), list])
}

function describe(entry: TermEntry, locales: [string, string], {parseInline, locale: {tag}}: Services): RootContent[] {
  const [main, partner] = locales
  const first = mainForm(entry, locales)
  const names: PhrasingContent[] = [{type: 'strong', children: [spoken(first, first === entry.forms[main] ? main : partner, tag)]}]
  const second = entry.forms[partner]
  const foreign = [...(second !== undefined && second !== first ? [second] : []), ...(entry.abbreviation ? [entry.abbreviation] : [])]
  if (foreign.length > 0) names.push({type: 'text', value: second === first ? ', ' : ' '}, {type: 'foreign', lang: partner, children: [{type: 'text', value: foreign.join(', ')}]}) // the comma is of their script too
  const definitions = [main, partner, ...Object.keys(entry.definitions)].filter((lang, index, list) => entry.definitions[lang] !== undefined && list.indexOf(lang) === index)
  return [
    block('dt', {}, names),
    ...definitions.map((lang) => block('dd', {className: ['definition'], ...(isTongue(lang, tag) ? {} : {lang})}, parseInline(entry.definitions[lang] ?? ''))),
    ...(entry.note ? [block('dd', {className: ['note']}, parseInline(entry.note))] : []),
  ]
}

/** The second order points to the entries of the first. */
function indexOf(filed: Filed[], [main, partner]: [string, string], tag: string): Block {
  return block('ul', {className: ['glossary-index']}, filed.map(({entry, form}) => block('li', {}, [link(entry.id, spoken(form, partner, tag)), ...(entry.forms[main] ? [{type: 'text' as const, value: '  '}, spoken(entry.forms[main], main, tag)] : [])])))
}

/** @param tag Language of the book. @returns The word with its language, where that is another. */
function spoken(text: string, lang: string, tag: string): PhrasingContent {
  return isTongue(lang, tag) ? {type: 'text', value: text} : {type: 'foreign', lang, children: [{type: 'text', value: text}]}
}

function isTongue(lang: string, tag: string): boolean {
  return lang.split('-')[0] === tag.split('-')[0]
}

function abbreviations(entries: TermEntry[], locales: [string, string], tag: string): Block {
  const [main, partner] = locales
  return block('dl', {className: ['abbreviation-list']}, entries.map((entry) => block('div', {}, [
    block('dt', {}, [link(entry.id, {type: 'text', value: entry.abbreviation ?? ''})]),
    block('dd', {}, [...(entry.forms[partner] ? [{type: 'foreign' as const, lang: partner, children: [{type: 'text' as const, value: entry.forms[partner]}]}] : []), ...(entry.forms[main] ? [...(entry.forms[partner] ? [{type: 'text' as const, value: '  '}] : []), spoken(entry.forms[main], main, tag)] : [])]),
  ])))
}

function link(entry: string, words: PhrasingContent): PhrasingContent {
  return {type: 'link', url: `#${entry}`, children: [words]}
}

function block(hName: string, hProperties: Record<string, string | string[]>, children: (RootContent | PhrasingContent)[]): Block {
  return {type: 'block', data: {hName, hProperties}, children}
}

function languageName(tag: string, inTongue: string): string {
  return new Intl.DisplayNames([inTongue], {type: 'language'}).of(tag) ?? tag
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** Words of headings by section, once for all backlinks. */
function sectionTitles({chapters}: Book, {plainText}: Services): Map<string, string> {
  const titles = new Map<string, string>()
  for (const {id, title, tree} of chapters) {
    titles.set(id, title)
    for (const node of tree.children) if (node.type === 'heading' && node.data?.id !== undefined) titles.set(node.data.id, plainText(node).trim())
  }
  return titles
}
