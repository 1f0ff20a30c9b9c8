/** Markup in titles: CSL's own is set, nothing else becomes HTML. */
import {readFileSync} from 'node:fs'
import {toString} from 'mdast-util-to-string'
import {expect, it} from 'vitest'
import {plainOf, readRichText} from '../../src/citations/styles/rich-text.ts'
import {composeFiles} from '../fixture.ts'

const title = 'Effect of CO<sub>2</sub> on <i>E. coli</i> <span class="nocase">In</span> <b>10<sup>3</sup></b>'
const set = /Effect of CO<sub>2<\/sub> on <em>E\. coli<\/em> In <strong>10<sup>3<\/sup><\/strong>/
const style = readFileSync(new URL('fixtures/styles/csl-author-date/author.csl', import.meta.url), 'utf8')
const compose = (name: string, source: string, files: Record<string, string> = {}) => composeFiles({'book.yml': `language: en\ncitations: {style: ${name}}\n`, 'a.md': '# One\n\nA[[1]].\n', 'sources.yml': source, ...files})

it.each(['gb-t-7714-2025', 'gb-t-7714-2015', 'ieee', 'author-date', 'author.csl'])('is set in %s', async (name) => {
  const {html, galley} = await compose(name, `- {id: 1, type: article-journal, title: '${title}', container-title: J, author: [{family: Au, given: B}], issued: 2001}\n`, {'author.csl': style})
  expect(html).toMatch(set)
  expect(JSON.stringify(galley.notes.get('ref-1')?.children)).toContain('"tagName":"sub"')
})

it.each(['<script>x</script>', '<img src=x>', '<a href="https://e.org">x</a>', '<span onclick="x">y</span>', '<i onclick="x">y</i>', '<i>open', 'shut</i>', 'a < b > c'])('is text where it is %s', async (odd) => {
  expect(readRichText(odd)).toEqual([{type: 'text', value: odd}])
  const {html} = await compose('ieee', `- {id: 1, type: book, title: ${JSON.stringify(odd)}, issued: 2001}\n`)
  expect(html).toContain(odd.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;'))
})

it('that crosses keeps every word', () => {
  for (const odd of ['<i>a<b>c</i>d</b>', '<b><i>x</b>', '<sub><sub>2</sub>']) expect(toString({type: 'paragraph', children: readRichText(odd)}).replace(/<[^>]+>/g, '')).toBe(plainOf(odd))
})

it('is upright in a title in italics', () => {
  expect(readRichText('On <i>E. coli</i>', true)).toEqual([{type: 'text', value: 'On E. coli'}])
})

it('of BibTeX is set', async () => {
  const {html} = await composeFiles({'book.yml': 'language: en\n', 'a.md': '# One\n\nA[[1]].\n', 'refs.bib': '@article{a, author = {Au, B.}, title = {Growth of \\emph{E. coli} in CO\\textsubscript{2}}, journal = {J}, year = 2001}\n'})
  expect(html).toMatch(/rowth of <em>E\. coli<\/em> in CO<sub>2<\/sub>/)
})

it('is read in linear time', () => {
  expect(toString({type: 'paragraph', children: readRichText('<i>'.repeat(20_000))})).toHaveLength(60_000)
})
