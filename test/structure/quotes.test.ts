import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {curlChinese, curlEnglish} from '../../src/structure/quotes.ts'
import {composeFiles} from '../fixture.ts'
import {growth, linear} from '../growth.ts'

describe('straight quotes', () => {
  it.each([
    ['"Yes," she said, "it\'s Moody\'s."', '“Yes,” she said, “it’s Moody’s.”'],
    ['the \'90s, \'tis, rock \'n\' roll', 'the ’90s, ’tis, rock ’n’ roll'],
    ['\'Tis so, "\'twas" said; I don\'t. \'t is, \'em, (\'90s), \'n\', —\'til', '’Tis so, “’twas” said; I don’t. ’t is, ’em, (’90s), ’n’, —’til'],
    ['\'Tom said \'tis late\', and \'90s\' music', '‘Tom said ’tis late’, and ’90s’ music'],
    ['\'1984\' is by Orwell', '‘1984’ is by Orwell'],
    ['("in brackets") and "nested \'inner\' ones"', '(“in brackets”) and “nested ‘inner’ ones”'],
    ['a 6" pipe, 5\' tall, non-"standard"', 'a 6" pipe, 5\' tall, non-“standard”'],
    ['"Wait—" he said—"now"', '“Wait—” he said—“now”'],
  ])('of English %j are curled', (written, set) => {
    expect(curlEnglish(written)).toBe(set)
  })

  it.each([
    ['他说"好"，又说"不\'是\'好"。', '他说“好”，又说“不‘是’好”。'],
    ['半个"引号', '半个"引号'],
    ['穆迪Moody\'s与"甲"', '穆迪Moody’s与“甲”'],
  ])('of Chinese %j are curled in pairs', (written, set) => {
    expect(curlChinese(written)).toBe(set)
  })

  it('keep their number and their places, whatever stands around', () => {
    fc.assert(fc.property(fc.string({unit: fc.constantFrom('"', '\'', 'a', ' ', '1', '甲', '—', '(')}), (line) => {
      for (const curled of [curlEnglish(line), curlChinese(line)]) expect(curled.replace(/[“”]/g, '"').replace(/[‘’]/g, '\'')).toBe(line)
    }))
  })

  it('are read in linear time', async () => {
    expect(await growth((size) => curlEnglish('"\''.repeat(size)), 50_000)).toBeLessThan(linear)
    expect(await growth((size) => curlChinese('"甲'.repeat(size)), 50_000)).toBeLessThan(linear)
  })

  const text = '# "One" chapter\n\nShe *said "no*" to `"code"`, $"x"$ and <b title="t">"it"</b>, see http://example.org/\'a [[1]].\n\n# Two\n\n它说"好"。\n'
  it('stay as written, unless book.yml asks for others; code, mathematics and addresses do always', async () => {
    const kept = await composeFiles({'book.yml': 'title: B\nlanguage: en\n', 'a.md': text})
    expect(kept.html).not.toMatch(/[“”‘’]/)
    const {html, galley} = await composeFiles({'book.yml': 'title: B\nlanguage: en\ntypography: {quotes: curly}\n', 'a.md': text})
    expect(galley.contents[0]?.title).toContain('“One” chapter')
    expect(html).toMatch(/She <em>said “no<\/em>” to <code>"code"<\/code>/)
    expect(html).toContain('>“it”</b>')
    expect(html).toContain('它说“好”。')
    expect(html).toContain('http://example.org/\'a')
  })
})
