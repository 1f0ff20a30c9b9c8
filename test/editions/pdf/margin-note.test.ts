import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {expect, it} from 'vitest'
import {flattenNote} from '../../../src/editions/pdf/margin-note.ts'

const flat = (...children: Parameters<typeof flattenNote>[0]) => toHtml(flattenNote(children))

it('a note in the margin is phrases only, its first paragraph beside its number', () => {
  expect(flat(h('p', '甲', h('em', '乙')), {type: 'text', value: '\n'}, h('p', '丙'))).toBe('甲<em>乙</em><span class="note-block">丙</span>')
})

it('keeps the marks of lists', () => {
  expect(flat(h('p', '说明：'), h('ul', h('li', '一'), h('li', h('p', '二'))))).toBe('说明：<span class="note-block"><span class="note-block">• 一</span><span class="note-block">• 二</span></span>')
  expect(flat(h('ol', {start: 3}, {type: 'text', value: '\n'}, h('li', '一'), h('li', '二')))).toBe('<span class="note-block"><span class="note-block">3. 一</span><span class="note-block">4. 二</span></span>')
})

it('keeps the rows of a table apart, and the lines of code', () => {
  expect(flat(h('table', h('tr', h('td', '1'), h('td', '2'))))).toBe('<span class="note-block"><span class="note-block"><span>1 </span><span>2 </span></span></span>')
  expect(flat(h('pre', h('code', 'a\n b')))).toBe('<span class="note-block"><code>a\n b</code></span>')
})

it('is nothing where there is nothing', () => expect(flattenNote([{type: 'text', value: ' '}])).toEqual([]))
