/** Notes at the foot of the page that calls them. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readManuscript} from '../../../src/manuscript/index.ts'
import {composeBook, setGalley} from '../../../src/pipeline.ts'
import {PdfFile} from '../../../src/editions/pdf/objects/file.ts'
import {dictOf, Text, type Value} from '../../../src/editions/pdf/objects/values.ts'
import {liftNotes} from '../../../src/editions/pdf/finish/notes.ts'
import {PDFDocument} from '@cantoo/pdf-lib'
import {hasBrowser, inFolder, printGalley, type ReadPage, type ReadPdf, readPdf} from './print.ts'

const settings = ({trim = 'A5', theme = 'academic'}) => `title: 书\nlanguage: zh-CN\npdf:\n  trim: ${trim}\n  theme: ${theme}\n  footnotes: page\n`

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="96"><rect width="160" height="96" fill="#ccc"/></svg>'

const book = (markdown: string, more: {trim?: string; theme?: string} = {}) => inFolder(async (folder) => {
  for (const [name, text] of Object.entries({'book.yml': settings(more), 'a.md': markdown, 'a.svg': picture})) writeFileSync(path.join(folder, name), text)
  const manuscript = await readManuscript(folder, {epoch: undefined})
  const {data, messages} = await printGalley(await setGalley(await composeBook(manuscript), manuscript))
  return {messages, data, read: await readPdf(data)}
})

interface Call {note: string; page: number; y: number}

/** Links from a raised number to a note. */
function callsOf({pages}: ReadPdf): Call[] {
  return pages.flatMap(({links}, page) => links.flatMap(({dest, rect}) => (dest !== undefined && /-fn-\d+$/.test(dest) ? [{note: dest, page, y: rect[1]}] : [])))
}

const sizeOf = ({items}: ReadPage, text: string) => items.find((item) => item.text.includes(text))

const paragraphs = (count: number, call: (index: number) => string) => Array.from({length: count}, (_, index) => `${'正文一句接着一句地写下去，'.repeat(9)}${call(index)}又写到这里才完。\n`).join('\n')

