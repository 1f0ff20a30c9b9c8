/** Sources in a style of the book's own (`citations.style: my.csl`), by citeproc, which is optional and loaded only here.
 *
 * An engine a language, since 等 and et al. follow each item's own. Numbers are ours: citeproc counts by its own order. */
import type {PhrasingContent} from 'mdast'
import type {CslItem, CslName} from '../../../model/book.ts'
import type {Both} from '../../../model/message.ts'
import {cutNames, isChinese} from '../part.ts'
import {completeLocale, ownLocale} from './locales.ts'
import {readMarkup} from './markup.ts'

export interface CslInput {id: string; item: CslItem; lang: string}

export interface CslOutput {
  /** By id. */
  printed: Map<string, PhrasingContent[]>
  /** Ids in the order that the style sorts them in; absent where it goes by number. */
  order?: string[]
}

/** Why a style cannot be used. */
export class CslFault extends Error {
  readonly kind: 'engine' | 'style'
  readonly detail: Both
  constructor(kind: 'engine' | 'style', detail: Both) {
    super(detail.en)
    this.kind = kind
    this.detail = detail
  }
}

/** @param locales XML by tag, of the book's folder; they go before ours.
 * @throws CslFault where citeproc is not installed, or the style cannot be read. */
export async function formatByCsl(style: string, locales: ReadonlyMap<string, string>, inputs: CslInput[], language: string): Promise<CslOutput> {
  if (!/<style\b/.test(style)) throw new CslFault('style', {en: 'no <style> element', zh: '没有 <style> 元素'})
  if (!/<bibliography\b/.test(style)) throw new CslFault('style', /rel="independent-parent"/.test(style) ? {en: 'it only points to another style; take that one', zh: '它只指向另一样式，请改用那一个'} : {en: 'no <bibliography> element', zh: '没有 <bibliography> 元素'})
  const {default: csl} = await import('citeproc').catch(() => {
    throw new CslFault('engine', {en: 'citeproc', zh: 'citeproc'})
  })
  const items = new Map(inputs.map(({id, item, lang}) => [id, {...item, ...closed(item), ...named(item, lang), id, language: item.language ?? lang}]))
  const text = withoutNumbers(style)
  const start = (lang: string) => new csl.Engine({retrieveLocale: (tag) => localeFor(tag, locales), retrieveItem: (id) => structuredClone(items.get(id) ?? {id})}, text, lang, true)
  const printed = new Map<string, PhrasingContent[]>()
  try {
    for (const [lang, ids] of byLanguage(inputs, locales, language)) {
      const engine = start(lang)
      engine.opt.development_extensions.wrap_url_and_doi = true
      engine.updateItems(ids)
      for (const [id, html] of entriesOf(engine)) printed.set(id, readMarkup(html))
    }
    if (!/<bibliography\b[\s\S]*<sort\b/.test(style) || /citation-format="numeric"/.test(style)) return {printed}
    const engine = start(language)
    engine.updateItems([...items.keys()])
    return {printed, order: entriesOf(engine).map(([id]) => id)}
  } catch (error) {
    const words = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
    throw new CslFault('style', {en: `citeproc cannot use it: ${words}`, zh: `citeproc 无法使用；原文：${words}`})
  }
}

/** A range that goes on is its first year to citeproc, which reads no open ones. */
function closed({issued}: CslItem): Pick<CslItem, 'issued'> {
  const parts = issued?.['date-parts']
  return parts?.some((part) => part.length === 0) ? {issued: {'date-parts': parts.filter((part) => part.length > 0)}} : {}
}

/** The engine knows no names that the author cut: a last name says so. */
function named({author, editor, translator}: CslItem, lang: string): Pick<CslItem, 'author' | 'editor' | 'translator'> {
  const spell = (all: CslName[]) => {
    const {names, cut} = cutNames(all)
    return cut ? [...names, {literal: isChinese(lang) ? '等' : 'et al.'}] : all
  }
  return {...(author ? {author: spell(author)} : {}), ...(editor ? {editor: spell(editor)} : {}), ...(translator ? {translator: spell(translator)} : {})}
}

function entriesOf(engine: {makeBibliography(): [{entry_ids: string[][]}, string[]] | false}): [string, string][] {
  const made = engine.makeBibliography()
  if (!made) return []
  const [{entry_ids: ids}, entries] = made
  return ids.flatMap(([id], index) => (id === undefined ? [] : [[id, entries[index] ?? ''] as [string, string]]))
}

/** The number of an entry is printed by us, and may not be citeproc's. */
function withoutNumbers(style: string): string {
  return style.replace(/<(text|number)\b[^>]*\bvariable="citation-number"[^>]*?(?:\/>|>\s*<\/\1>)/g, '').replace(/\ssecond-field-align="[^"]*"/g, '')
}

/** Items whose language no locale speaks go with the book's. */
function byLanguage(inputs: CslInput[], locales: ReadonlyMap<string, string>, language: string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const {id, lang} of inputs) {
    const spoken = lang.split('-')[0] === language.split('-')[0] ? language : localeFor(lang, locales) ? lang : language
    const known = groups.get(spoken)
    if (known) known.push(id)
    else groups.set(spoken, [id])
  }
  return groups
}

/** `zh` and `zh-CN` find `locales-zh-CN.xml`. */
function localeFor(tag: string, locales: ReadonlyMap<string, string>): string | false {
  const exact = locales.get(tag.toLowerCase())
  if (exact !== undefined) return completeLocale(exact)
  const base = `${tag.split('-')[0]?.toLowerCase()}`
  const near = [...locales].find(([known]) => known === base || known.startsWith(`${base}-`))?.[1]
  return near === undefined ? (ownLocale(tag) ?? false) : completeLocale(near)
}
