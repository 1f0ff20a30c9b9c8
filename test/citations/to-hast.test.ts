/** Folded ranges and citations at line ends, as editions get them. */
import {describe, expect, it} from 'vitest'
import {prepareChapter} from '../../src/editions/pdf/prepare-tree.ts'
import {toHtml} from 'hast-util-to-html'
import {composeFiles} from '../fixture.ts'

const printedPage = async (text: string) => {
  const {galley} = await composeFiles({'a.md': `# 书\n\n${text}\n`})
  const [chapter] = galley.chapters
  if (!chapter) throw new Error('no chapter')
  return toHtml(prepareChapter(chapter, {assets: new Map(), slots: [], used: new Set(), formulas: new Map(), hyphenate: (words) => words, marginNotes: new Map(), measure: {width: 40, height: 60}, citedOn: ['', '']}, 'zh-CN').tree)
}

describe('a range', () => {
  it('holds every number as a link with its own digits', async () => {
    const {html} = await composeFiles({'a.md': '# 书\n\n字[[2-6]]。\n'})
    const sup = /<sup class="citation">(.*?)<\/sup>/.exec(html)?.[1] ?? ''
    expect([...sup.matchAll(/href="#ref-(\d+)">(\d+)<\/a>/g)].map(([, target, shown]) => [target, shown])).toEqual(['2', '3', '4', '5', '6'].map((digit) => [digit, digit]))
    expect(sup.replace(/<[^>]+>/g, '')).toBe('[2, 3, 4, 5, 6]')
  })

  it('is printed with a dash, on which the links in between lie', async () => {
    const sup = /<sup class="citation">(.*?)<\/sup>/.exec(await printedPage('字[[2-6]]。'))?.[1] ?? ''
    expect(sup.replace(/<[^>]+>/g, '')).toBe('[2–6]')
    expect(sup.match(/#ref-\d"/g)).toHaveLength(5)
  })

  it('is none where numbers only seem to follow', async () => {
    expect((await composeFiles({'a.md': '# 书\n\n字[[1, 5, 3]]。\n'})).html).not.toContain('class="range"')
  })

  it('of two numbers is none', async () => {
    expect((await printedPage('字[[2-3]]。')).replace(/<[^>]+>/g, '')).toContain('字[2, 3]。')
  })
})

describe('a citation', () => {
  it('is printed in one piece with the character before it', async () => {
    expect(await printedPage('模型变大了[[1]]。')).toMatch(/<span class="nobr">了<sup class="citation">/)
  })

  it('stays alone where nothing stands before it', async () => {
    expect(await printedPage('[[1]] 字')).not.toContain('nobr')
  })
})
