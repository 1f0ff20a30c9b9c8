import {expect, it} from 'vitest'
import {understandEntry} from '../../src/citations/sources/understand.ts'

it.each([
  ['A. Writer and B. Other, "A solid future," Journal, vol. 1, 2016. https://example.org/a', undefined],
  ['"A Cost Review," Example Research, 2024. https://example.org/b', undefined],
  ['A. Writer. “A solid future.” Journal. https://example.org/a', undefined],
  ['A Cost Review: https://example.org/b', 'A Cost Review'],
  ['关于“双碳”的报告：https://example.org/c', '关于“双碳”的报告'],
  ['"Alone": https://example.org/d', '"Alone"'],
])('takes no full reference for a title: %s', (raw, title) => {
  expect(understandEntry(raw)?.title).toBe(title)
})
