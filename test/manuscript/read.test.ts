/** What is read of a folder, in which order, and what never is. */
import {execFileSync} from 'node:child_process'
import {chmodSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {readManuscript} from '../../src/manuscript/index.ts'
import {measureInput} from '../../src/manuscript/size.ts'
import {folderOf, png} from './fixture.ts'
import {growth, linear} from '../growth.ts'

const read = (input: string) => readManuscript(input, {epoch: undefined})
const codes = async (input: string) => (await read(input)).messages.map(({ruleId}) => ruleId)

describe('texts', () => {
  it('are read in natural order, with Chinese numerals by their value', async () => {
    const names = ['10-b.md', '2-a.md', '第十章.md', '第二章.md', '第二十一章.md', '_draft.md', '.hidden.md']
    const {texts} = await read(folderOf(Object.fromEntries(names.map((name) => [name, 'text']))))
    expect(texts.map(({path: name}) => name)).toEqual(['2-a.md', '10-b.md', '第二章.md', '第十章.md', '第二十一章.md'])
  })

  it('are those that book.yml lists, by name, folder or pattern, each once', async () => {
    const folder = folderOf({'book.yml': 'chapters: [b.md, parts, "*.md"]', 'a.md': 'a', 'b.md': 'b', 'parts/2.md': '2', 'parts/10.md': '10', 'other/x.md': 'x'})
    expect((await read(folder)).texts.map(({path: name}) => name)).toEqual(['b.md', 'parts/2.md', 'parts/10.md', 'a.md'])
  })

  it('guesses nothing for a file that is there, but cannot be read', async () => {
    const folder = folderOf({'b.md': '# B\n'})
    symlinkSync('nowhere.md', path.join(folder, 'a.md'))
    expect((await read(folder)).messages.map(({ruleId, values}) => `${ruleId} ${values.meant ?? ''}`)).toEqual(['file-missing '])
  })
  it('that are listed and missing, or outside, are reported', async () => {
    const folder = folderOf({'book.yml': 'chapters: [a.md, gone.md, ../outside.md]', 'a.md': 'a'})
    writeFileSync(path.join(folder, '..', 'outside.md'), 'CANARY')
    expect(await codes(folder)).toEqual(['file-missing', 'file-outside'])
  })

  it('that are listed and missing are told at their line, with the file that was probably meant', async () => {
    const folder = folderOf({'book.yml': 'title: A\nchapters:\n  - a.md\n  - tide.md\nsources: source.yml\ncover: cover.png\n', 'a.md': 'a', 'tides.md': 'b', 'sources.yml': ''})
    const {messages} = await read(folder)
    expect(messages.map(({ruleId, place, values}) => `${place.path}:${place.line}:${place.column} ${ruleId} ${values.meant ?? ''}`)).toEqual(['book.yml:4:5 file-missing tides.md', 'book.yml:5:1 file-missing sources.yml', 'book.yml:6:1 image-missing '])
  })

  it('that are symbolic links out of the folder are reported and not read', async () => {
    const folder = folderOf({'a.md': 'a'})
    writeFileSync(path.join(folder, '..', 'outside.md'), 'CANARY')
    symlinkSync('../outside.md', path.join(folder, 'b.md'))
    const manuscript = await read(folder)
    expect(manuscript.messages.map(({ruleId}) => ruleId)).toEqual(['file-outside'])
    expect(JSON.stringify(manuscript.texts)).not.toContain('CANARY')
  })

  it('that are pipes are reported and never waited for', async () => {
    const folder = folderOf({'book.yml': 'chapters: [a.md]'})
    execFileSync('mkfifo', [path.join(folder, 'real')])
    symlinkSync('real', path.join(folder, 'a.md'))
    expect(await codes(folder)).toEqual(['file-missing', 'text-empty'])
  })

  it('without words are no book', async () => {
    expect(await codes(folderOf({'a.md': ' \n'}))).toEqual(['text-empty'])
  })
})

describe('images of the folder', () => {
  it('that no text shows are told in one message', async () => {
    const files = {'book.yml': 'cover: cover.png\n', 'a.md': '![one](images/one.png) ![](images/%E4%BA%8C.png)', '_spare/four.png': png, '_five.png': png, 'notes.txt': ''}
    const images = Object.fromEntries(['cover.png', 'images/one.png', 'images/二.png', 'images/three.png', 'images/old/six.JPG'].map((name) => [name, png]))
    const {messages} = await read(folderOf({...files, ...images}))
    expect(messages.map(({ruleId, place, values, related}) => [ruleId, place.path, values.count, related?.map(({path: name}) => name)])).toEqual([['image-unused', 'images/old/six.JPG', 2, ['images/three.png']]])
  })
})

it.each([
  ['这是一本书，说明语言的发展。', 'zh-CN'],
  ['這是一本關於臺灣歷史的書，說明語言的發展。', 'zh-Hant'],
  ['这部书说：“學而時習之，不亦說乎？”这是孔子对学生们说的，来自《论语》。', 'zh-CN'],
  ['唐詩', 'zh-CN'],
  ['式子：\n\n$$\na = b + c - d \\times e\n$$\n\n与 $x_1 + x_2$、`let value = first ?? second`。\n\n```js\nconst one = two.map((three) => four.five)\n```\n\n见 https://example.org/a/b/c/d/e', 'zh-CN'],
  ['中文。$$a = b + c + d$$ 又 $$\na + b = c + d + e + f + g\n= h $$\n正文在后，也是中文，共有二十来个字，比字母多。', 'zh-CN'],
  ['A book on 臺灣 and what came of it afterwards.', 'en'],
])('the language of %s is %s', async (text, language) => {
  expect((await read(folderOf({'a.md': `# A\n\n${text}\n`}))).config.language).toBe(language)
})

describe('front matter', () => {
  it('of a lone file is its settings, and keeps every place', async () => {
    const text = '---\ntitle: 潮汐\nlang: zh-CN\nauthor: [张三, 李四]\ndate: 2025-03-01T10:00:00+08:00\nlayout: post\n---\n\n# A\n'
    const {config, texts, messages, epoch} = await read(folderOf({'a.md': text}))
    expect(config).toMatchObject({title: '潮汐', language: 'zh-CN', date: '2025-03-01', contributors: [{name: '张三'}, {name: '李四'}]})
    expect(texts[0]?.text.indexOf('# A')).toBe(text.indexOf('# A'))
    expect(texts[0]?.text.trim()).toBe('# A')
    expect(messages.map(({ruleId, place}) => `${ruleId} ${place.line}`)).toEqual(['front-matter-unknown 6'])
    expect(epoch).toBe(Date.UTC(2025, 2, 1) / 1000)
  })

  it('may name its settings in Chinese, and is told once what is not known', async () => {
    const {config, messages} = await read(folderOf({'a.md': '---\n标题: 潮汐\n作者: 张三\n日期: 2025年4月10日\n标签: [海, 月]\ncreated: 2025-04-10\naliases: []\n---\n\n# 潮汐\n'}))
    expect(config).toMatchObject({title: '潮汐', date: '2025-04-10', contributors: [{name: '张三'}], keywords: ['海', '月']})
    expect(messages.map(({ruleId, place, values, related}) => [ruleId, place.line, values.setting, related?.map(({line}) => line)])).toEqual([['front-matter-unknown', 6, {en: 'created`, `aliases', zh: 'created`、`aliases'}, [7]]])
  })

  it.each([
    ['---\ntitle：潮汐\nauthor：张三\n---\n\n# A\n', '2:6 用了全角冒号'],
    ['---\n标题：潮汐\n---\n\n# A\n', '2:3 用了全角冒号'],
    ['---\ntitle:潮汐\n---\n\n# A\n', '2:6 冒号之后没有空格'],
    ['---\ntitle: 潮汐\nauthor: 张三\n\n# A\n\nWords.\n', '1:1 文首的设置没有结束'],
  ])('is told where it is mistyped, and was printed as text: %j', async (text, told) => {
    const {messages} = await read(folderOf({'a.md': text}))
    expect(messages.map(({place, values}) => `${place.line}:${place.column} ${(values.fault as {zh: string}).zh}`)).toEqual([told])
  })

  it.each(['---\n\n标题：潮汐\n\n---\n\n文。\n', '---\n标题：潮汐\n\n---\n\n文。\n', '---\n摘要：本文讨论潮汐。\n---\n\n文。\n', '---\n标题：潮汐\n\n文。\n', '---\nTitle: words\n'])('is no text between rules: %j', async (text) => {
    const {messages, texts} = await read(folderOf({'a.md': text}))
    expect([messages, texts[0]?.text]).toEqual([[], text])
  })

  it('is never run as code, and a rule above text is none', async () => {
    for (const text of ['---js\n{title: (() => { throw 1 })()}\n---\n\nWords', '---\nWords: are\nnot - [settings\n', '---\n\nJust words.\n\n---\n']) {
      const {texts} = await read(folderOf({'a.md': text}))
      expect(texts[0]?.text).toBe(text)
    }
  })

  it('leaves drafts out', async () => {
    const {texts, messages} = await read(folderOf({'a.md': 'a', 'b.md': '---\ndraft: true\n---\nb'}))
    expect(texts.map(({path: name}) => name)).toEqual(['a.md'])
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['text-draft'])
  })

  it('cannot lift limits', async () => {
    const {config} = await read(folderOf({'a.md': '---\ntitle: A\nlimits: {nesting: 100000}\n---\nWords'}))
    expect(config.limits.nesting).toBe(100)
  })
})

