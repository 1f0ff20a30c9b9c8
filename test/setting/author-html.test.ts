/** HTML that the author wrote, on its way into the tree. */
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import {expect, it} from 'vitest'
import {mergeHtml} from '../../src/setting/author-html.ts'
import {composeBook, setGalley} from '../../src/pipeline.ts'
import {composeFiles, manuscriptOf} from '../fixture.ts'

it('a chapter without HTML is the same tree', async () => {
  const {book} = await composeFiles({'a.md': '文。\n'})
  const [chapter] = book.chapters
  if (!chapter) throw new Error('no chapter')
  const tree: Root = {type: 'root', children: [{type: 'element', tagName: 'p', properties: {}, children: [{type: 'element', tagName: 'p', properties: {}, children: []}]}]}
  expect(mergeHtml(tree, chapter, book, [])).toBe(tree)
})

it('an image that the folder has not is told, and is its words', async () => {
  const address = `${'a'.repeat(90)}.png`
  const {book, html} = await composeFiles({'a.md': `<p>见 <img src="${address}" alt="图一" onerror="a()"></p>\n`})
  expect(html).toMatch(/<p[^>]*>见 .*图一.*<\/p>/)
  expect(html).not.toMatch(/onerror|\.png/)
  expect(book.messages.map(({ruleId, values}) => [ruleId, values.url])).toEqual([['image-missing', 'a'.repeat(80)]])
})

it.each([
  ['<p><img src="a.png" width="200"></p>', '200 × 75 sized'],
  ['<p><img src="a.png" height="30px"></p>', '80 × 30 sized'],
  ['<p><img src="a.png" width="400" height="30"></p>', '80 × 30 sized'],
  ['<p><img src="a.png" style="border: 0; width: 120px"></p>', '120 × 45 sized'],
  ['文 <img src="a.png" width=1600> 文', '1600 × 600 sized'],
  ['![[a.png|160]]', '160 × 60 sized'],
  ['![[a.png|160x30]]', '80 × 30 sized'],
  ['![图](a.png){width=200}', '200 × 75 sized'],
  ['![图](a.png){#fig-a width="2in" height="0.75in"}', '192 × 72 sized'],
  ['![图](a.png "题"){ width=5.08cm }', '192 × 72 sized'],
  ['![图](a.png){width=50%}', '800 × 300 '],
  ['![图](a.png)', '800 × 300 '],
  ['<p><img src="a.png" width="50%"></p>', '800 × 300 '],
  ['<p><img src="a.png" width="0" height="auto" style="max-width: 9px"></p>', '800 × 300 '],
])('an image is of the size that its author gives it: %s', async (written, expected) => {
  const manuscript = manuscriptOf({'a.md': `${written}\n`})
  manuscript.assets.set('a', {hash: 'a', path: 'a.png', mediaType: 'image/png', width: 800, height: 300, data: new Uint8Array()})
  manuscript.assetByUrl.set('a.md\na.png', 'a')
  const galley = await setGalley(await composeBook(manuscript), manuscript)
  const found: string[] = []
  for (const {tree} of galley.chapters) visit(tree, 'element', ({tagName, properties}) => { if (tagName === 'img') found.push(`${properties.width} × ${properties.height} ${properties.className ?? ''}`) })
  expect(found).toEqual([expected])
})

it('says on which line an image of HTML stands', async () => {
  const {book} = await composeFiles({'a.md': '文 <img src="a.png"> 文。\n\n<div>\n<p>一</p>\n<img alt="x"\n src="https://e.org/b.png">\n</div>\n'})
  expect(book.messages.map(({ruleId, place}) => [ruleId, place.line, place.column])).toEqual([['image-missing', 1, 3], ['image-missing', 6, 1]])
})

it.each([
  ['an item that is closed too early', '<ol>\n<li>一</li>\n<li></li><b>二</b>三</li>\n</ol>', '<ol>\n<li>一</li>\n<li><b>二</b>三\n</li></ol>'],
  ['words between items', '<ul>甲<i>乙</i><li>丙</li>丁</ul>', '<ul><li>甲<i>乙</i></li><li>丙</li><li>丁</li></ul>'],
  ['a list below an item', '<ul><li>甲</li><ul><li>乙</li></ul></ul>', '<ul><li>甲<ul><li>乙</li></ul></li></ul>'],
  ['a list around one of Markdown', '<ul>\n\n- 甲\n\n</ul>', '<div>\n<ul>\n<li>甲</li>\n</ul>\n</div>'],
  ['a list that is right', '<ol start="3"><li>甲</li> <li>乙</li></ol>', '<ol start="3"><li>甲</li> <li>乙</li></ol>'],
])('a list holds items only: %s', async (_, written, set) => {
  const {html} = await composeFiles({'a.md': `${written}\n`})
  expect(html.replace(/ id="c1-b\d+"/g, '')).toContain(set)
})

it('a list of many stray words takes no longer than its length', async () => {
  const {html} = await composeFiles({'a.md': `<ul>${'<li></li><i>a</i> '.repeat(20_000)}</ul>\n`})
  expect(html.match(/<li><i>a<\/i>/g)).toHaveLength(20_000)
})
