import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {remarkCitations} from '../src/citations/index.ts'
import {parseText} from '../src/parse.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkCitations).use(remarkCjkFriendly).freeze()
const parse = (text: string): Root => parser.parse(text)
/** Long enough that pieces are made, by a paragraph between the blocks. */
const filler = `${'很长的一段文字。'.repeat(1100)}\n\n`

const blocks = fc.constantFrom(
  '# 标题', '## 二', '#非标题', '- 项\n- 项', '- 项\n\n  又一段', '> 引文\n懒续行', '1. 一\n2. 二', '```\n\n## 码里\n\n```', '~~~~\n\n# 码里\n\n~~~\n\n# 仍在码里\n\n~~~~', '```js\nx', '$$\n\n## 式里\n\n$$', '$$ x',
  '``` a`b', '    缩进\n\n    ## 码', '<div>\n\n## 标题\n\n</div>', '<div>\n## 不是标题\n', '<!--\n\n## 注释里\n\n-->', '<pre>\n\n## 原样\n\n</pre>', '| a |\n|---|\n| ``` |', '- ```\n  x\n  ```', '[a]: http://x', '[^1]: 注', '[a] 与[^1]', '**中**文[[1]]', '题\n===', '***', '  ## 缩进的标题', '> ## 引文里的标题', '- ## 项里的标题', '\t制表', '行末\\\n换行',
)
const gap = fc.constantFrom('\n', '\n\n', '\n\n\n', '\n \n')

describe('a long text', () => {
  it('is parsed in pieces to the same tree, positions included', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(blocks, gap, fc.boolean()), {minLength: 4, maxLength: 16}), (parts) => {
        const text = parts.map(([block, end, long]) => `${block}${end}${long ? `\n${filler}` : ''}`).join('')
        expect(parseText(text, parse)).toEqual(parse(text))
      }),
      {numRuns: 120},
    )
  })

  it('is cut where it may be', () => {
    const calls: string[] = []
    parseText(`# 一\n\n${filler.repeat(3)}\n\n# 二\n\n${filler.repeat(3)}`, (part) => {
      calls.push(part)
      return parse(part)
    })
    expect(calls.map((part) => part.slice(0, 3))).toEqual(['# 一', '# 二'])
  })

  const corpus = path.resolve(import.meta.dirname, '../../shared/corpus')
  describe.skipIf(!existsSync(corpus))('of the corpus', () => {
    const files = ['docs', 'reports'].flatMap((folder) => (existsSync(path.join(corpus, folder)) ? readdirSync(path.join(corpus, folder)).filter((name) => name.endsWith('.md')).map((name) => path.join(corpus, folder, name)) : []))
    it.each(files.map((file) => [path.basename(file), file]))('%s is parsed to the same tree', (_name, file) => {
      const text = readFileSync(file, 'utf8')
      expect(parseText(text, parse)).toEqual(parse(text))
    })
  })
})
