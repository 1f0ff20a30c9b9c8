import type {Root} from 'hast'
import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, it} from 'vitest'
import {markAnchors} from '../../../src/editions/pdf/anchors.ts'
import {hasBrowser, printFiles, readPdf} from './print.ts'

const marked = (...nodes: Root['children']) => {
  const tree: Root = {type: 'root', children: nodes}
  return {unmarked: markAnchors(tree, 'c1'), html: toHtml(tree)}
}

describe('an anchor', () => {
  it('that is empty stands for the words behind it', () => {
    const {unmarked, html} = marked(h('p', ['前', h('a', {id: 'old'}), '后']))
    expect(unmarked).toEqual([])
    expect(html).toBe('<p><a href="b:c1">前</a><a id="old"></a><a href="b:old">后</a></p>')
  })

  it('in ruby is told by the link there', () => {
    const {unmarked, html} = marked(h('p', ['甲', h('ruby', [h('dfn', {id: 't1'}, h('a', {href: '#t'}, '缓存')), h('rt', 'Cache')])]))
    expect(unmarked).toEqual([])
    expect(html).toContain('<ruby><dfn id="t1"><a href="b:t1#t">缓存</a></dfn><rt>Cache</rt></ruby>')
    expect(marked(h('p', ['甲', h('ruby', [h('span', {id: 'x'}, '汉'), h('rt', 'hàn')])])).unmarked).toEqual(['x'])
  })
})

describe.skipIf(!hasBrowser)('in the print', () => {
  it('terms under ruby have their pages, and links to empty anchors lead somewhere', async () => {
    const edition = await printFiles({
      'book.yml': 'title: 书\nglossary: {form: ruby}\n',
      'glossary.yml': '- {zh: 缓存, en: Cache}\n',
      'a.md': '# 甲\n\n缓存很好，见[旧](#old)，<ruby>汉<rt>hàn</rt></ruby>字。\n\n# 乙\n\n<a id="old"></a>缓存又来。\n',
    })
    expect(edition.messages.map(({ruleId}) => ruleId)).toEqual([])
    const {text, pageOf} = await readPdf(edition.data)
    expect(text.replace(/\s/g, '')).toMatch(/缓存Cache.*见于1、2/)
    expect(pageOf.get('c2-u-old')).toBe(pageOf.get('c2'))
  })
})
