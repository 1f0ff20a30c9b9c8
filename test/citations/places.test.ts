/** Citations where Markdown hands on no words: HTML of the author's, and titles of images. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

const list = '\n\n## 参考文献\n\n[1] 甲 https://e.org/1\n[2] 乙 https://e.org/2\n[3] 丙 https://e.org/3\n'
const compose = async (text: string, more: Record<string, string> = {}) => {
  const {html, book, galley, messages} = await composeFiles({'a.md': `# 书\n\n前[[1]]。\n\n${text}${list}`, ...more})
  const [body = ''] = html.split('<section id="references"')
  return {body, book, galley, messages, plain: body.replace(/<sup class="citation">\[(.*?)\]<\/sup>/g, (_, calls: string) => `{${calls.replace(/<[^>]+>/g, '')}}`)}
}

describe('HTML of the author', () => {
  it.each([
    ['<table><tr><td>甲[[3]]</td><td>乙 [[1], [2]]</td></tr></table>', '<td>甲{3}</td><td>乙{1, 2}</td>'],
    ['<table>\n<tr>\n<td>\n[2]\n</td><td>【1】</td></tr>\n</table>', '<td>\n{2}\n</td><td>{1}</td>'],
    ['> <div>甲[[2]]</div>', '<div>甲{2}</div>'],
    ['<p align="center">甲 <b>乙[[2]]</b></p>', '<b>乙{2}</b>'],
    ['<details>\n<summary>甲[[2]]</summary>\n\n乙[[3]]\n\n</details>', '<summary>甲{2}</summary>'],
    ['<div title="a > [[2]]">甲[[3]]</div>', '甲{3}</div>'],
  ])('cites: %s', async (html, expected) => expect((await compose(html)).plain).toContain(expected))

  it.each(['<div><code>[[2]]</code></div>', '<pre>[[2]]</pre>', '<div><a href="https://e.org/">[[2]]</a></div>', '<div>\\[[2]]</div>'])('stays as it is: %s', async (html) => {
    const {body, book} = await compose(html)
    expect(body).toContain('[[2]]')
    expect(book.calls.map(({number}) => number)).toEqual([1])
  })

  it('cites nothing in tags and comments', async () => {
    const {book} = await compose('<div title="[[2]]"><!-- [[3]] -->甲</div>')
    expect(book.calls.map(({number}) => number)).toEqual([1])
  })

  it('may open what a later block closes', async () => {
    expect((await compose('<details>\n<summary>甲[[2]]</summary>\n\n乙\n\n</details>\n\n丙')).plain).toMatch(/<details>\s*<summary>甲\{2\}<\/summary>\s*<p[^>]*>乙<\/p>\s*<\/details>\s*<p[^>]*>丙/)
  })

  it('has its calls at their places, and they link both ways', async () => {
    const {book, body} = await compose('<table>\n<tr><td>甲[[9]]</td></tr>\n</table>')
    expect(book.calls.at(-1)?.place).toMatchObject({path: 'a.md', line: 6, column: 10})
    expect(body).toContain('<a class="citation-call missing" id="cite-2" href="#ref-9">9</a>')
  })

  it('makes the list be taken where nothing else cites', async () => {
    const {book} = await composeFiles({'a.md': `# 书\n\n<table><tr><td>甲[[2]]</td></tr></table>${list}`})
    expect([...book.sources.keys()]).toEqual([1, 2, 3])
  })

  it('is the same text with and without the markers', async () => {
    const piece = fc.constantFrom('<td>', '</td>', '<b title="[[1]]">', '</b>', '甲', ' ', '"', '<', '>', '<!--', '-->', '<code>', '</code>', '[', ']')
    await fc.assert(fc.asyncProperty(fc.array(piece, {maxLength: 12}), async (pieces) => {
      const html = `<div>${pieces.join('')}\n</div>`
      const words = (text: string) => text.replace(/<[^>]*>|[\s[\]]/g, '')
      expect(words((await compose(`${html}\n\n乙`)).plain)).toContain('乙')
    }), {numRuns: 40})
  })
})

describe('titles of images', () => {
  it('cite in the caption, and not in the list of figures', async () => {
    const {plain, galley, book} = await compose('![图](x.png "图题[[3]]，见【2】")')
    expect(plain).toMatch(/<figcaption[^>]*>.*图题\{3\}，见\{2\}/)
    expect(galley.captioned.map(({caption}) => caption)).toEqual(['图题，见'])
    expect(book.calls.at(-1)?.place).toMatchObject({path: 'a.md', line: 5})
  })

  it('keep brackets that call no source', async () => {
    expect((await compose('![图](x.png "数组[7]与[注]")')).plain).toContain('数组[7]与[注]')
  })

  it('tell of a source that is missing', async () => {
    expect((await compose('![图](x.png "图题[[9]]")')).messages).toContain('a.md:5:1 warning citation-undefined')
  })

  it('follow the style', async () => {
    const {plain} = await compose('![图](x.png "图题[[4]]")', {'sources.yml': '- {id: 4, type: book, title: 书, author: 张三, issued: 2001}\n', 'book.yml': 'citations: {style: author-date}\n'})
    expect(plain.replace(/<[^>]+>/g, '')).toContain('图题（张三，2001）')
  })

  it('within a line, and alternative text, are words without markers', async () => {
    const {body} = await compose('甲![乙[[3]]](x.png "丙[[2]]")丁。')
    expect(body).toContain('<span class="missing-image">乙</span>丁')
    expect(body).not.toContain('[[')
  })
})
