/** Why a file makes no claim: each clause once, in the reader's language, with what its author can do. */
import {expect, it} from 'vitest'
import {wording} from '../../../src/diagnostics/index.ts'
import {tellObjections} from '../../../src/editions/pdf/conformance.ts'

const [figures, marks, ...others] = tellObjections([
  {standard: 'PDF/UA-1', clause: '7.3-1', fault: 'a figure has no alternative text'},
  {standard: 'PDF/UA-1', clause: '7.1-3', fault: 'mark 3 of page 2 is used twice'},
  {standard: 'PDF/UA-1', clause: '7.3-1', fault: 'a figure has no alternative text'},
])

it('tells a clause once, with its own advice', () => {
  expect(others).toEqual([])
  expect(figures && wording(figures, 'en')).toEqual({reason: 'Unexpected content for PDF/UA-1, expected what 7.3-1 asks for: a figure has no alternative text (2 in all)', note: 'Write the alternative text of each image between its square brackets: `![what it shows](…)`.'})
  expect(figures && wording(figures, 'zh')).toEqual({reason: '不符合 PDF/UA-1 的 7.3-1：图没有替代文字（共 2 处）', note: '请在每幅图的方括号中写明替代文字：`![图中内容](…)`。'})
})

it('asks for a report where no author could mend it', () => {
  expect(marks && wording(marks, 'en').note).toContain('please report it')
  expect(marks && wording(marks, 'zh').reason).toBe('不符合 PDF/UA-1 的 7.1-3：有内容不在标签之内')
})
