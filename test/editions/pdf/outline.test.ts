import {expect, it} from 'vitest'
import {nameOutline} from '../../../src/editions/pdf/finish/outline.ts'
import {PdfFile} from '../../../src/editions/pdf/objects/file.ts'
import {dictOf, Text} from '../../../src/editions/pdf/objects/values.ts'

/** @returns Lines after naming. */
function named(lines: string[], titles: string[]): string[] {
  const body = '%PDF-1.4\n'
  const objects = ['<</Type /Catalog>>']
  const offsets: number[] = []
  let text = body
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = text.length
  text += `xref\n0 2\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size 2 /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  const pdf = new PdfFile(Buffer.from(text, 'latin1'))
  const dicts = lines.map((line) => dictOf({Title: Text.of(line)}))
  const refs = dicts.map((dict) => pdf.add(dict))
  for (const [index, dict] of dicts.entries()) if (refs[index + 1]) dict.set('Next', refs[index + 1] ?? null)
  pdf.catalog.set('Outlines', pdf.add(dictOf({First: refs[0]})))
  nameOutline(pdf, titles.map((title, index) => ({id: `h${index}`, title, level: 1, matter: 'body' as const, children: []})))
  return dicts.map((dict) => pdf.text(dict.get('Title')))
}

it.each([
  ['joined over two lines', '第1章题', '第1章 题'],
  ['said twice on top of a page', '1.3 节21.3 节2', '1.3 节2'],
  ['said twice over two lines', '第1章题第1章题', '第1章 题'],
  ['with the number of a source', '第二章引文[1]节', '第二章 引文节'],
  ['with an author and a year', '第二章引文（刘知远等，2020a；[9]）节', '第二章 引文节'],
  ['with the numbers of sources, twice', '引文[1,3–5]引文[1,3–5]', '引文'],
])('a line %s reads as in the contents', (_what, line, title) => expect(named([line, '目录'], ['甲', title])).toEqual([title, '目录']))

it.each([
  ['質能 𝐸=𝑚𝑐2', '質能 E = mc²'],
  ['复杂度 𝑂(𝑛log\u2061𝑛)', '复杂度 O(n log n)'],
  ['系数 𝑎𝑏 与 𝑑𝑘', '系数 a/b 与 √(d_k)'],
])('a formula reads as in the contents: %s', (line, title) => expect(named(['目录', line, '版权页'], ['甲', title])).toEqual(['目录', title, '版权页']))

it('a line that reads otherwise is the title between two that are known', () => {
  expect(named(['目录', '甲', '均值 ¯𝑥', '乙', '丙𝑥', '丁𝑦', '戊'], ['甲', '均值 x̄', '乙', '丙 z', '戊'])).toEqual(['目录', '甲', '均值 x̄', '乙', '丙𝑥', '丁𝑦', '戊'])
})

it('of two equal lines each is its own', () => expect(named(['小结', '甲?', '小结', '乙'], ['小结', '甲', '小结', '乙'])).toEqual(['小结', '甲', '小结', '乙']))

it('a line that no contents have stays', () => expect(named(['目目', '版权页'], ['甲'])).toEqual(['目目', '版权页']))
