import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, it} from 'vitest'
import {dropSoftHyphens} from '../../../src/editions/pdf/finish/artifacts.ts'
import {hyphenator} from '../../../src/editions/pdf/hyphenate.ts'
import {composeFiles} from '../../fixture.ts'
import {hasBrowser, inFolder, printGalley, readPdf} from './print.ts'

const report = path.resolve(import.meta.dirname, '../../../source/report/report-2024.zh.md')
const english = `\n## Chapter in English\n\n${'Typographical considerations notwithstanding, representative implementations demonstrate extraordinary characteristics. '.repeat(6)}\n`
const extra = '\n## 第九章 难字\n\n囍镕㐂犇麤，“引号”——破折号……省略号，Ω μ Å ½ ① → ≤，Ünïcödé，Привет，ひらがなカタカナ，没有字形的𠮷、𰻝与한국。\n\n> 楷体引文，天地玄黄。\n\n`code` 与 `let x = "中文"`。\n'

function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}

/** Without white space and without what a reader adds or may write either way, as hyphens; the letters of formulas are mathematical ones. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b\u00a0\u2010-]/g, '')
}

const source = path.resolve(import.meta.dirname, '../../../source')
const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpus')

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).filter((file) => /\.(md|yml)$/.test(file)).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]))
}

const books: [string, string, () => Record<string, string>][] = [
  ['the sample', source, () => ({'a.md': readFileSync(report, 'utf8') + extra, 'book.yml': 'language: zh-CN\n', 'glossary.yml': readFileSync(path.join(path.dirname(report), 'glossary.yml'), 'utf8')})],
  ['the example', source, () => filesOf(path.join(source, 'example'))],
  ...['docs/zh-d2l-introduction', 'reports/zh-gpt-4.1-2', 'reports/zh-claude4-sonnet-6', 'reports/gpt-5-100'].map((name): [string, string, () => Record<string, string>] => [name, path.join(corpus, `${name}.md`), () => ({'a.md': readFileSync(path.join(corpus, `${name}.md`), 'utf8')})]),
]

/** The PDF has no mark that leads back from a note. */
function withoutMarks(node: Element): Element {
  const shown = node.children.filter((child) => child.type !== 'element' || child.properties.dataFootnoteBackref === undefined)
  return {...node, children: shown.map((child) => (child.type === 'element' ? withoutMarks(child) : child))}
}

/** Without code and addresses, which break anywhere, and formulas. */
function plainOf(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value.replace(/\S*[/@_]\S*/g, ' ') : child.type !== 'element' || /^(?:code|math|a)$/.test(child.tagName) ? ' ' : plainOf(child))).join('')
}

describe.skipIf(!hasBrowser).each(books.filter(([, place]) => existsSync(place)))('the text that a reader gets out of %s', (_name, _place, files) => {
  let data: Uint8Array
  let paragraphs: string[]
  let written: string[]
  let heads: Set<string>
  beforeAll(async () => {
    const {galley} = await composeFiles(files())
    paragraphs = []
    written = []
    for (const {tree} of galley.chapters) {
      visit(tree, 'element', (node) => {
        if (!/^(?:p|h[1-6]|td|th)$/.test(node.tagName)) return
        written.push(plainOf(node))
        paragraphs.push(bare(toString(withoutMarks(node))))
      })
    }
    heads = new Set([galley.config.title, ...galley.chapters.map(({title}) => title)].map(bare))
    data = (await printGalley(galley)).data
  }, 120_000)

  /** Lines without running heads and folios. */
  const bodyOf = (lines: string[]) => lines.filter((raw) => isBody(bare(raw))).join('')
  const isBody = (line: string) => !heads.has(line) && !/^[\divxlcdm]+$/.test(line) && ![...heads].some((head) => line.startsWith(head.slice(0, 12)) && head !== line && line.length <= head.length && line.endsWith('…'))

  const check = (raw: string) => {
    const text = bare(raw)
    expect(raw.match(/[\u2e80-\u2fdf\uf900-\ufaff\ufffd\ue000-\uf8ff]/g)).toBeNull()
    const missing = paragraphs.filter((paragraph) => paragraph.length > 0 && !text.includes(paragraph))
    // A paragraph that runs over a page may be parted by the running head of a page.
    expect(missing.filter((paragraph) => !heads.has(paragraph) && !/^[\divxlcdm]+$/.test(paragraph) && !partedIn(text, paragraph))).toEqual([])
    expect(paragraphs.length).toBeGreaterThan(20)
  }

  it('is what was written, by pdf.js', async () => {
    const {pages} = await readPdf(data)
    check((pages.flatMap(({items, height}) => items.filter(({y}) => y > height * 0.08 && y < height * 0.93).map(({text}) => text)).join('')))
  })

  it.skipIf(!has('pdftotext'))('is what was written, by poppler', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'a.pdf'), data)
    check(bodyOf(execFileSync('pdftotext', ['-raw', path.join(folder, 'a.pdf'), '-'], {encoding: 'utf8'}).split(/[\n\f]/)))
  }))

  it.skipIf(!has('mutool'))('is what was written, by MuPDF', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'a.pdf'), data)
    check(bodyOf(execFileSync('mutool', ['draw', '-q', '-F', 'text', path.join(folder, 'a.pdf')], {encoding: 'utf8'}).split(/[\n\f]/)))
  }))

  it.skipIf(!has('pdftotext') || !has('mutool'))('has every long word whole, or parted by one hyphen at a line\u2019s end', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'a.pdf'), data)
    for (const [program, options] of [['pdftotext', ['-raw', 'a.pdf', '-']], ['mutool', ['draw', '-q', '-F', 'text', 'a.pdf']]] as const) {
      const text = execFileSync(program, options, {encoding: 'utf8', cwd: folder}).replace(/[-\u2010\u00ad] *\n+/g, '')
      expect(text).not.toContain('\u00ad')
      const words = new Set(written.flatMap((paragraph) => paragraph.match(/\p{Script=Latin}{7,}/gu) ?? []))
      expect([...words].filter((word) => !text.includes(word))).toEqual([])
      expect(words.size).toBeGreaterThan(4)
    }
  }))

  it.skipIf(!has('pdffonts'))('is set in TrueType only', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'a.pdf'), data)
    const fonts = execFileSync('pdffonts', [path.join(folder, 'a.pdf')], {encoding: 'utf8'}).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(2)
    for (const font of fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/)
  }))

  it.skipIf(!has('qpdf'))('stands in a file that qpdf finds sound', () => inFolder(async (folder) => {
    writeFileSync(path.join(folder, 'a.pdf'), data)
    expect(execFileSync('qpdf', ['--check', path.join(folder, 'a.pdf')], {encoding: 'utf8'})).toContain('No syntax or stream encoding errors found')
  }))
})

