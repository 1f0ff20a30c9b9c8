/** A list of links that gives the order of the texts, and what only looks like one. */
import {describe, expect, it} from 'vitest'
import {findInputs} from '../../src/commands/inputs.ts'
import {defaultConfig} from '../../src/config.ts'
import {readManuscript} from '../../src/manuscript/index.ts'
import {readSummary} from '../../src/manuscript/summary.ts'
import {growth, linear} from '../growth.ts'
import {folderOf} from './fixture.ts'

const read = async (files: Record<string, string>) => {
  const {texts, messages, config, hash} = await readManuscript(folderOf(files), {epoch: undefined})
  return {
    names: texts.map(({path}) => path),
    told: messages.map(({ruleId, place, values}) => [ruleId, [place.path, place.line].filter(Boolean).join(':'), values.name ?? values.count].join(' ')),
    title: config.title,
    hash,
  }
}
const files = {'README.md': '# 引言', 'a.md': '# 甲', 'b.md': '# 乙', 'sub/c.md': '# 丙', 'sub/README.md': '# 丁'}

describe('a SUMMARY.md', () => {
  it('of mdBook gives the order, by parts, nested, with drafts and affixes', async () => {
    const summary = '---\ntitle: x\n---\n# Summary\n\n[Introduction](README.md)\n\n# 第一部分\n\n- [**乙**（二）](./b.md "题")\n    * [丙 \\[c\\]](<sub/c.md#x>)\n    * [草稿]()\n- 上部\n  1. [甲](a.md)\n  2. [甲之二](a.md#二)\n\n---\n\n<!-- 尾 -->\n[丁](sub/)\n'
    expect(await read({...files, 'SUMMARY.md': summary})).toMatchObject({names: ['README.md', 'b.md', 'sub/c.md', 'a.md', 'sub/README.md'], told: ['chapters-listed SUMMARY.md 5'], title: ''})
  })

  it('tells texts that it does not list, and links to texts that are not there', async () => {
    const summary = '* [引言](README.md)\r\n* [甲](/a.md)\r\n* [无](gone.md)\r\n* [网](https://example.org/x.md)\r\n* [外](../../x.md)'
    expect(await read({...files, '_draft.md': 'x', 'Summary.md': summary})).toMatchObject({names: ['README.md', 'a.md'], told: ['chapters-listed Summary.md 2', 'chapter-unlisted b.md b.md', 'chapter-missing Summary.md:3 gone.md']})
  })

  it('of HonKit, which has a book.json, stands behind README.md', async () => {
    const summary = {'SUMMARY.md': '- [乙](b.md)\n- [甲](a.md)', 'README.md': '# 引言', 'a.md': '# 甲', 'b.md': '# 乙'}
    expect(await read({...summary, 'book.json': '{}'})).toMatchObject({names: ['README.md', 'b.md', 'a.md'], told: ['chapters-listed SUMMARY.md 3']})
    expect(await read(summary)).toMatchObject({names: ['b.md', 'a.md'], told: ['chapters-listed SUMMARY.md 2', 'chapter-unlisted README.md README.md']})
  })

  it('in src/ leaves the files around it alone', async () => {
    expect(await read({'README.md': '# x', 'LICENSE.md': 'x', 'src/SUMMARY.md': '- [甲](b.md)\n- [乙](a.md)', 'src/a.md': '# a', 'src/b.md': '# b'})).toMatchObject({names: ['src/b.md', 'src/a.md'], told: ['chapters-listed src/SUMMARY.md 2']})
  })

  it('in src/ makes the folder a book', () => {
    const folder = folderOf({'src/SUMMARY.md': '- [甲](a.md)', 'src/a.md': 'a'}, 'tides')
    expect(findInputs([folder], folder)).toMatchObject([{path: folder, name: 'tides'}])
    expect(() => findInputs([folderOf({'src/a.md': 'a'})], folder)).toThrow()
  })

  it('is a text where it has words of its own, or leads to no text', async () => {
    const words = ['# 摘要\n\n本书……', '- [甲](a.md)：说明', '- [甲](a.md)\n\n| a |\n|---|', '- [ ] 待办\n- [甲](a.md)', '- [甲](x.md)', '- [网](https://example.org)', '# 题', '- 甲\n- 乙', '> - [甲](a.md)', '```\n[甲](a.md)\n```', '[甲](a.md) 与 [乙](b.md)', '![图](a.md)', '- [甲](a.md)\n- [总](SUMMARY.md)']
    for (const summary of words) expect((await read({'SUMMARY.md': summary, 'a.md': 'a', 'b.md': 'b'})).names, summary).toEqual(['SUMMARY.md', 'a.md', 'b.md'])
  })

  it('gives way to the chapters of book.yml', async () => {
    expect(await read({...files, 'book.yml': 'chapters: [a.md]', 'SUMMARY.md': '- [乙](b.md)\n- [甲](a.md)'})).toMatchObject({names: ['a.md'], told: []})
  })

  it('counts for the hash of the book', async () => {
    const [one, other] = await Promise.all(['- [乙](b.md)\n- [甲](a.md)', '- [甲](a.md)\n- [乙](b.md)'].map((summary) => read({'a.md': 'a', 'b.md': 'b', 'SUMMARY.md': summary})))
    expect(one?.hash).not.toBe(other?.hash)
  })
})

