import {expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'
import {growth, linear} from '../growth.ts'

const codesOf = async (text: string) => (await composeFiles({'a.md': text})).book.messages.map(({ruleId, place}) => [ruleId, place.line])

it('hidden HTML is dropped with what stands within, whatever is nested, and told once', async () => {
  const {galley, book} = await composeFiles({'a.md': '# 甲\n\n前<span style="display:none">暗<span>内</span>[[9]]</span>后。\n\n<div hidden>\n\n暗段。\n\n</div>\n\n末<span hidden>未关。\n'})
  const text = JSON.stringify(galley.chapters[0]?.tree)
  for (const words of ['前', '后。', '末', '未关。']) expect(text).toContain(words)
  for (const words of ['暗', '内', '暗段']) expect(text).not.toContain(words)
  expect(book.messages.filter(({ruleId}) => ruleId === 'html-hidden').map(({related}) => related?.length)).toEqual([1])
})

it.each<[string, (size: number) => string]>([
  ['hidden and never closed', (size) => '<span hidden>a '.repeat(size)],
  ['hidden one after the other', (size) => '<i hidden>a</i> '.repeat(size)],
  ['images in HTML that are not there', (size) => Array.from({length: size}, (_, index) => `<img src="a${index}.png">`).join('\n\n')],
])('takes time in proportion to the text: %s', async (_name, make) => {
  expect(await growth((size) => codesOf(make(size)), 400, 4)).toBeLessThan(linear)
}, 120_000)