describe('settings', () => {
  it.each([
    ['aliases that grow', `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({length: 9}, (_, n) => `${'bcdefghij'[n]}: &${'bcdefghij'[n]} [${Array(9).fill(`*${'abcdefghi'[n]}`).join(',')}]`).join('\n')}`],
    ['keys of the prototype', '__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}'],
  ])('with %s are refused with a place', async (_, settings) => {
    const {messages} = await read(folderOf({'book.yml': settings, 'a.md': 'a'}))
    expect(messages.length).toBeGreaterThan(0)
    expect(messages.every(({ruleId, place}) => ruleId.startsWith('config-') && place.path === 'book.yml')).toBe(true)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

it('reads a tag that names code as plain text', async () => {
  const {config} = await read(folderOf({'book.yml': 'title: !!js/function "function(){}"', 'a.md': 'a'}))
  expect(config.title).toBe('function(){}')
})

describe('images of Obsidian', () => {
  it('are found by their names, wherever they lie, unless two have one', async () => {
    const text = '![[a b.png]] ![[c.png|300]] ![[att/d.png]] ![[e.png]] `![x]` ![[f.txt]]'
    const {assetByUrl, imageFaults} = await read(folderOf({'notes/1.md': text, 'book.yml': 'chapters: [notes/1.md]\n', 'att/a b.png': png, 'notes/c.png': png, 'c.png': png, 'notes/att/d.png': png, 'x/e.png': png, 'y/e.png': png}))
    expect([...assetByUrl.keys()].map((key) => key.split('\n')[1])).toEqual(['a b.png', 'c.png', 'att/d.png'])
    expect([...(imageFaults ?? new Map()).keys()].map((key) => key.split('\n')[1])).toEqual(['e.png'])
  })
})

describe('images', () => {
  const urlsOf = async (folder: string) => {
    const {assetByUrl, imageFaults} = await read(folder)
    return [...assetByUrl.keys(), ...[...(imageFaults ?? [])].map(([key, {ruleId}]) => `${key} ${ruleId}`)].map((key) => key.split('\n')[1])
  }

  it('are found as inline, by reference, in HTML and by the folder of their text', async () => {
    const text = '![a](../img/a%20b.png "t") ![b][r] <img alt="c" src="../img/c.png">\n\n[r]: <../img/d.png>\n'
    expect(await urlsOf(folderOf({'ch/1.md': text, 'img/a b.png': png, 'img/c.png': png, 'img/d.png': png}))).toEqual(['../img/a%20b.png', '../img/d.png', '../img/c.png'])
  })

  it('are refused outside, on the network, and where their bytes are none', async () => {
    const text = ['../canary.png', '/etc/hostname', '%2e%2e/canary.png', '..\\\\canary.png', 'file:///etc/hostname', 'C:/x.png', 'link.png', 'https://example.org/a.png', '//example.org/a.png', 'gone.png', 'text.png', 'data:image/svg+xml;base64,PHN2Zy8+', 'data:text/html;base64,AAAA'].map((url) => `![x](${url})`).join('\n')
    const folder = folderOf({'1.md': text, 'text.png': 'no image'})
    writeFileSync(path.join(folder, '..', 'canary.png'), png)
    symlinkSync('../canary.png', path.join(folder, 'link.png'))
    expect(await urlsOf(folder)).toEqual([
      '../canary.png image-outside', '/etc/hostname image-outside', '%2e%2e/canary.png image-outside', '..\\canary.png image-outside', 'file:///etc/hostname image-outside', 'C:/x.png image-outside', 'link.png image-outside',
      'https://example.org/a.png image-remote', '//example.org/a.png image-remote', 'gone.png image-missing', 'text.png image-unknown', 'data:image/svg+xml;base64,PHN2Zy8+ image-unknown', 'data:text/html;base64,AAAA image-unknown',
    ])
  })

  it('over their limits are refused before they are decoded', async () => {
    const huge = Buffer.from(png)
    huge.writeUInt32BE(100_000, 16)
    huge.writeUInt32BE(100_000, 20)
    expect(await urlsOf(folderOf({'1.md': '![x](a.png)', 'a.png': huge}))).toEqual(['a.png image-large'])
    expect(await urlsOf(folderOf({'book.yml': 'limits: {imageBytes: 20}', '1.md': '![x](a.png)', 'a.png': png}))).toEqual(['a.png image-large'])
  })

  it('that are missing are told with the one that was probably meant, but not those outside', async () => {
    const {imageFaults} = await read(folderOf({'part/1.md': '![x](images/Fig-One.png) ![y](/part/images/fig-two.png)', 'part/images/fig-one.png': png, 'part/images/fig-two.png': png}))
    expect([...(imageFaults ?? [])].map(([key, {ruleId, values}]) => [key.split('\n')[1], ruleId, values.meant])).toEqual([['images/Fig-One.png', 'image-missing', 'images/fig-one.png'], ['/part/images/fig-two.png', 'image-outside', undefined]])
  })

  it('as data addresses are assets too', async () => {
    const {assets} = await read(folderOf({'1.md': `![x](data:image/png;base64,${png.toString('base64')})`}))
    expect([...assets.values()]).toMatchObject([{mediaType: 'image/png', width: 1, height: 1}])
    const address = `data:image/png;base64,${png.toString('base64')}`
    const limit = Math.ceil(address.length / 1.4) // a byte is 1.4 characters at most
    expect(await urlsOf(folderOf({'book.yml': `limits: {imageBytes: ${limit}}`, '1.md': `![x](${address})`}))).toEqual([address])
    expect(await urlsOf(folderOf({'book.yml': `limits: {imageBytes: ${limit - 1}}`, '1.md': `![x](${address})`}))).toEqual([`${address} image-unknown`])
  })

  it('do not slow the reading of hostile text', async () => {
    for (const piece of ['](', '[', '<img ', '![a](b', '[a]: ', '](\\(', '](((']) {
      const make = (size: number) => read(folderOf({'a.md': piece.repeat(size / piece.length), 'book.yml': 'limits: {blockBrackets: 1000000}'}))
      expect(await growth(make, 50_000, 1), piece).toBeLessThan(linear)
    }
  })
})

describe('styles and fonts', () => {
  it('keep what dresses and lose what fetches, however it is written', async () => {
    const css = '@import "x.css";@font-face{src:url(x)}p{color:red;background:url(//x.example/a)}q{background:u\\72l(http://x.example)}b{background:url(data:image/png;base64,AAAA)}i{width:expression(alert(1))}@media print{s{content:"</style><script>"}a{color:blue}}'
    const {styles, messages} = await read(folderOf({'book.yml': 'styles: {screen: my.css, print: ../../x.css}', 'my.css': css, 'a.md': 'a'}))
    expect(styles.screen).toContain('color:red')
    expect(styles.screen).toContain('color:blue')
    expect(styles.screen).toContain('data:image/png')
    expect(styles.screen).not.toMatch(/x\.example|@import|@font-face|expression|<\//)
    expect(messages.map(({ruleId}) => ruleId).filter((ruleId) => ruleId !== 'style-invalid')).toEqual([...Array(6).fill('style-refused'), 'file-outside'])
  })

  it('takes fonts by their bytes', async () => {
    const {fonts, messages} = await read(folderOf({'a.md': 'a', 'fonts/song.ttf': Buffer.from([0, 1, 0, 0, 0, 0]), 'fonts/no.ttf': 'text', 'fonts/hei.woff2': 'wOF2', 'fonts/kai.woff': 'wOFF', 'fonts/all.ttc': 'ttcf'}))
    expect([...fonts.keys()].sort()).toEqual(['fonts/all.ttc', 'fonts/hei.woff2', 'fonts/kai.woff', 'fonts/song.ttf'])
    expect(messages.map(({ruleId, place}) => `${ruleId} ${place.path}`)).toEqual(['font-unreadable fonts/no.ttf'])
  })
})

describe('the size of an input', () => {
  it('is that of its texts and settings, and tells what may make more of it', async () => {
    const folder = folderOf({'book.yml': 'title: A\n', 'a.md': 'one\n', 'parts/b.md': '{{#include c.rs}}\n', 'c.rs': 'fn main() {}\n'})
    expect(await measureInput(folder)).toEqual({bytes: 9 + 4 + 18, limits: false, includes: true})
    expect(await measureInput(path.join(folder, 'a.md'))).toEqual({bytes: 4, limits: false, includes: false})
    expect(await measureInput(path.join(folder, 'parts', 'b.md'))).toMatchObject({includes: true})
    const locked = folderOf({'a.md': 'one\n', 'b.md': 'two\n'})
    chmodSync(path.join(locked, 'b.md'), 0)
    expect(await measureInput(locked)).toMatchObject({bytes: 8}) // reading tells
    expect(await measureInput(folderOf({'book.yml': 'limits: {composeSeconds: 999}\n', 'a.md': 'one\n'}))).toMatchObject({limits: true, includes: false})
  })
})
