/** Small parts by themselves: formulas, code, Kobo's spans, the archive. */
import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {addKoboSpans} from '../../../src/editions/epub/kobo.ts'
import {convertMath} from '../../../src/editions/epub/math.ts'
import {writeXhtml} from '../../../src/editions/epub/xhtml.ts'
import {writeZip} from '../../../src/editions/epub/zip.ts'
import {galleyOf, openEpub} from './edition.ts'

describe('a formula', () => {
  const math = (properties: Record<string, string> = {}) => h('math', properties, [h('semantics', [h('mi', {style: 'color:red', mathvariant: 'normal'}, 'x'), h('annotation', {encoding: 'application/x-tex'}, ' x^2 ')])])
  it('is told by its TeX, unless it is told otherwise, and has no style', () => {
    expect(convertMath(math()).properties).toEqual({xmlns: 'http://www.w3.org/1998/Math/MathML', alttext: 'x^2'})
    expect(convertMath(math({alttext: 'x squared'})).properties.alttext).toBe('x squared')
    expect(writeXhtml([convertMath(math())])).toContain('<mi mathvariant="normal">x</mi>')
  })
})

describe('code', () => {
  it('is a region that the keyboard reaches', async () => {
    const {file} = await openEpub(galleyOf({c1: [h('h2', 'x'), h('pre', [h('code', 'a < b')])]}))
    expect(file('c1.xhtml')).toContain('<pre tabindex="0"><code>a &lt; b</code></pre>')
  })
})

describe('spans of Kobo', () => {
  it('count sentences anew in each paragraph, and lose nothing', () => {
    const xhtml = writeXhtml(addKoboSpans([h('p', '一句。两句！“三句？”尾'), h('p', ['Mr. Smith has 4.5 … ', h('em', 'end.')]), h('pre', 'a. b.'), h('p', [h('img', {src: 'a.png'})])]))
    expect([...xhtml.matchAll(/id="kobo\.(\d+\.\d+)">([^<]*)/g)].map(([, id, text]) => `${id} ${text}`)).toEqual(['1.1 一句。', '1.2 两句！', '1.3 “三句？”', '1.4 尾', '2.1 Mr. ', '2.2 Smith has 4.5 … ', '2.3 end.', '3.1 '])
    expect(xhtml).toContain('<pre>a. b.</pre>')
    expect(xhtml).toMatch(/^<div id="book-columns"><div id="book-inner">/)
  })
})

describe('text', () => {
  it('is escaped in elements and in attributes', () => {
    expect(writeXhtml([h('a', {title: '"<&>\n', ariaLabel: 'x', hidden: true}, ']]>')])).toBe('<a title="&quot;&lt;&amp;&gt;&#10;" aria-label="x" hidden="hidden">]]&gt;</a>')
  })
})

describe('the archive', () => {
  it('has one date in both headers, and none before 1980', async () => {
    const dates = async (epoch: number) => {
      const view = Buffer.from(await writeZip([{name: 'mimetype', data: new TextEncoder().encode('x')}], epoch))
      const central = view.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
      return [view.readUInt32LE(10), view.readUInt32LE(central + 12)]
    }
    const [local, central] = await dates(Date.UTC(2024, 11, 31, 10, 20, 30) / 1000)
    expect([local, central]).toEqual([(((44 << 9) | (12 << 5) | 31) << 16) | ((10 << 11) | (20 << 5) | 15), local])
    expect(await dates(0)).toEqual([0x00210000, 0x00210000])
  })
})
