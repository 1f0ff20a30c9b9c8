/** The glossary, the list of abbreviations and the previews: what they print of an entry. */
import {expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()

it('the list of abbreviations gives the names that an entry has', async () => {
  const {html} = await composeFiles({'a.md': '甲、YI 与 BB。\n', 'glossary.yml': '- {zh: 甲, en: a one, abbreviation: JIA}\n- {zh: 乙, abbreviation: YI}\n- {en: bee, abbreviation: BB}\n', 'book.yml': 'language: zh-CN\n'})
  const list = html.match(/<dl class="abbreviation-list">(.*?)<\/dl>/s)?.[1] ?? ''
  expect([...list.matchAll(/<div>(.*?)<\/div>/gs)].map(([, entry = '']) => words(entry))).toEqual(['BB bee', 'JIA a one 甲', 'YI 乙'])
  expect(list).toContain('<dt><a href="#t2">YI</a></dt><dd>乙</dd>')
})

it('a preview has both names, the abbreviation and the definitions of the book’s languages', async () => {
  const {galley} = await composeFiles({'a.md': '甲、乙与 bee。\n', 'glossary.yml': '- {zh: 甲, en: a one, abbreviation: AO, definition: {zh: 义, en: sense, ja: 意味}}\n- {zh: 乙}\n- {zh: 丙}\n- {en: bee}\n', 'book.yml': 'language: zh-CN\n'})
  const textOf = (node: unknown): string => { // hast
    const {value, children = []} = node as {value?: string; children?: unknown[]}
    return value ?? children.map(textOf).join('')
  }
  const notes = [...galley.notes.values()].filter(({kind}) => kind === 'term')
  expect(notes.map(({label, children}) => [label, children.map(textOf)])).toEqual([['甲', ['甲 a one, AO', '义', 'sense']], ['乙', ['乙']], ['bee', ['bee']]])
  expect(JSON.stringify(notes[0])).toContain('"lang":"en"')
})

it.each([40, 41])('a run-in heading of %i characters', async (length) => {
  const lead = `推理${'甲'.repeat(length - 3)}：`
  const {html} = await composeFiles({'a.md': `**${lead}**推理很快。\n`, 'glossary.yml': '- {zh: 推理, en: inference}\n', 'book.yml': 'language: zh-CN\n'})
  expect(html.indexOf('<dfn') > html.indexOf('</strong>')).toBe(length === 40) // a longer one is a sentence, and its term is glossed
})

it('a run-in heading that says more than its term is no place for a gloss', async () => {
  const {html} = await composeFiles({'a.md': '**推理慢**：推理要快。\n', 'glossary.yml': '- {zh: 推理, en: inference}\n', 'book.yml': 'language: zh-CN\n'})
  expect(html.indexOf('<dfn')).toBeGreaterThan(html.indexOf('</strong>'))
})

it('sortKey is of the first order: in the second, words stand by their letters', async () => {
  const {html} = await composeFiles({'a.md': '甲、乙。\n', 'glossary.yml': '- {zh: 甲, en: alpha, sortKey: zzz}\n- {zh: 乙, en: beta}\n', 'book.yml': 'language: zh-CN\nglossary: {bothOrders: true}\n'})
  const [first = '', second = ''] = html.slice(html.indexOf('id="glossary"')).split('glossary-partner')
  expect([...first.matchAll(/<dt><strong>(.)/g)].map(([, name]) => name)).toEqual(['乙', '甲'])
  expect([...second.matchAll(/letter-head">(.)/g)].map(([, head]) => head)).toEqual(['A', 'B'])
})