describe('soft hyphens that broke nothing', () => {
  it.each(['feff00ad', 'FEFF00AD'])('leave only their step (%s)', (mark) => {
    const content = `<003c> Tj\n/Span<</ActualText <${mark}> >> BDC\n4.5 0 Td <0001> Tj\nEMC\n0 0 Td <004A> Tj\n`
    expect(dropSoftHyphens(content)).toBe('<003c> Tj\n4.5 0 Td\n0 0 Td <004A> Tj\n')
  })
})

describe('soft hyphens within a ligature', () => {
  it('are not offered', async () => {
    const marked = (await hyphenator())('efficiently significant effects characteristics')
    expect(marked).toContain('char\u00adac')
    expect(marked).not.toMatch(/f\u00ad[fil]/)
  })

  it('leave the other characters that its glyph stands for', () => {
    expect(dropSoftHyphens('/Span<</ActualText <FEFF006600AD00660069> >> BDC\n4 0 Td <0021> Tj\nEMC\n')).toBe('/Span<</ActualText <FEFF006600660069> >> BDC\n4 0 Td <0021> Tj\nEMC\n')
    expect(dropSoftHyphens('<FEFF4E00AD12>')).toBe('<FEFF4E00AD12>')
  })
})

describe.skipIf(!hasBrowser)('an English book', () => {
  it('breaks words with hyphens that leave no trace in its text', async () => {
    const {galley} = await composeFiles({'book.yml': 'language: en\npdf: {trim: A5}\n', 'a.md': `# Book${english}\n${english.replace('Chapter', 'Second chapter')}`})
    const {text, pages} = await readPdf((await printGalley(galley)).data)
    expect(text).not.toContain('\u00ad')
    expect(pages.flatMap(({items}) => items).some((item) => /[-\u2010]$/.test(item.text))).toBe(true)
    expect(text.split('Typo').length).toBeGreaterThan(6)
  }, 60_000)
})

/** Both halves are there, one behind the other. */
function partedIn(text: string, paragraph: string): boolean {
  for (let cut = 1; cut < paragraph.length; cut += 1) {
    const first = text.indexOf(paragraph.slice(0, cut))
    if (first < 0) return false
    const second = text.indexOf(paragraph.slice(cut), first + cut)
    if (second >= 0 && second - first - cut < 80) return true
  }
  return false
}

it.skipIf(!hasBrowser)('what a page would unfold stands open in the print', async () => {
  const {galley} = await composeFiles({'a.md': '# 甲\n\n<details>\n<summary>梗概</summary>\n\n折叠的正文。\n\n</details>\n'})
  const {text} = await readPdf((await printGalley(galley)).data)
  expect(text.replace(/\s+/g, '')).toContain('折叠的正文')
}, 60_000)

it.skipIf(!hasBrowser)('sets ideographic spaces in the font of the text, whatever stands beside them', async () => {
  const {galley} = await composeFiles({'book.yml': 'title: Salts\nlanguage: en\n', 'a.md': '# 化学\n\nNaCl　　B．NH₃·H₂O　　C\n'})
  const {data, messages} = await printGalley(galley)
  expect(messages).toEqual([]) // a missing glyph would keep the file from both standards
  expect((await readPdf(data)).text.replace(/\s/g, '')).toMatch(/NaClB[．.]NH₃·H₂OC/)
})

it.skipIf(!hasBrowser)('has a glyph for the space behind a label, and for all of a note in the margin, whatever stands beside them', async () => {
  const {galley} = await composeFiles({'book.yml': 'title: 書\nlanguage: zh-Hant\npdf: {footnotes: margin}\n', 'a.md': '# 一\n\n> 引文[^1]。\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\nTable: 漢⽅\n\n正文用漢與⽅、方。\n\n[^1]: 見《籲天》一書。\n'})
  const {messages} = await printGalley(galley)
  expect(messages).toEqual([]) // a missing glyph would keep the file from both standards
})

it.skipIf(!hasBrowser)('prints what no font has as boxes of its own, not as the missing glyph', async () => {
  const {galley} = await composeFiles({'a.md': '# 甲\n\n没有字形：𠮷、𰻝与**한국**，`한`。\n'})
  const {data, messages, fonts} = await printGalley(galley)
  expect(fonts?.uncovered).toEqual(expect.arrayContaining(['𠮷', '한']))
  expect(messages).toEqual([]) // a missing glyph would keep the file from both standards
  const {text} = await readPdf(data)
  expect(text.replace(/\s/g, '')).toContain('没有字形：𠮷、𰻝与한국，한。')
  expect(text).not.toContain('Boxes') // among the fonts of the colophon
})
