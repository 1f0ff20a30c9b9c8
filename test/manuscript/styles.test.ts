/** An author's CSS: what may stay, and what is taken out with its place. */
import {describe, expect, it} from 'vitest'
import {cleanStyle} from '../../src/manuscript/styles.ts'

describe('a style', () => {
  it.each(['p{color:red}', '@media print{p{margin:0}}', 'p{background:url(#a)}', 'p{background:url(data:image/png;base64,AA)}', 'p::before{content:"a"}', '@page{margin:1cm}', '@x-import "a";'])('keeps %s', async (css) => {
    expect(await cleanStyle(css, 'a.css')).toEqual({css, messages: []})
  })

  it.each([
    ['@import "a.css";p{color:red}', '@import'],
    ['@IMPORT url(a.css);p{color:red}', '@IMPORT'],
    ['@\\69mport "a.css";p{color:red}', '@\\69mport'],
    ['@font-face{font-family:a;src:local(b)}p{color:red}', '@font-face'],
    ['@namespace a "b";p{color:red}', '@namespace'],
    ['@charset "x";p{color:red}', '@charset'],
    ['p{background:url(https://e.org/);color:red}', 'url(https://e.org/'],
    ['p{background:url( "//e.org" );color:red}', 'url(//e.org'],
    ['p{background:\\75rl("a.png");color:red}', 'url("a.png"'],
    ['p{background:\\u\\r\\l("a.png");color:red}', 'url("a.png"'],
    ['p{background:u\\00072l("a.png");color:red}', 'url("a.png"'],
    ['p{background:url("data:image/svg+xml;base64,AA");color:red}', 'url(data:image/svg+xml;base64,AA'],
    ['p{background:image-set("a.png" 1x);color:red}', 'image-set('],
    ['p{background:image("a.png");color:red}', 'image('],
    ['p{width:expression(a());color:red}', 'expression('],
    ['p{-moz-binding:none;color:red}', '-moz-binding:'],
    ['p{behavior:none;color:red}', 'behavior:'],
    ['p{--a:"</style>";color:red}', '</'],
    ['p{--a:javascript:a;color:red}', 'javascript:'],
  ])('loses what acts or fetches in %s', async (css, what) => {
    const cleaned = await cleanStyle(css, 'a.css')
    expect(cleaned.css).toBe('p{color:red}')
    expect(cleaned.messages.map(({ruleId, values, place}) => [ruleId, values.what, place.path, place.line])).toEqual([['style-refused', what, 'a.css', 1]])
  })

  it('tells where', async () => {
    const {messages} = await cleanStyle('p {\n  color: red;\n  background: url(a.png);\n}\n', 'a.css')
    expect(messages.map(({place}) => place)).toEqual([{path: 'a.css', line: 3, column: 3}])
  })

  it('tells a fault of syntax, and keeps the rest', async () => {
    const {css, messages} = await cleanStyle('p{color:red}\nq{color}\n', 'a.css')
    expect(css).toContain('p{color:red}')
    expect(messages.map(({ruleId, place}) => [ruleId, place.line])).toEqual([['style-invalid', 2]])
  })

  it.each([
    ['@page{size:A3;margin:1cm}', '@page{margin:1cm}', 'size'],
    ['@page a{counter-increment:page 7}', '@page a{}', 'counter-increment'],
    ['@page{@bottom-left{counter-reset:x;color:red}}', '@page{@bottom-left{color:red}}', 'counter-reset'],
    ['body{counter-reset:page 9;color:red}', 'body{color:red}', 'counter-reset'],
    ['p{page:wide}', 'p{}', 'page'],
    ['h1{position:fixed;top:0}', 'h1{top:0}', 'position'],
    ['h1{position:FIXED!important}', 'h1{}', 'position'],
  ])('for print leaves pages as they are: %s', async (css, kept, what) => {
    const {css: cleaned, messages} = await cleanStyle(css, 'a.css', true)
    expect(cleaned).toBe(kept)
    expect(messages.map(({ruleId, values}) => [ruleId, values.what])).toEqual([['style-page', what]])
    expect(await cleanStyle(css, 'a.css')).toEqual({css, messages: []})
  })

  it('for print may count what is no page', async () => {
    const css = 'body{counter-reset:rule}p{counter-increment:rule}img{width:1px}'
    expect(await cleanStyle(css, 'a.css', true)).toEqual({css, messages: []})
  })

  it('for print is told the fonts that the PDF does not have, with their places', async () => {
    const {messages} = await cleanStyle('p{font-family:"Any Font",Source Han Serif,"Banben Kai",serif}\nq{font-family:var(--a),inherit}', 'a.css', true)
    expect(messages.map(({ruleId, values, place}) => [ruleId, values.what, place.line, place.column])).toEqual([['style-font', 'Any Font', 1, 3], ['style-font', 'Source Han Serif', 1, 3]])
  })
})
