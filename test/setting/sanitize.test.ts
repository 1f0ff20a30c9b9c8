/** What an author may say in HTML: each promise of the schema by itself. */
import type {Root} from 'hast'
import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, it} from 'vitest'
import {sanitizeAuthor} from '../../src/setting/sanitize.ts'

const clean = (...children: Root['children']) => toHtml(sanitizeAuthor({type: 'root', children}, 'c1'))

it('keeps the words of elements that stand in too many others, and no more of them', () => {
  let deep = h('b', '甲', h('br'), '乙')
  for (let level = 0; level < 2000; level += 1) deep = h('span', deep)
  const html = clean(h('p', deep, '丙'))
  expect(html.match(/<span>/g)?.length).toBeGreaterThan(100)
  expect(html.match(/<span>/g)?.length).toBeLessThan(300)
  expect(html.replace(/<\/?(?:span|p)>/g, '')).toBe('甲<br>乙丙')
})

describe('author’s HTML', () => {
  it('keeps an image’s words and size, and neither its address nor its events', () => {
    expect(clean(h('img', {src: 'x.png', srcSet: 'y.png 2x', onError: 'x()', alt: '图', width: 9}))).toBe('<img alt="图" width="9">')
  })
  it('has no styles, events or forms of its own', () => {
    expect(clean(h('p', {style: 'color:red', onClick: 'x()', className: ['x'], title: '题'}, '文'))).toBe('<p title="题">文</p>')
    expect(clean(h('form', [h('button', '按')]), h('script', 'x()'), h('style', 'p{}'), h('title', 'x'), h('iframe', {src: 'x'}, 'x'))).toBe('按')
  })
  it('gives ids that cannot be ours', () => {
    expect(clean(h('p', {id: 'ref-1'}, '文'), h('a', {name: 'old'}, '处'))).toBe('<p id="c1-u-ref-1">文</p><a name="c1-u-old">处</a>')
  })
  it('leads outward or within the book, and nowhere else', () => {
    for (const href of ['https://example.org/', 'HTTP://example.org/', 'Https://example.org/', 'mailto:a@example.org', 'tel:+861', '#x']) expect(clean(h('a', {href}, '链'))).toBe(`<a href="${href}">链</a>`)
    for (const href of ['javascript:x()', 'JaVaScRiPt:x()', ' javascript:x()', 'data:text/html,x', 'file:///etc/passwd', 'other.html', '/etc/passwd', '//example.org/', '?x']) expect(clean(h('a', {href}, '链'))).toBe('<a>链</a>')
    expect(clean(h('blockquote', {cite: 'javascript:x()'}, '引'))).toBe('<blockquote>引</blockquote>')
  })
  it('keeps what says something: ruby, marks, abbreviations, languages, spans of cells', () => {
    const html = '<p lang="ja" dir="ltr"><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby><mark>亮</mark><abbr title="x">A</abbr><bdi>b</bdi></p><table><tbody><tr><td colspan="2">格</td></tr></tbody></table><ol start="3"><li>项</li></ol>'
    const tree = h('p', {lang: 'ja', dir: 'ltr'}, [h('ruby', ['漢', h('rp', '('), h('rt', 'かん'), h('rp', ')')]), h('mark', '亮'), h('abbr', {title: 'x'}, 'A'), h('bdi', 'b')])
    expect(clean(tree, h('table', [h('tbody', [h('tr', [h('td', {colSpan: 2}, '格')])])]), h('ol', {start: 3}, [h('li', '项')]))).toBe(html)
  })
  it('keeps a fold open that is open', () => {
    expect(clean(h('details', {open: true, onToggle: 'x()'}, [h('summary', '题'), '文']))).toBe('<details open><summary>题</summary>文</details>')
  })
  it('brings no second source of an image', () => {
    expect(clean(h('picture', [h('source', {srcSet: 'x'}), h('img', {src: 'y', alt: 'z'})]))).toBe('<img alt="z">')
  })

  it('keeps tasks as they stand, and no other input', () => {
    expect(clean(h('ul', {className: ['contains-task-list', 'x']}, [h('li', [h('input', {type: 'checkbox', disabled: true, checked: true, value: 'x'})])]))).toBe('<ul class="contains-task-list"><li><input type="checkbox" disabled checked></li></ul>')
    expect(clean(h('ol', {className: ['contains-task-list', 'x'], reversed: true, type: 'a'}, [h('li')]))).toBe('<ol class="contains-task-list" reversed type="a"><li></li></ol>')
    expect(clean(h('input', {type: 'password', autofocus: true}))).toBe('<input disabled type="checkbox">')
  })

  it.each([
    ...['mrow', 'mfrac', 'msqrt', 'mroot', 'mstyle', 'merror', 'mpadded', 'mphantom', 'msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mmultiscripts', 'mprescripts', 'mtable', 'mtr', 'mtd', 'semantics', 'mi', 'mn', 'mo', 'mtext', 'ms', 'mspace'].map((name) => [name, 'displaystyle']),
    ['mo', 'stretchy'], ['mo', 'form'], ['mo', 'largeop'], ['mo', 'maxsize'], ['mo', 'lspace'], ['mfrac', 'linethickness'], ['mspace', 'width'], ['mspace', 'height'], ['mspace', 'depth'],
    ['mpadded', 'width'], ['mpadded', 'height'], ['mpadded', 'voffset'], ['munder', 'accentunder'], ['mover', 'accent'], ['munderover', 'accentunder'], ['mtd', 'columnspan'], ['mtable', 'columnalign'], ['mi', 'mathvariant'],
  ])('keeps %s and its %s', (name, attribute) => {
    expect(clean(h('p', h('math', {alttext: 'f'}, [{type: 'element', tagName: name, properties: {[attribute]: '1'}, children: []}])))).toBe(`<p><math alttext="f"><${name} ${attribute}="1"></${name}></math></p>`)
  })

  it('keeps MathML Core, with words for readers that cannot set it', () => {
    const half = h('math', [h('mfrac', [h('mn', '1'), h('mrow', [h('mi', 'x'), h('mo', '+'), h('mn', '2')])])])
    expect(clean(h('p', half))).toBe('<p><math alttext="1/(x+2)"><mfrac><mn>1</mn><mrow><mi>x</mi><mo>+</mo><mn>2</mn></mrow></mfrac></math></p>')
    expect(clean(h('math', {display: 'block', alttext: 'a half'}, [h('mn', '½')]))).toBe('<div class="formula"><math display="block" alttext="a half"><mn>½</mn></math></div>')
  })
  it.each([
    [h('mfrac', [h('mn', '1'), h('mn', '2')]), '1/2'], [h('msup', [h('mi', 'x'), h('mn', '2')]), 'x^2'], [h('msub', [h('mi', 'x'), h('mi', 'i')]), 'x_i'], [h('msubsup', [h('mi', 'x'), h('mi', 'i'), h('mrow', [h('mi', 'n'), h('mo', '+'), h('mn', '1')])]), 'x_i^(n+1)'],
    [h('msqrt', [h('mi', 'x'), h('mo', '+'), h('mn', '1')]), '√(x+1)'], [h('mroot', [h('mi', 'x'), h('mn', '3')]), '3√x'], [h('mtable', [h('mtr', [h('mtd', h('mn', '1')), h('mtd', h('mn', '2'))]), h('mtr', [h('mtd', h('mn', '3')), h('mtd', h('mn', '4'))])]), '1, 2; 3, 4'],
    [h('mfenced', [h('mi', 'a'), h('mi', 'b')]), '(a, b)'], [h('mfrac', [h('mn', '12.5'), h('mrow', [h('mo', '('), h('mi', 'a'), h('mo', ')')])]), '12.5/(a)'],
  ])('says a formula in one line: %#', (formula, words) => {
    expect(clean(h('p', h('math', formula)))).toContain(`<math alttext="${words}">`)
  })

  it('lets nothing act, lead or hide in MathML', () => {
    const inside = (...children: Root['children']) => clean(h('p', h('math', {alttext: 'f'}, children as never)))
    expect(inside(h('mi', {href: 'javascript:x()', onClick: 'x()', style: 'a', className: ['x'], id: 'i'}, 'x'))).toBe('<p><math alttext="f"><mi>x</mi></math></p>')
    expect(inside(h('maction', {actiontype: 'statusline', href: 'javascript:x()'}, [h('mi', 'x')]))).toBe('<p><math alttext="f"><mi>x</mi></math></p>')
    expect(inside(h('semantics', [h('mi', 'x'), h('annotation-xml', {encoding: 'text/html'}, [h('script', 'x()'), h('p', '坏')]), h('annotation', 'x')]))).toBe('<p><math alttext="f"><semantics><mi>x</mi></semantics></math></p>')
    expect(inside(h('mtext', [h('table', [h('mglyph', [h('style', '<img src=x onerror=x()>')])])]))).toBe('<p><math alttext="f"><mtext></mtext></math></p>')
    expect(inside(h('mtext', [h('a', {href: 'https://example.org/'}, '链'), h('img', {src: 'x'})]))).toBe('<p><math alttext="f"><mtext>链</mtext></math></p>')
    expect(inside(h('mspace', {width: 'expression(x())'}), h('mpadded', {width: 'url(x)'}, [h('mn', '1')]))).toBe('<p><math alttext="f"><mspace></mspace><mpadded width="url(x)"><mn>1</mn></mpadded></math></p>'.replace(' width="url(x)"', ''))
    expect(clean(h('p', [h('mi', 'x'), h('mglyph', {src: 'x'})]))).toBe('<p>x</p>')
    expect(inside(h('mrow', [h('math', [h('mi', 'x')]), '文']))).toBe('<p><math alttext="f"><mrow><mtext>x</mtext><mtext>文</mtext></mrow></math></p>')
  })
})
