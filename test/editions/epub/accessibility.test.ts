/** What the metadata claims, counted in documents made by hand. */
import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {accessibilityOf} from '../../../src/editions/epub/accessibility.ts'
import type {EpubDocument} from '../../../src/editions/epub/document.ts'

const documentOf = (children: ElementContent[], role: EpubDocument['role'] = 'chapter'): EpubDocument => ({id: 'c1', fileName: 'c1.xhtml', title: '一', lang: 'zh-CN', bodyType: 'bodymatter', role, children, beforeContents: false, properties: []})
const claims = (...children: ElementContent[]) => accessibilityOf([documentOf(children)], 0)

describe('accessibility', () => {
  it('claims alternative text only where every image has some', () => {
    const [one, both] = [claims(h('img', {alt: '图'})), claims(h('p', [h('img', {alt: '图'}), h('img', {alt: ' '})]))]
    expect([one.features.includes('alternativeText'), one.sufficient, one.has.described]).toEqual([true, 'textual', true])
    expect([both.features.includes('alternativeText'), both.sufficient, both.has.described]).toEqual([false, 'textual,visual', false])
    expect([one.modes, claims(h('p', '文')).modes]).toEqual([['textual', 'visual'], ['textual']])
  })
  it('claims TeX only where every formula has it', () => {
    const formula = (alttext?: string): ElementContent => ({type: 'element', tagName: 'math', properties: alttext ? {alttext} : {}, children: [h('mi', 'x')]})
    expect(claims(formula('x')).features).toEqual(expect.arrayContaining(['MathML', 'latex', 'describedMath']))
    expect(claims(formula('x'), formula()).features).toContain('MathML')
    expect(claims(formula('x'), formula()).features.filter((feature) => /latex|described/.test(feature))).toEqual([])
  })
  it('does not count the cover', () => {
    expect(accessibilityOf([documentOf([h('img', {alt: ''})], 'cover')], 0).modes).toEqual(['textual'])
  })
  it('tells headings, roles, ruby, notes, pages, glossary and index where they are', () => {
    const note: ElementContent = {type: 'element', tagName: 'a', properties: {'epub:type': 'noteref', role: 'doc-noteref'}, children: []}
    const all = accessibilityOf([documentOf([h('h2', '题'), h('ruby', ['漢', h('rt', 'han')]), note]), documentOf([], 'glossary'), documentOf([], 'index')], 3)
    expect(all.features).toEqual(expect.arrayContaining(['structuralNavigation', 'ARIA', 'rubyAnnotations', 'pageNavigation', 'pageBreakMarkers', 'index']))
    expect(all.has).toMatchObject({pages: true, notes: true, glossary: true})
    const none = claims(h('p', '文'))
    expect(none.features).toEqual(['tableOfContents', 'readingOrder', 'displayTransformability', 'unlocked'])
    expect(none.has).toMatchObject({pages: false, notes: false, glossary: false, math: false})
  })
})
