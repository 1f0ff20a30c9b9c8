/** Step 9. What editions get; stable, they build on it:
 *
 *     <sup class="citation">[<a class="citation-call" id="cite-7" href="#ref-2">2</a>, <a …>11</a>]</sup>
 *       each `a` carries slot {type: 'note', kind: 'citation', id: 'ref-2'}; three or more numbers in a row hold those in
 *       between in a `range`, which print and the page fold to a dash and EPUB, where each is tapped, does not:
 *       `<a>1</a><span class="range">…<span class="range-between"><a>2</a>, <a>3</a></span>…</span><a>4</a>`;
 *       a number without a source: `class="citation-call missing"`; a locator follows its number: `3: p. 5`
 *     <ol class="references">
 *       <li class="reference" id="ref-2" lang="en">
 *         <span class="reference-label">[2]</span> <span class="reference-text">…</span>
 *         <span class="backlinks">引用于：<a href="#cite-7">1.1 节名</a>、<a …>2</a></span>
 *       an entry that is cited by name has no label: `class="reference named"`; named-to-hast.ts has its calls;
 *       the last `span` carries slot {type: 'folios', anchors: ['cite-7', …]}; without a source: `class="reference missing"` */
import type {Element, ElementContent} from 'hast'
import type {Backlink, Citation, CitationItem, SourceEntry} from '../model/nodes.ts'
import type {Renderer, Renderers, SettingContext} from '../model/setting.ts'
import {callElement, element, text} from './elements.ts'
import {namedCitation} from './named-to-hast.ts'

const citation: Renderer<Citation> = (node, _children, {book, locale}) => {
  if (node.named) return [namedCitation(node, book, locale)]
  const missing = (item: CitationItem) => !book.sources.has(item.number)
  const inner: ElementContent[] = []
  const {items} = node
  for (let index = 0; index < items.length; index++) {
    const item = items[index]
    if (!item) continue
    if (index > 0) inner.push(text(', '))
    const run = runLength(items, index)
    if (run >= 3) {
      inner.push(...fold(items.slice(index, index + run), missing))
      index += run - 1
      continue
    }
    inner.push(callElement(item, missing(item), [text(labelOf(item))]))
    if (item.locator !== undefined) inner.push(text(`${locale.fullWidth ? '：' : ': '}${item.locator}`))
  }
  return [element('sup', {className: ['citation']}, [text('['), ...inner, text(']')])]
}

function labelOf({label, number}: CitationItem): string {
  return label ?? String(number)
}

/** How many items from here are consecutive numbers without locators. */
function runLength(items: CitationItem[], from: number): number {
  let length = 1
  while (items[from + length] && Number(labelOf(items[from + length] as CitationItem)) === Number(labelOf(items[from] as CitationItem)) + length && items[from + length]?.locator === undefined && items[from]?.locator === undefined) length++
  return length
}

function fold(run: CitationItem[], missing: (item: CitationItem) => boolean): ElementContent[] {
  const links = run.map((item) => callElement(item, missing(item), [text(labelOf(item))]))
  const between = links.slice(1, -1).flatMap((link, index) => (index === 0 ? [link] : [text(', '), link]))
  return [...links.slice(0, 1), element('span', {className: ['range']}, [comma(), element('span', {className: ['range-between']}, between), comma()]), ...links.slice(-1)]
}

/** Goes where a range is folded. */
function comma(): Element {
  return element('span', {className: ['range-comma']}, [text(', ')])
}

const sourceEntry: Renderer<SourceEntry> = (node, children, context) => {
  const {status, anchor, lang, calls, named} = node
  const label = named ? [] : [element('span', {className: ['reference-label']}, [text(`[${node.label ?? node.number}]`)]), text(' ')]
  const content = element('span', {className: ['reference-text'], ...(lang ? {lang} : {})}, children)
  const back = calls.length > 0 ? [text(' '), backlinks(calls, context)] : []
  return [element('li', {className: ['reference', ...(named ? ['named'] : []), ...(status === 'missing' ? ['missing'] : [])], id: anchor}, [...label, content, ...back])]
}

/** Sections by name; a further call in the same section is a number behind it. */
function backlinks(calls: Backlink[], {locale}: SettingContext): Element {
  const links: ElementContent[] = []
  const counts = new Map<string, number>()
  for (const [index, {anchor, section, sectionTitle}] of calls.entries()) {
    const count = (counts.get(section) ?? 0) + 1
    counts.set(section, count)
    const same = calls[index - 1]?.section === section
    if (index > 0) links.push(text(same ? ' ' : locale.listSeparator))
    links.push(element('a', {className: ['backlink'], href: `#${anchor}`}, [text(same ? `(${count})` : sectionTitle || section)]))
  }
  const [before = '', after = ''] = locale.text('references.citedIn', {places: '\n'}).split('\n')
  const children = [...(before ? [text(before)] : []), ...links, ...(after ? [text(after)] : [])]
  return {...element('span', {className: ['backlinks']}, children), data: {slot: {type: 'folios', anchors: calls.map(({anchor}) => anchor)}}}
}

export const citationRenderers: Renderers = {citation, sourceEntry}
