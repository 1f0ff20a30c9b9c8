/** Limits before the parse: what is refused, and what must never be. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {toString} from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {defaultConfig} from '../../src/config.ts'
import {guardText} from '../../src/manuscript/guard.ts'
import {markup} from '../../src/manuscript/plain.ts'
import {restorePlain} from '../../src/repair/hidden.ts'
import {growth, linear} from '../growth.ts'

const {limits} = defaultConfig()
const guard = (text: string) => guardText(text, 'a.md', limits).messages.map(({values, place}) => `${values.limit} ${place.line}`)

describe('makes plain, at the block where it stands,', () => {
  it.each([
    ['brackets', `a\n\n${'['.repeat(9000)}`, 'limits.blockBrackets 3'],
    ['emphasis', `a\n\n${'*a '.repeat(1600)}`, 'limits.blockEmphasis 3'],
    ['runs of emphasis', `a\n\n${'*'.repeat(2000)}b${'*'.repeat(2000)}`, 'limits.blockEmphasis 3'],
    ['deep quotes', `a\n\n${'>'.repeat(200)} b`, 'limits.nesting 3'],
    ['deep lists', Array.from({length: 130}, (_, n) => `${' '.repeat(n * 2)}- a`).join('\n'), 'limits.nesting'],
    ['wide tables', `a\n\n${'|x'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|x|\n'.repeat(4000)}`, 'limits.tableCells 3'],
    ['autolinks', '<a'.repeat(5000), 'limits.blockMarks 1'],
    ['long blocks', 'ab c'.repeat(400_000), 'limits.blockLength 1'],
  ])('%s', (_, text, expected) => expect(guard(text)[0]).toContain(expected))
})

describe('lets pass', () => {
  it.each([
    ['100,000 citations on one line', 25_000 / 3, (size: number) => 'x[[1]], [[2], [11]][3]'.repeat(size)],
    ['code full of brackets', 2250, (size: number) => `\`\`\`json\n${'[[1]*[2]], '.repeat(size)}\n\`\`\`\n`],
    ['10 MB of plain paragraphs', 2750, (size: number) => `${'Plain words, 平常的话。'.repeat(40)}\n\n`.repeat(size)],
  ])('%s, in linear time', async (_, size, write) => {
    expect(guard(write(4 * size))).toEqual([])
    expect(await growth((of) => guard(write(of)), size, 1)).toBeLessThan(linear)
  })
})

it('is not lulled by a fence that its container ends', () => {
  expect(guard(`> \`\`\`\n${'['.repeat(9000)}`)).toEqual(['limits.blockBrackets 1'])
  expect(guard(`- a\n\n  \`\`\`\n${'['.repeat(9000)}`)).toEqual(['limits.blockBrackets 3'])
})

it('puts every character back, at its place', () => {
  const text = `# A\n\n${markup} ${'[*'.repeat(9000)}\n\n**b**\n`
  const guarded = guardText(text, 'a.md', limits)
  expect(guarded.text).toHaveLength(text.length)
  expect(guarded.text).toMatch(/^# A\n\n[^[*\]]+\n\n\*\*b\*\*\n$/)
  const parsed = {path: 'a.md', text: guarded.text, tree: unified().use(remarkParse).parse(guarded.text), frontMatter: {}}
  restorePlain(parsed)
  expect(parsed.tree.children.map(({type}) => type)).toEqual(['heading', 'paragraph', 'paragraph'])
  expect(toString(parsed.tree.children[1])).toBe(text.split('\n\n')[1])
})

const corpus = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpus')
describe.skipIf(!existsSync(corpus))('real documents', () => {
  const files = ['docs', 'reports'].flatMap((folder) => (existsSync(corpus) ? readdirSync(path.join(corpus, folder)).map((name) => path.join(corpus, folder, name)) : [])).filter((name) => name.endsWith('.md'))
  it.each(files.map((file) => [path.basename(file), file]))('%s passes', (_, file) => expect(guard(readFileSync(file, 'utf8'))).toEqual([]))
})

it('counts brackets around numbers that are too long for a source, and those of sources never', () => {
  const numbered = (first: number) => Array.from({length: 3000}, (_, index) => `[[${first + index}]], `).join('')
  expect(guard(numbered(1))).toEqual([])
  expect(guard(numbered(97_000 - 1))).toEqual([])
  expect(guard(numbered(120_000))).toEqual(['limits.blockBrackets 1'])
})
