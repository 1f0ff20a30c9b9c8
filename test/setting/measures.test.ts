import {h} from 'hastscript'
import {toHtml} from 'hast-util-to-html'
import {toString} from 'hast-util-to-string'
import {expect, it} from 'vitest'
import {keepMeasures} from '../../src/setting/measures.ts'
import {growth, linear} from '../growth.ts'

function kept(...children: Parameters<typeof h>[1][]): string {
  const paragraph = h('p', ...children)
  const words = toString(paragraph)
  keepMeasures(paragraph)
  expect(toString(paragraph)).toBe(words)
  return toHtml(paragraph.children).replace(/<span class="nobreak">(.*?)<\/span>/g, '[$1]')
}

it.each([
  ['共 340 M 参数', '共 [340 M] 参数'],
  ['用 1,024 GiB、3.5 kW·h 与 9.8 m/s²。', '用 [1,024 GiB]、[3.5 kW·h] 与 [9.8 m/s²]。'],
  ['at -5 °C (about 20 %), 16 ms', 'at [-5 °C] (about [20 %]), [16 ms]'],
  ['2 EPUB books, 5 people, 3 models', '2 EPUB books, 5 people, 3 models'],
  ['约5 mg、为5.3\u2009mmol/L', '约[5 mg]、为[5.3\u2009mmol/L]'],
  ['最大1 000 mg/d，共 2 550 人，12\u2009345\u2009678 元', '最大[1 000 mg/d]，共 [2 550] 人，[12\u2009345\u2009678] 元'],
  ['2024 300 页，1 000 2 000，A4 100，100 200 300 400 500 600', '2024 300 页，1 000 2 000，A4 100，100 200 300 400 500 600'],
  ['tel. 010 123-456', 'tel. 010 123-456'],
  ['GPT-4 M 与 v1.2 B', 'GPT-4 M 与 v1.2 B'],
  ['5 M-sized, 5 m_x', '5 M-sized, 5 m_x'],
  ['5KB 5  KB', '5KB 5  KB'],
  ['A. 1984. T 1984, K', 'A. 1984. T 1984, K'],
])('keeps numbers with their units: %s', (text, expected) => expect(kept(text)).toBe(expected))

it('looks into elements, and leaves code and formulas', () => {
  expect(kept(h('strong', '5 GB'), h('code', '5 GB'))).toBe('<strong>[5 GB]</strong><code>5 GB</code>')
})

it.each(['5 GB ', '1 000 ', '1 000, ', '1', '1 ', '1,'])('is linear in figures: %s', async (piece) => {
  expect(await growth((size) => kept(piece.repeat(size)), 20_000, 4)).toBeLessThan(linear)
})
