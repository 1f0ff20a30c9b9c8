/** Which footnotes are sources, and which are the author's words. */
import {describe, expect, it} from 'vitest'
import type {Root} from 'mdast'
import {liftFootnotes} from '../../src/citations/sources/footnotes.ts'
import type {ParsedText} from '../../src/model/book.ts'
import {composeFiles} from '../fixture.ts'
import {growth, linear} from '../growth.ts'

const compose = (text: string, files: Record<string, string> = {}) => composeFiles({'book.yml': 'language: en\n', 'a.md': `# One\n\n${text}`, ...files})
const remark = '[^1]: This is my own remark.\n'

describe('footnotes below a heading of notes are notes', () => {
  it.each([
    ['where a list gives the sources', `Claim[[1]]. Remark[^1].\n\n# References\n\n1. A. Alpha. 2001.\n\n# Notes\n\n${remark}`],
    ['behind the list, in one section', `Claim[[1]]. Remark[^1].\n\n# References\n\n1. A. Alpha. 2001.\n\n${remark}`],
    ['where the text cites by brackets', `Claim[[1]]. Remark[^1].\n\n# Notes\n\n${remark}`],
    ['where nothing cites', `Remark[^1].\n\n# Notes\n\n${remark}`],
    ['in Chinese', `Remark[^1].\n\n# 注释\n\n${remark}`],
  ])('%s', async (_, text) => {
    const {html, book} = await compose(text)
    expect([...book.sources.values()].map(({verbatim}) => verbatim)).not.toContain('This is my own remark.')
    expect(html).toMatch(/Remark<sup><a href="#c1-fn-1"[\s\S]*<li id="c1-fn-1">\s*<p>This is my own remark\./)
    expect(html.match(/>(?:Notes|注释)</g)).toHaveLength(1)
  })

  it('where a file gives the sources', async () => {
    const {html} = await compose(`Claim[[1]]. Remark[^1].\n\n# Notes\n\n${remark}`, {'sources.yml': '- {id: 1, type: book, title: Alpha}\n'})
    expect(html).toContain('<li id="c1-fn-1">')
  })

  it('where another file calls them', async () => {
    const {book} = await composeFiles({'a.md': '# One\n\nRemark[^1].\n', 'b.md': `# Notes\n\n${remark}`})
    expect(book.sources.size).toBe(0)
  })

  it('and keep their tables', async () => {
    const {html} = await compose('Remark[^1].\n\n# Notes\n\n[^1]: My remark.\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |\n')
    expect(html).toContain('<td>1</td>')
  })
})

describe('footnotes below a heading are sources', () => {
  it.each([
    ['where nothing calls them as notes', 'Claim[[1]].\n\n# References\n\n[^1]: A. Alpha. 2001.\n'],
    ['where the heading names nothing else', 'Claim[[2]], one more[^1].\n\n# References\n\n[^1]: A. Alpha\n[^2]: B. Beta\n'],
    ['where they read as sources', 'Claim[^1].\n\n# Notes\n\n[^1]: A. Alpha. 2001.\n'],
  ])('%s', async (_, text) => {
    const {book} = await compose(text)
    expect(book.sources.get(1)?.verbatim).toMatch(/^A\. Alpha/)
  })
})

describe('a heading of lifted notes does not stand over a remark behind them', () => {
  const notes = '[^1]: A. Alpha. 2001. https://example.org/a\n[^2]: B. Beta. 2002. https://example.org/b\n'
  const body = (heading: string, above = '') => `Claim[^1], another[^2].\n\n${heading}\n\n${above}${notes}\nThe end.\n`

  it.each(['**References:**', '**参考文献：**', 'References:', '<p><b>References</b></p>'])('%s goes', async (heading) => {
    const {html, book} = await compose(body(heading))
    expect(book.sources.size).toBe(2)
    expect(html.match(/References|参考文献/g)).toHaveLength(1)
    expect(html).toMatch(/<p id="[^"]*">The end\.<\/p>\n<\/section>\n<section id="references"/)
  })

  it('## References is the heading of the list, with what stands above and behind it', async () => {
    const {html} = await compose(body('## References', 'In their order.\n\n'))
    expect(html.match(/References/g)).toHaveLength(1)
    expect(html.replace(/<[^>]*>|\s+/g, ' ').replace(/\s+/g, ' ')).toMatch(/References In their order\. .*Alpha.*Beta.*The end\./)
  })

  it('**Notes:** goes where the notes are the author’s, too', async () => {
    const {html} = await compose(`Claim[[1]]. Remark[^1].\n\n**Notes:**\n\n${remark}\nThe end.\n`)
    expect(html.match(/Notes/g)).toHaveLength(1)
  })

  it('**References:** stays over words of its own', async () => {
    expect((await compose(body('**References:**', 'In their order.\n\n'))).html).toContain('<strong>References:</strong>')
  })
})

it('are looked for once, however many headings stand over them', async () => {
  const sections = (size: number): ParsedText => {
    const children = Array.from({length: size}, (): Root['children'] => [
      {type: 'paragraph', children: [{type: 'strong', children: [{type: 'text', value: 'References:'}]}]},
      {type: 'footnoteDefinition', identifier: '1', children: []},
      {type: 'paragraph', children: [{type: 'footnoteReference', identifier: '1'}]},
    ]).flat()
    return {path: 'a.md', text: '', frontMatter: {}, tree: {type: 'root', children}}
  }
  const lift = (size: number) => {
    const text = sections(size)
    liftFootnotes(text, {texts: [text], sources: new Map([[2, {}]]), messages: []} as never) // no more of a book is looked at
  }
  expect(await growth(lift, 1600)).toBeLessThan(linear)
})
