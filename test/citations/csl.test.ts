/** What a CSL engine prints → phrasing content. */
import {readFileSync} from 'node:fs'
import {describe, expect, it, vi} from 'vitest'
import {ownLocale} from '../../src/citations/styles/csl/locales.ts'
import {readMarkup} from '../../src/citations/styles/csl/markup.ts'
import {composeFiles} from '../fixture.ts'

describe('the markup of a CSL engine', () => {
  it('keeps addresses and DOIs as links', () => {
    expect(readMarkup('A. <i>T &#38; U</i>. <a href="https://e.org/?a=1&#38;b=2">https://e.org/?a=1&#38;b=2</a> <a href="https://doi.org/10.1000/1">10.1000/1</a>')).toEqual([
      {type: 'text', value: 'A. '},
      {type: 'emphasis', children: [{type: 'text', value: 'T & U'}]},
      {type: 'text', value: '. '},
      {type: 'link', url: 'https://e.org/?a=1&b=2', children: [{type: 'text', value: 'https://e.org/?a=1&b=2'}]},
      {type: 'text', value: ' '},
      {type: 'link', url: 'https://doi.org/10.1000/1', children: [{type: 'text', value: '10.1000/1'}]},
    ])
  })

  it('links nothing that is no address, and makes none of it', () => {
    expect(readMarkup('<a href="https://doi.org/javascript:alert(1)">javascript:alert(1)</a>')).toEqual([{type: 'text', value: 'javascript:alert(1)'}])
    expect(readMarkup('<a href="javascript:alert(1)">x</a>')).toEqual([{type: 'text', value: 'x'}])
  })

  it('takes marks that do not close, or are not its own, as words', () => {
    expect(readMarkup('a < b <i>c')).toEqual([{type: 'text', value: 'a < b '}, {type: 'emphasis', children: [{type: 'text', value: 'c'}]}])
    expect(readMarkup('')).toEqual([])
    expect(readMarkup('&#x4e2d;&unknown;')).toEqual([{type: 'text', value: '中&unknown;'}])
  })
})

describe('a serial that goes on', () => {
  it('is dated by its first year, since citeproc refuses open ranges', async () => {
    const style = readFileSync(new URL('fixtures/styles/csl-author-date/author.csl', import.meta.url), 'utf8')
    const {html, messages} = await composeFiles({'a.md': '# 书\n\n引[[1]]。\n', 'author.csl': style, 'sources.yml': '- {id: 1, type: periodical, title: T, author: A, issued: 1984/}\n', 'book.yml': 'citations: {style: author.csl}\n'})
    expect(messages).not.toContain('citation-style')
    expect(html).toContain('A. 1984. T')
    const month = await composeFiles({'a.md': '# 书\n\n引[[1]]。\n', 'author.csl': style, 'refs.json': JSON.stringify([{id: 1, type: 'periodical', title: 'T', author: [{literal: 'A'}], issued: {'date-parts': [[1984, 5], []]}}]), 'book.yml': 'citations: {style: author.csl}\n'})
    expect(month.html).toContain('A. 1984. T')
  })
})

it('names that the author cut end so', async () => {
  const style = readFileSync(new URL('fixtures/styles/csl-author-date/author.csl', import.meta.url), 'utf8')
  const {html} = await composeFiles({'a.md': '# T\n\nA[[1]].\n', 'author.csl': style, 'refs.bib': '@book{a, author = {Au, B. and others}, title = {T}, year = 2001}\n', 'book.yml': 'language: en\ncitations: {style: author.csl}\n'})
  expect(html).toMatch(/Au[^<]*et al\./)
  expect(html).not.toContain('others')
})

describe('a locale of ours', () => {
  it.each([['issue', 'no.', 'nos.'], ['number', 'no.', 'nos.'], ['volume', 'vol.', 'vols.'], ['page', 'p.', 'pp.'], ['chapter', 'chap.', 'chaps.'], ['section', 'sec.', 'secs.'], ['edition', 'ed.', 'eds.'], ['editor', 'ed.', 'eds.'], ['translator', 'tran.', 'trans.'], ['number-of-pages', 'p.', 'pp.'], ['number-of-volumes', 'vol.', 'vols.'], ['reference', 'ref.', 'refs.']])('shortens %s as CSL does', (name, one, many) => {
    expect(ownLocale('en-GB')).toContain(`<term name="${name}" form="short"><single>${one}</single><multiple>${many}</multiple></term>`)
  })

  it('says in Chinese what citeproc asks for', () => {
    expect(['和', '等', '及其他'].filter((word) => !ownLocale('zh-TW')?.includes(`>${word}</term>`))).toEqual([])
    expect(ownLocale('fr')).toBeUndefined()
  })
})

it('a style without an engine is told of the setting, and the default prints', async () => {
  vi.doMock('citeproc', () => { throw new Error('not installed') })
  try {
    const style = readFileSync(new URL('fixtures/styles/csl-author-date/author.csl', import.meta.url), 'utf8')
    const {messages, html} = await composeFiles({'a.md': '# 书\n\n引[[1]]。\n', 'author.csl': style, 'sources.yml': '- {id: 1, type: book, title: T, author: A, issued: 2001}\n', 'book.yml': 'citations: {style: author.csl}\n'})
    expect(messages).toMatch(/^book\.yml \w+ citation-style-engine /m)
    expect(html).toContain('T[M]')
  } finally {
    vi.doUnmock('citeproc')
  }
})