describe('a README.md', () => {
  it('of nothing but links to all texts gives their order, and the title', async () => {
    expect(await read({'README.md': '# 某书\n\n## 目录\n\n- [乙](b.md)\n- [甲](a.md)\n', 'a.md': 'a', 'b.md': 'b'})).toMatchObject({names: ['b.md', 'a.md'], told: ['chapters-listed README.md 2'], title: '某书'})
  })

  it('with words of its own leads them, where it has links to all of them', async () => {
    for (const readme of ['# 书\n\n序。\n\n- [乙](b.md)\n- [甲](a.md#x)', '# 书\n\n- [乙](b.md)\n- [甲](a.md)\n- [网](https://example.org)', '# 书\n\n- 作者\n- [乙](./b.md)，[甲](<a.md>)。']) {
      expect(await read({'README.md': readme, 'a.md': 'a', 'b.md': 'b'}), readme).toMatchObject({names: ['README.md', 'b.md', 'a.md'], told: ['chapters-led README.md 2'], title: '书'})
    }
    expect(await read({'README.md': '# 一\n\n见[乙](b.md)\n\n# 二\n\n[甲](a.md)', 'a.md': 'a', 'b.md': 'b'})).toMatchObject({names: ['README.md', 'b.md', 'a.md'], title: ''})
  })

  it('stands before the texts of its folder', async () => {
    expect(await read({'01.md': 'a', 'README.md': '# 书', 'sub/1.md': 'b', 'sub/index.md': 'c', 'sub.md': 'd'})).toMatchObject({names: ['README.md', '01.md', 'sub.md', 'sub/index.md', 'sub/1.md'], told: []})
  })

  it('may be the page above all others', async () => {
    expect(await read({'书 1f.md': '# 书\n\n[乙](%E4%B9%A6%201f/b.md) [甲](%E4%B9%A6%201f/a.md)', '书 1f/a.md': 'a', '书 1f/b.md': 'b'})).toMatchObject({names: ['书 1f.md', '书 1f/b.md', '书 1f/a.md'], title: '书'})
  })

  it('is a text otherwise', async () => {
    for (const readme of ['# 书\n\n序。\n\n- [乙](b.md)', '- [甲](a.md)', '见 [乙](b.md) 与 [网](https://example.org/a.md)']) {
      expect((await read({'README.md': readme, 'a.md': 'a', 'b.md': 'b'})).names, readme).toEqual(['README.md', 'a.md', 'b.md'])
    }
  })
})

it('is read in time that grows with it', async () => {
  for (const line of ['- [甲](a.md)\n', '- [[甲](a.md)\n', `- [${'\\['.repeat(200)}\n`, `[a](${'('.repeat(300)}\n`, '- [甲](gone.md)\n']) {
    const order = (size: number) => {
      const data = Buffer.from(line.repeat(size))
      const folder = {read: (path: string) => Promise.resolve({data, path})}
      return readSummary({folder, names: ['SUMMARY.md', 'a.md'], config: defaultConfig(), messages: [], digest: {add: () => {}}} as never) // no more of a reading is looked at
    }
    expect(await growth(order, 500), line).toBeLessThan(linear)
  }
})
