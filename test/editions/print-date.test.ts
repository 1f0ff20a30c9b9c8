import {describe, expect, it} from 'vitest'
import {printDate} from '../../src/editions/print-date.ts'
import {localeOf} from '../../src/locale/index.ts'

describe('a date', () => {
  it('is printed as far as it is known, by the language', () => {
    expect(['2026-11-04', '2026-11', '2026'].map((date) => printDate(date, localeOf('zh-CN')))).toEqual(['2026年11月4日', '2026年11月', '2026年'])
    expect(['2026-11-04', '2026-11', '2026'].map((date) => printDate(date, localeOf('en')))).toEqual(['4 November 2026', 'November 2026', '2026'])
  })
  it('is the same day wherever it is printed', () => {
    const zone = process.env.TZ
    try {
      for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        process.env.TZ = place
        expect(printDate('2026-01-01', localeOf('en'))).toBe('1 January 2026')
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})
