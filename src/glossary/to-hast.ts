/** Step 9: `term`, `foreign`, `glossaryEntry` → trusted hast. This shape is stable; editions build on it.
 *
 *     defining    <dfn class="term" id="c1-t1"><a class="term" href="#t3" slot=note term-t3>推测解码</a></dfn><span class="gloss">（<span lang="en">Speculative Decoding</span>，…）</span>
 *     closing     “<dfn …>草稿模型</dfn>”<span class="gloss">（…）</span>
 *     en-first    <span class="gloss">…（</span><dfn …>推测解码</dfn><span class="gloss">，SD）</span>
 *     ruby        <ruby><dfn …>推测解码</dfn><rp>（</rp><rt lang="en" class="gloss">Speculative Decoding</rt><rp>）</rp></ruby>
 *     mention     <a class="term" id="c1-t2" href="#t3" slot=note term-t3>推测解码</a>
 *     no link     <span class="term" id="c1-t2">推测解码</span>; in a heading <dfn class="term" id="c1-t1">推测解码</dfn>
 *     entry       <div class="glossary-entry" id="t3"><dt>…</dt><dd>…</dd>… <dd class="mentions">见于 <span class="folios" slot=folios anchors>links</span></dd></div>, inside <dl class="glossary-list">
 *
 * Only injected text has the class `gloss`: leave those elements out, and the author's text is left. */
import type {Element, ElementContent, Properties} from 'hast'
import type {Foreign, GlossaryEntry, Term} from '../model/nodes.ts'
import type {Renderer, Renderers, SettingContext} from '../model/setting.ts'

const term: Renderer<Term> = (node, children, {book}) => {
  const {anchor, entry, role, unlinked} = node
  const defining = role === 'defining'
  const link: ElementContent[] = unlinked ? children : [{...element('a', {className: ['term'], ...(defining ? {} : {id: anchor}), href: `#${entry}`}, children), data: {slot: {type: 'note', kind: 'term', id: `term-${entry}`}}}]
  const core = defining ? [element('dfn', {className: ['term'], id: anchor}, link)] : unlinked ? [element('span', {className: ['term'], id: anchor}, children)] : link
  if (node.ruby) {
    const lang = book.config.glossary.locales[1]
    return [element('ruby', {}, [...core, element('rp', {}, [{type: 'text', value: '（'}]), element('rt', {className: ['gloss'], lang}, [{type: 'text', value: node.ruby}]), element('rp', {}, [{type: 'text', value: '）'}])])]
  }
  return [...injected(node.lead), ...core, ...(node.closing ? [{type: 'text' as const, value: node.closing}] : []), ...injected(node.gloss)]
}

function injected(nodes: Term['gloss']): ElementContent[] {
  return nodes ? [element('span', {className: ['gloss']}, nodes.flatMap((node): ElementContent[] => (node.type === 'text' ? [{type: 'text', value: node.value}] : node.type === 'foreign' ? [element('span', {lang: node.lang}, node.children.flatMap((child): ElementContent[] => (child.type === 'text' ? [{type: 'text', value: child.value}] : [])))] : [])))] : []
}

const foreign: Renderer<Foreign> = ({lang}, children) => [element('span', {lang}, children)]

const glossaryEntry: Renderer<GlossaryEntry> = ({anchor, mentions}, children, context) => [
  element('div', {className: ['glossary-entry'], id: anchor}, [...children, backlinks(mentions, context)]),
]

/** Sections for editions without pages, one link each; folios of every mention for those with. */
function backlinks(mentions: GlossaryEntry['mentions'], {locale}: SettingContext): Element {
  const first = [...new Map([...mentions].reverse().map((mention) => [mention.section, mention])).values()].reverse()
  const links = first.flatMap(({anchor, section, sectionTitle}, index): ElementContent[] => [
    ...(index > 0 ? [{type: 'text' as const, value: locale.listSeparator}] : []),
    element('a', {href: `#${anchor}`}, [{type: 'text', value: sectionTitle ?? section}]),
  ])
  const slot = element('span', {className: ['folios']}, links)
  slot.data = {slot: {type: 'folios', anchors: mentions.map(({anchor}) => anchor)}}
  const [before = '', after = ''] = locale.text('glossary.mentionedIn', {places: '\n'}).split('\n')
  return element('dd', {className: ['mentions']}, [{type: 'text', value: before}, slot, {type: 'text', value: after}])
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}

export const glossaryRenderers: Renderers = {term, foreign, glossaryEntry}
