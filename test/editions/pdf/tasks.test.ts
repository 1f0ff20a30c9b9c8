import {expect, it} from 'vitest'
import {hasBrowser, printFiles, readPdf} from './print.ts'

it.skipIf(!hasBrowser)('lines and lists of a task stand below its words', async () => {
  const {data} = await printFiles({'a.md': `# 书\n\n- [ ] 甲${'很长的一条待办事项，'.repeat(6)}折行\n- [x] 乙\n  - [ ] 丙\n`})
  const {pages} = await readPdf(data)
  const {items = []} = pages.find((page) => page.items.some(({text}) => /[☐☑]/u.test(text))) ?? {}
  const isBox = (text: string) => /[☐☑]/u.test(text)
  const lines = new Map<number, number>()
  for (const {text, x, y} of items) if (text.trim() !== '' && !isBox(text) && y > 200) lines.set(Math.round(y), Math.min(x, lines.get(Math.round(y)) ?? x))
  const [first = 0, second, third, nested = 0] = [...lines].sort(([a], [b]) => b - a).map(([, x]) => x).slice(-4)
  const box = Math.min(...items.filter(({text}) => isBox(text)).map(({x}) => x))
  expect(second).toBeCloseTo(first, 0)
  expect(third).toBeCloseTo(first, 0)
  expect(nested - first).toBeCloseTo(first - box, 0)
}, 60_000)
