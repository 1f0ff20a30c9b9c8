/** What is left of a drawing: elements, attributes and references one by one, and labels in HTML. */
import {describe, expect, it} from 'vitest'
import {sanitizeSvg} from '../../src/editions/svg.ts'

const inside = (svg: string | undefined) => svg?.replace(/^<svg[^>]*>|<\/svg>\n$|\n$/g, '').replace(/(?<=<(?:rect|image|use|path|g)\b[^>]*[^>/])><\/\w+>/g, '/>').replaceAll('&apos;', "'").trim()
const clean = (drawing: string) => inside(sanitizeSvg(`<svg xmlns="http://www.w3.org/2000/svg">${drawing}</svg>`)?.svg)

describe('a drawing', () => {
  it.each(['<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">', '<!DOCTYPE svg [<!ENTITY a "<b>">]>', '\ufeff'])('has no prologue left of %j', (prologue) => {
    expect(inside(sanitizeSvg(`${prologue}<svg><rect width="1"/></svg>`)?.svg)).toBe('<rect width="1"/>')
  })

  it.each([
    ['<!ENTITY a "x"><!ENTITY b \'&a;y\'>', '<text>&a;&b;</text>', '<text>xxy</text>'],
    ['<!ENTITY red "#f00">', '<rect fill="&red;"/>', '<rect fill="#f00"/>'],
    ['<!ENTITY a "<script>a()</script><rect onclick=\'a()\'/>">', '&a;', '<rect/>'],
    ['<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY amp "x">', '<text>&a;&amp;</text>', '<text>&amp;a;&amp;</text>'],
  ])('has its entities in place of their names: %s', (entities, drawing, expected) => {
    expect(inside(sanitizeSvg(`<!DOCTYPE svg [${entities}]><svg>${drawing}</svg>`)?.svg)).toBe(expected)
  })

  it('is not swollen by entities of entities', () => {
    const entities = Array.from({length: 30}, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`).join('')
    expect(sanitizeSvg(`<!DOCTYPE svg [<!ENTITY e0 "ha">${entities}]><svg><text>${'&e3;'.repeat(10_000)}</text></svg>`)?.svg.length).toBeLessThan(1_100_000)
  })

  it('is read under a prefix, whatever stands before it', () => {
    expect(inside(sanitizeSvg('<?xml version="1.0"?>\n<!-- a -->\n<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:rect width="1"/></svg:svg>')?.svg)).toBe('<rect width="1"/>')
    expect(inside(sanitizeSvg('<a:b xmlns:a="a"/><svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:rect width="1"/></svg:svg>')?.svg)).toBe('<rect width="1"/>')
  })

  it.each(['', 'text', '<html/>', '<!DOCTYPE svg', '<svg:rect xmlns:svg="x"/>'])('is none: %j', (source) => {
    expect(sanitizeSvg(source)).toBeUndefined()
  })

  it.each([
    ['<rect onclick="a()" x="1" data-x="2"/>', '<rect x="1"/>'],
    ['<script>a()</script><iframe/><animate/><set/><handler/>', ''],
    ['<use href=" #a "/><use xlink:href="#a.b:c-d"/>', '<use href=" #a "/><use xlink:href="#a.b:c-d"/>'],
    ['<use href="a.svg#b"/><use href="#a b"/><use href="javascript:a()"/><use href="data:image/png;base64,AA"/>', '<use/><use/><use/><use/>'],
    ['<image href="data:image/png;base64,AA=="/>', '<image href="data:image/png;base64,AA=="/>'],
    ['<image href="https://e.org/a.png"/><image href="data:image/svg+xml;base64,AA"/><image href="data:image/png,AA"/><image width="1"/>', ''],
    ['<rect fill="url(#a)" style="fill:url(\'#a\')"/>', '<rect fill="url(#a)" style="fill:url(\'#a\')"/>'],
    ['<rect fill="url(https://e.org/)" stroke="url( //e.org)"/>', '<rect/>'],
    ['<rect style="a:expression (1)"/><rect style="a:image(x)"/><rect style="a:image-set(x)"/><rect style="a:src(x)"/><rect style="a:\\75rl(x)"/><rect fill="javascript:a"/>', '<rect/><rect/><rect/><rect/><rect/><rect/>'],
    ['<style>.a{fill:red}</style>', '<style>.a{fill:red}</style>'],
    ['<style>@import "a"</style><style>@font-face{}</style>', '<style/><style/>'],
    ['<style>.a{fill:url(a)}</style><style>@\\69mport "a";</style><style>@import a;</style><style>@im@import "a";port "b";</style>', ''],
    ['<style>@import url("https://e.org/css?a;b&amp;c");\n@import \'d\' print;@font-face { font-family: a; src: url(data:font/woff2;base64,AA) }.a{fill:red}</style>', '<style>\n.a{fill:red}</style>'],
    ['<a href="https://e.org/" id="b"><rect/></a>', '<g id="b"><rect/></g>'],
    ['<switch>\n<g id="a"/>\n<g id="b"/></switch>', '<g id="a"/>'],
    ['<switch>\n</switch>', ''],
  ])('%s', (drawing, expected) => {
    expect(clean(drawing)).toBe(expected)
  })

  it.each([['rect', 98], ['text', 98], ['foreignObject', 98]])('is read up to a hundred elements within each other, and no deeper: %s', (name, levels) => {
    const depth = (count: number) => clean(`${'<g>'.repeat(count)}<${name} id="a">字</${name}>${'</g>'.repeat(count)}`)?.includes('字')
    expect([levels, levels + 1, levels + 2, levels + 10].map(depth)).toEqual([true, true, undefined, undefined])
  })
})

describe('a label in HTML', () => {
  const label = (words: string, box = 'x="10" y="20" width="100" height="40"') => clean(`<foreignObject ${box}>${words}</foreignObject>`)

  it('is text in the middle of its box', () => {
    expect(label('<div>编码器</div>')).toBe('<text text-anchor="middle" font-size="16"><tspan x="60" y="45.6">编码器</tspan></text>')
  })

  it('keeps its lines', () => {
    expect([...(label('<p>一<br/>二</p><style>p{}</style>三') ?? '').matchAll(/y="([\d.]+)">(.)/g)].map(([, y, word]) => `${word} ${y}`)).toEqual(['一 24.8', '二 45.6', '三 66.4'])
  })

  it.each([['1px', '1'], ['12.5px', '12.5'], ['0.5px', '16'], ['2em', '16']])('of %s is set in %s', (size, expected) => {
    expect(label(`<div><span style="font-size: ${size}">字</span></div>`)).toContain(`font-size="${expected}"`)
  })

  it('is no wider than its box, and stands without one', () => {
    expect(label('<div>一二三四五六七八九十</div>')).toContain('font-size="10"')
    expect(label('<div>aaaaaaaaaaaaaaaaaaaa</div>')).toContain('font-size="9.09"')
    expect(label('<div>字</div>', '')).toContain('font-size="16"><tspan x="0" y="5.6"')
  })

  it.each(['<div/>', '<div> </div>', '<script>a()</script>'])('without words is none: %s', (words) => {
    expect(label(words)).toBe('')
  })
})
