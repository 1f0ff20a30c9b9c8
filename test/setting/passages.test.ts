/** Languages of passages inside paragraphs, in all that editions are given. */
import type {Element} from 'hast'
import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, it} from 'vitest'
import {markPassages} from '../../src/setting/index.ts'
import {openFiles} from '../editions/epub/edition.ts'
import {composeFiles} from '../fixture.ts'
import {growth, linear} from '../growth.ts'

const marked = (language: string, ...children: (Element | string)[]) => {
  const paragraph = h('p', children)
  markPassages(paragraph, language)
  return toHtml(paragraph.children)
}

describe('in Chinese', () => {
  it.each([
    ['four English words are a passage', '他说 the cat sat down，走了。', '他说 <span lang="en">the cat sat down</span>，走了。'],
    ['the first of them may stand right behind Han, the last before it', '他说the cat sat down就走了。', '他说<span lang="en">the cat sat down</span>就走了。'],
    ['a word that begins with another letter is whole', '在 éclat one two three 之后', '在 éclat one two three 之后'],
    ['fewer are a name', '用 Google Gemini 与 Movie Gen。', '用 Google Gemini 与 Movie Gen。'],
    ['a gloss in parentheses is English, its abbreviation is not', '推测解码（Speculative Decoding，SD）', '推测解码（<span lang="en">Speculative Decoding</span>，SD）'],
    ['a common noun in parentheses is English', '推理(inference)与', '推理(<span lang="en">inference</span>)与'],
    ['a name in parentheses may be of any language', '歌德（Goethe）与冯·诺伊曼（John von Neumann）', '歌德（Goethe）与冯·诺伊曼（John von Neumann）'],
    ['an address is none', '见 https://example.org/one/two/three/four/five 处', '见 https://example.org/one/two/three/four/five 处'],
    ['letters and figures are no words', '取 A B C D 与 1 2 3 4 5', '取 A B C D 与 1 2 3 4 5'],
    ['words of other Latin scripts are not told', '名为 Über den Gebrauch der Wörter', '名为 Über den Gebrauch der Wörter'],
  ])('%s', (_what, text, html) => expect(marked('zh-CN', text)).toBe(html))
  it('a passage that fills its element gives it the language', () => {
    expect(marked('zh-CN', h('em', 'the cat sat down'), '。')).toBe('<em lang="en">the cat sat down</em>。')
  })
  it('code, formulas and what has a language of its own are left', () => {
    expect(marked('zh-CN', h('code', 'one two three four'), h('span', {lang: 'fr'}, 'un deux trois quatre'))).toBe('<code>one two three four</code><span lang="fr">un deux trois quatre</span>')
  })
})

describe('in English', () => {
  it('Han is Chinese', () => expect(marked('en', 'decoding (推测解码, “推测”)', h('a', {href: '#'}, '术语'))).toBe('decoding (<span lang="zh">推测解码</span>, “<span lang="zh">推测</span>”)<a href="#" lang="zh">术语</a>'))
  it('full-width marks beside Han are Chinese', () => expect(marked('en', 'Chinese 电池（SIB）的优势。Words')).toBe('Chinese <span lang="zh">电池（</span>SIB<span lang="zh">）的优势。</span>Words'))
  it('Han between kana is not', () => expect(marked('en', '日本語の本')).toBe('日本語の本'))
  it('an address is no language', () => expect(marked('en', h('a', {href: '#'}, 'https://example.org/微搭'))).not.toContain('lang'))
})

it('leaves Japanese and Korean books alone', () => {
  expect(marked('ja', '漢字 one two three four')).toBe('漢字 one two three four')
  expect(marked('ko', '漢字')).toBe('漢字')
})

it.each(['word ', 'a', 'a b ', '，one two three four', '（', '，a b'])('is linear in words and in letters: %s', async (piece) => {
  expect(await growth((size) => marked('zh-CN', piece.repeat(size)), 15_000, 4)).toBeLessThan(linear)
})

it('tells the language of an entry in its notes too', async () => {
  const files = {'book.yml': 'language: zh-CN\nepub: {fonts: none}\n', 'a.md': '## 一\n\n引[[1]]，又引[[2]]。\n\n## 二\n\n文。\n', 'sources.yml': '- {id: 1, type: book, title: On books}\n- {id: 2, type: book, title: 书论}\n'}
  const {galley} = await composeFiles(files)
  expect(galley.notes.get('ref-1')?.children).toMatchObject([{tagName: 'span', properties: {lang: 'en'}}])
  expect(JSON.stringify(galley.notes.get('ref-2')?.children)).not.toContain('lang')
  const {file} = await openFiles(files)
  expect(file('c1.xhtml')).toMatch(/\[1\]<\/a> <span lang="en" xml:lang="en">On books/)
})

it('a Chinese paragraph of an English book has names and abbreviations', async () => {
  const {html} = await composeFiles({'a.md': '# A\n\n## B\n\nEnglish words stand here.\n\n大语言模型（LLMs）会编造法条。本文评估检索增强生成（RAG），将引用率降至6.2%。\n\nHe wrote 大语言模型会编造法条 about it.\n', 'book.yml': 'language: en\n'})
  expect(html).toMatch(/<p lang="zh"[^>]*>大语言模型（LLMs）会/)
  expect(html).toContain('He wrote <span lang="zh">大语言模型会编造法条</span> about it.')
})