describe.skipIf(!hasBrowser)('notes at the foot of the page', () => {
  it('stand under the text of the page that calls them, in order, and end the page', async () => {
    const notes = Array.from({length: 14}, (_, index) => `[^${index}]: 注文第${'零一二三四五六七八九十甲乙丙'[index]}条。\n`).join('\n')
    const {read, messages} = await book(`# 书\n\n## 一\n\n${paragraphs(14, (index) => `[^${index}]`)}\n## 二\n\n没有注。\n\n${notes}`)
    const calls = callsOf(read)
    expect(calls).toHaveLength(14)
    expect(new Set(calls.map(({page}) => page)).size).toBeGreaterThan(2)
    for (const {note, page} of calls) expect(read.pageOf.get(note), note).toBe(page)
    for (const [page, {items}] of read.pages.entries()) {
      if (!calls.some((call) => call.page === page)) continue
      const places = items.filter(({text}) => text.includes('注文第')).map(({y}) => y)
      const body = items.filter(({text, y}) => /正文|又写到/.test(text) && y > 60).map(({y}) => y)
      expect(places).toEqual(places.toSorted((one, other) => other - one))
      expect(Math.max(...places)).toBeLessThan(Math.min(...body))
      expect(Math.min(...places)).toBeLessThan(75) // the last line of the type area of A5 stands there
    }
    expect(read.text).not.toContain('注释')
    expect(messages).toEqual([])
  })

  it('part a paragraph, a table and code where the page ends, and lose no word', async () => {
    const table = `| 甲 | 乙 |\n|---|---|\n${Array.from({length: 60}, (_, index) => `| 行${index} | 值${index}${index % 9 === 4 ? `[^t${index}]` : ''} |`).join('\n')}\n`
    const code = `\`\`\`js\n${Array.from({length: 70}, (_, index) => `call(${index + 1000})`).join('\n')}\n\`\`\`\n`
    const notes = Array.from({length: 60}, (_, index) => (index % 9 === 4 ? `[^t${index}]: 表注${index}。\n` : '')).join('\n')
    const {read, messages} = await book(`# 书\n\n## 一\n\n正文[^a]。\n\n${table}\n${paragraphs(3, () => '')}\n${code}\n末句[^b]。\n\n[^a]: 甲注。\n\n[^b]: 乙注，\n\n    - 其一\n    - 其二\n\n${notes}`)
    const calls = callsOf(read)
    expect(calls).toHaveLength(9)
    for (const {note, page} of calls) expect(read.pageOf.get(note), note).toBe(page)
    for (let index = 0; index < 60; index += 1) expect(read.text).toMatch(new RegExp(`行 ?${index}值 ?${index}(?!\\d\\d)`))
    for (let index = 1000; index < 1070; index += 1) expect(read.text).toContain(`call(${index})`)
    const heads = read.pages.filter(({items}) => items.some(({text}) => /^行\d/.test(text)))
    for (const page of heads) expect(sizeOf(page, '甲'), 'the head is repeated').toBeDefined()
    expect(messages).toEqual([])
  })

  it('end a page between an item and the list within it, wherever that falls', async () => {
    const chapters = Array.from({length: 16}, (_, index) => `## 章${index}\n\n${'正文一行。\n\n'.repeat(8 + index)}- 项目[^${index}]\n  - 其一\n  - 其二\n  - 其三\n`).join('\n')
    const {read, messages} = await book(`# 书\n\n${chapters}\n${Array.from({length: 16}, (_, index) => `[^${index}]: 注文。\n`).join('\n')}`)
    expect(messages).toEqual([])
    expect(callsOf(read)).toHaveLength(16)
    for (const {items} of read.pages) {
      const note = items.find(({text}) => text.includes('注文'))
      if (note) for (const {text, y} of items) if (/正文|项目|其[一二三]/.test(text)) expect(y, text).toBeGreaterThan(note.y)
    }
    expect(read.pages.filter(({items}) => items.some(({text}) => text.includes('其一')) && !items.some(({text}) => text.includes('项目'))).length).toBeGreaterThan(0)
  })

  it('leave no empty page behind a list, part notes that are longer than a page, and are found in heads of tables', async () => {
    const item = (index: number) => `- ${'项目里的话，'.repeat(12)}完。[^i${index}]`
    const aside = `> [!NOTE]\n${Array.from({length: 14}, (_, index) => `> ${'提示里的话，'.repeat(16)}[^n${index}]\n>\n`).join('')}`
    const spanned = `<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody>${Array.from({length: 30}, (_, index) => `<tr><td rowspan="2">组${index}</td><td>上${index}</td></tr><tr><td>下${index}</td></tr>`).join('')}</tbody></table>`
    const notes = [...Array.from({length: 9}, (_, index) => `[^i${index}]: 项注${index}。`), ...Array.from({length: 14}, (_, index) => `[^n${index}]: 示注${index}。`), '[^h]: 头注。'].join('\n')
    const {read, messages} = await book(`# 书\n\n## 一\n\n${Array.from({length: 9}, (_, index) => item(index)).join('\n')}\n\n## 二\n\n${aside}\n## 三\n\n${spanned}\n\n| 丙[^h] | 丁 |\n|---|---|\n${'| 一 | 二 |\n'.repeat(40)}\n${notes}\n`)
    expect(messages).toEqual([])
    const calls = callsOf(read)
    expect(new Set(calls.map(({note}) => note)).size).toBe(24)
    for (const note of new Set(calls.map((call) => call.note))) expect(calls.filter((call) => call.note === note).map(({page}) => page), note).toContain(read.pageOf.get(note))
    for (const {items, height} of read.pages) expect(items.some(({text, y}) => text.trim() !== '' && y > 50 && y < height - 50)).toBe(true)
    for (let index = 0; index < 30; index += 1) {
      const pages = ['组', '上', '下'].map((part) => read.pages.findIndex(({items}) => items.some(({text}) => text.replaceAll(' ', '') === `${part}${index}`)))
      expect(pages.every((page) => page >= 0 && page === pages[0]), `${index}: ${pages}`).toBe(true)
    }
  })

  it('stand there where formulas stand in the lines', async () => {
    const {read, messages} = await book(`# 书\n\n## 一\n\n${paragraphs(14, (index) => `设 $a_${index}$ 与 $\\frac{x}{y}$[^${index}]，`)}\n${Array.from({length: 14}, (_, index) => `[^${index}]: 注文。\n`).join('\n')}`)
    expect(messages).toEqual([])
    const calls = callsOf(read)
    expect(calls).toHaveLength(14)
    for (const {note, page} of calls) expect(read.pageOf.get(note), note).toBe(page)
  })

  it('run through chapters that begin no pages, with numbers that do', async () => {
    const notes = (prefix: string) => Array.from({length: 5}, (_, index) => `[^${prefix}${index}]: 注文${prefix}${index}。\n`).join('\n')
    const {read, messages} = await book(`# 书\n\n## 摘要\n\n${'摘要里的话。'.repeat(90)}\n\n${['a', 'b', 'c'].map((prefix) => `## 章${prefix}\n\n${paragraphs(5, (index) => `[^${prefix}${index}]`)}`).join('\n')}\n## 附表\n\n| 甲 | 乙 |\n|---|---|\n${'| 一 | 二 |\n'.repeat(70)}\n${['a', 'b', 'c'].map(notes).join('\n')}`, {theme: 'brief'})
    expect(messages).toEqual([])
    const calls = callsOf(read)
    expect(calls).toHaveLength(15)
    expect(new Set(calls.map(({page}) => page)).size).toBeGreaterThan(2)
    for (const {note, page} of calls) expect(read.pageOf.get(note), note).toBe(page)
    for (const {items} of read.pages) {
      const below = items.filter(({text}) => text.includes('注文')).map(({y}) => y)
      const above = items.filter(({text, y}) => /正文|又写到|摘要里|^章/.test(text) && y > 60).map(({y}) => y)
      expect(Math.max(0, ...below)).toBeLessThan(Math.min(2000, ...above))
    }
    const labels = read.pages.flatMap(({items}) => items.flatMap(({text, x, y}) => (/^\d+$/.test(text) && items.some((note) => note.text.includes('注文') && Math.abs(note.y - y) < 3 && note.x > x) ? [Number(text)] : [])))
    expect(labels).toEqual(Array.from({length: 15}, (_, index) => index + 1))
  })

  it('have one number for all calls of a note, where they are numbered through', async () => {
    const {read, messages} = await book('# 书\n\n## 一\n\n甲[^a]。乙[^a]。\n\n## 二\n\n丙[^b]。丁[^b]。\n\n[^a]: 注甲。\n\n[^b]: 注乙。\n', {theme: 'brief'})
    expect(messages).toEqual([])
    expect(read.text.replace(/\s/g, '')).toMatch(/甲1。乙1。.*丙2。丁2。/s)
  })

  it('stay at the end of a chapter whose note is longer than a page, which is told', async () => {
    const long = `# 书\n\n## 长注\n\n甲[^a]。\n\n## 短注\n\n乙[^b]。\n\n[^a]: ${'很长的注。'.repeat(700)}\n\n[^b]: 短。\n`
    const {read, messages} = await book(long)
    expect(messages.map((told) => [told.ruleId, /长注/.test(JSON.stringify(told)), /短注/.test(JSON.stringify(told))])).toEqual([['footnotes-at-end', true, false]])
    expect(read.text.match(/很/g)?.length).toBe(700)
  })

  it('stand below a line that begins with a long word, and not within it', async () => {
    const line = `${'天地玄黄'.repeat(3)}\`\\frac{a+b}{\\sum_i x_i}\\frac{a+b}{\\sum_i x_i}\`[^6] attention models ${'天地玄黄'.repeat(9)}`
    const {read, messages} = await book(`# 书\n\n## 一\n\n| 甲 | 乙 |\n|---|---|\n${[1, 2, 3, 4, 5].map((row) => `| 一[^${row}] | 二三四五 |\n`).join('')}\n- ${line}\n\n${[1, 2, 3, 4, 5, 6].map((note) => `[^${note}]: 注${'文字'.repeat(note * 7)}。\n`).join('\n')}`, {trim: '[100, 160]', theme: 'brief'})
    expect(messages).toEqual([])
    const page = read.pages.find(({items}) => items.some(({text}) => text.includes('attention')))
    const yOf = (words: string) => page?.items.filter(({text}) => text.includes(words)).map(({y}) => y) ?? []
    expect(Math.min(...yOf('attention'))).toBeGreaterThan(Math.max(...yOf('注文字')))
  })

  it.each([
    ['a rule that parts nothing', '正文[^1]。\n\n---'],
    ['a picture within a paragraph', '正文[^1]。![图](a.svg)后'],
    ['pictures alone', '- ![图](a.svg)![图](a.svg)\n\n正文[^1]。'],
  ])('stand there beside %s', async (_, text) => {
    for (const times of [9, 15, 31, 39]) {
      const around = '正文几句，写到这里。'.repeat(times)
      for (const theme of ['academic', 'brief']) {
        const {read, messages} = await book(`# 书\n\n## 一\n\n${[around, text, around, text, around, text].join('\n\n')}\n\n## 二\n\n完。\n\n[^1]: 注文。\n`, {theme})
        expect(messages).toEqual([])
        for (const {note, page} of callsOf(read)) expect(page).toBeGreaterThanOrEqual(read.pageOf.get(note) ?? 0)
      }
    }
  })

  it('have room where an annotation stands above the line that begins their page', async () => {
    const link = '[链接](https://example.com/a/very/long/path/that/goes/on)'
    const items = [
      '天地玄黄宇宙洪荒，辰宿 5 mg[^1]',
      `x日月盈昃。（Speculative Decoding，SD）${link}（Speculative Decoding，SD）$E=mc^2$supercalifragilistic[^2]`,
      `天地玄黄<ruby>汉<rt>hàn</rt></ruby>x日月盈昃。x${link} attention models`,
      `“引号”$\\frac{a+b}{\\sum_i x_i}$ attention models \`code\`${link} attention models`,
      `5 mg $\\frac{a+b}{\\sum_i x_i}$![图](a.svg)\`\\frac{a+b}{\\sum_i x_i}$$E=mc^2$$\\frac{a+b}{\\sum_i x_i}\`[^3]<ruby>汉<rt>hàn</rt></ruby> 2,000 km/h 标<ruby>汉<rt>hàn</rt></ruby>$\\frac{a+b}{\\sum_i x_i}$supercalifragilistic${link}`,
      `![图](a.svg)![图](a.svg) ![图](a.svg)${link}“引号” <https://example.org/long/url/that/breaks/somewhere/else> 5 mg <ruby>汉<rt>hàn</rt></ruby> 5 mg \`code\`[^4]标[^5]**辰宿** <https://example.org/long/url/that/breaks/somewhere/else>`,
    ]
    const {read, messages} = await book(`# 书\n\n## 一\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n${[1, 2, 3, 4, 5].map((note) => `[^${note}]: 注${'文字'.repeat(note * 7)}。`).join('\n')}\n`, {theme: 'brief'})
    expect(messages).toEqual([])
    for (const {note, page} of callsOf(read)) expect(read.pageOf.get(note)).toBe(page)
  })

  it('stand there whatever a chapter is made of', async () => {
    const words = fc.array(fc.constantFrom('天地玄黄', '宇宙洪荒，', '日月盈昃。', ' attention models ', '**辰宿**', '`code`', '$E=mc^2$', '$\\frac{a+b}{\\sum_i x_i}$', '[^N]', ' supercalifragilistic ', ' ![图](a.svg) ', '<ruby>汉<rt>hàn</rt></ruby>'), {minLength: 2, maxLength: 60}).map((parts) => parts.join(''))
    const block = fc.oneof(
      words, words,
      words.map((text) => `> ${text}\n>\n> ${text}`),
      fc.array(words, {minLength: 1, maxLength: 6}).map((items) => items.map((item) => `- ${item}`).join('\n')),
      words.map((text) => `1. ${text}\n\n   ${text}\n\n   - ${text}`),
      fc.array(words, {minLength: 2, maxLength: 5}).map((items) => `- ${items.join('\n  - ')}\n\n  ${items[0]}`),
      fc.integer({min: 1, max: 30}).map((rows) => `| 甲 | 乙 |\n|---|---|\n${'| 一[^N] | 二三四五 |\n'.repeat(rows)}`),
      fc.integer({min: 1, max: 40}).map((lines) => `\`\`\`\n${'line\n'.repeat(lines)}\`\`\``),
      fc.constantFrom('### 节', '$$\nx^2\n$$', '---', '![图](a.svg)\n![图](a.svg)', '- ![图](a.svg)![图](a.svg)', '> [!NOTE]\n> 提示[^N]。'),
    )
    let [drawn, atEnd] = [0, 0]
    await fc.assert(fc.asyncProperty(fc.array(block, {minLength: 6, maxLength: 22}), fc.constantFrom('A5', 'A4', '[100, 160]'), fc.constantFrom('academic', 'brief'), async (blocks, trim, theme) => {
      let count = 0
      drawn += 1
      const notes: string[] = []
      const text = blocks.join('\n\n').replaceAll('[^N]', () => {
        count += 1
        notes.push(`[^n${count}]: 注${'文字'.repeat((count * 7) % 60)}。`)
        return `[^n${count}]`
      })
      const {read, messages} = await book(`# 书\n\n## 一\n\n${text}\n\n## 二\n\n完。\n\n${notes.join('\n')}\n`, {trim, theme})
      if (messages.some(({ruleId}) => ruleId === 'footnotes-at-end')) { // a line whose notes are taller than a page
        atEnd += 1
        return
      }
      expect(messages).toEqual([])
      const calls = callsOf(read)
      expect(new Set(calls.map(({note}) => note)).size).toBe(count)
      for (const {note, page} of calls) expect(read.pageOf.get(note)).toBe(page)
      for (const {items, height} of read.pages) {
        if (!text.includes('a.svg')) expect(items.some(({text, y}) => text.trim() !== '' && y > 50 && y < height - 50), 'no page is empty').toBe(true)
        const below = items.filter(({text}) => /注(?:文字)*。|^文字/.test(text)).map(({y}) => y)
        const above = items.filter(({text, y}) => /天地|宇宙|日月|attention|二三|line/.test(text) && y > 50).map(({y}) => y)
        expect(Math.max(0, ...below)).toBeLessThan(Math.min(2000, ...above))
      }
    }), {numRuns: 8})
    expect(atEnd).toBeLessThan(drawn / 2)
  }, 240_000)
})

describe('tags of notes', () => {
  /** A structure tree of `[type, ...kids]`; a text is a note. */
  type Shape = [string, ...(Shape | string)[]]

  async function lifted(shape: Shape): Promise<string> {
    const empty = await PDFDocument.create({updateMetadata: false})
    empty.addPage([200, 100])
    const pdf = new PdfFile(await empty.save({useObjectStreams: false}))
    const names = new Map<Value, string>()
    const put = ([type, ...kids]: Shape, parent: Value): Value => {
      const ref = pdf.add(null)
      const element = dictOf({Type: '/StructElem', S: `/${type}`, P: parent})
      element.set('K', kids.map((kid) => {
        if (typeof kid !== 'string') return put(kid, ref)
        const note = pdf.add(dictOf({Type: '/StructElem', S: '/NonStruct', Lang: Text.plain('qfn-x-note'), P: ref, K: []}))
        names.set(note, kid)
        return note
      }))
      pdf.replace(ref, element)
      return ref
    }
    const root = pdf.add(null)
    pdf.replace(root, dictOf({Type: '/StructTreeRoot', K: [put(shape, root)]}))
    pdf.catalog.set('StructTreeRoot', root)
    liftNotes(pdf)
    const show = (ref: Value): string => {
      const element = pdf.dict(ref)
      if (names.has(ref)) return `${String(element?.get('S')).slice(1)} ${names.get(ref)}${element?.has('ID') ? '' : ' without an ID'}`
      return `${String(element?.get('S')).slice(1)}(${pdf.array(element?.get('K')).map(show).join(', ')})`
    }
    const [top] = pdf.array(pdf.dict(root)?.get('K'))
    const tree = pdf.dict(pdf.dict(root)?.get('IDTree'))
    expect(pdf.array(tree?.get('Names'))).toHaveLength(2 * names.size)
    return show(top ?? null)
  }

  it('stand behind the paragraph that they interrupt, in order', async () => {
    expect(await lifted(['Sect', ['P', ['Span', 'a'], 'b', ['NonStruct', ['Strong', 'c']]], ['P', 'd']])).toBe('Sect(P(Span(), NonStruct(Strong())), Note a, Note b, Note c, P(), Note d)')
  })

  it('stay where they interrupt none', async () => {
    expect(await lifted(['Sect', ['LI', ['LBody', ['P'], 'a']], 'b'])).toBe('Sect(LI(LBody(P(), Note a)), Note b)')
  })
})
