import type {Element, ElementContent, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {anchorUrl, markAnchors, readAnchorUrl} from '../../../src/editions/pdf/anchors.ts'
import {familiesOf} from '../../../src/editions/pdf/colophon.ts'
import {demandFonts} from '../../../src/editions/pdf/demand.ts'
import {dropSoftHyphens, markContent} from '../../../src/editions/pdf/finish/artifacts.ts'
import {srgbProfile} from '../../../src/editions/pdf/finish/colour.ts'
import {endOfMark} from '../../../src/editions/pdf/finish/marks.ts'
import {xmpOf} from '../../../src/editions/pdf/finish/metadata.ts'
import {fillSlots, folioOf, paginate, planBlanks, toRoman} from '../../../src/editions/pdf/folios.ts'
import {markEmphasis, narrowApostrophes} from '../../../src/editions/latin-runs.ts'
import {quote, shortenHead} from '../../../src/editions/pdf/page-rules.ts'
import {arrangeParts, type Part} from '../../../src/editions/pdf/parts.ts'
import {readTheme} from '../../../src/editions/pdf/theme.ts'
import {shapePage} from '../../../src/editions/pdf/trim.ts'
import {bindAnnouncements, bindCitations, bindEnd, breakUrls, lineCode, markLead, partHeading} from '../../../src/editions/pdf/typography.ts'
import {defaultConfig} from '../../../src/config.ts'
import {localeOf} from '../../../src/locale/index.ts'
import {composeFiles} from '../../fixture.ts'
import {hasBrowser, printFiles, readPdf, templates} from './print.ts'
import {growth, linear} from '../../growth.ts'

const part = (id: string, matter: Part['matter'], recto = false): Part => ({kind: 'chapter', id, matter, page: id, recto, title: id})
const element = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({type: 'element', tagName, properties, children})
const text = (value: string): ElementContent => ({type: 'text', value})

describe('folios', () => {
  it('are Roman before the body, and none on the cover', () => {
    const parts = [part('cover', 'cover'), part('title', 'front'), part('c1', 'body')]
    const pagination = paginate(parts, {pages: new Map([['cover', 1], ['title', 2], ['c1', 6]]), count: 9})
    expect([1, 2, 5, 6, 9].map((page) => folioOf(page, pagination))).toEqual(['', 'i', 'iv', '1', '4'])
  })

  it('of a run of three pages and more are folded, never across the front', () => {
    const pages = new Map([['a', 2], ['b', 3], ['c', 4], ['d', 4], ['e', 5], ['f', 8]])
    const [slot] = fillSlots([{anchors: ['a', 'b', 'c', 'd', 'e', 'f']}], {pages, count: 9}, {front: 1, body: 3, count: 9}, '、')
    expect(slot?.map((piece) => piece.text).join('')).toBe('ii、1–3、6')
    expect(slot?.find((piece) => piece.text === '6')?.href).toBe(anchorUrl([], 'f'))
  })

  it('count in Roman as the Romans did', () => {
    expect([1, 4, 9, 14, 40, 90, 400, 1994].map(toRoman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xc', 'cd', 'mcmxciv'])
  })

  it('have blank pages wherever a recto part would fall on an even one', () => {
    fc.assert(fc.property(fc.array(fc.record({length: fc.integer({min: 1, max: 5}), recto: fc.boolean()}), {minLength: 1, maxLength: 20}), (lengths) => {
      const parts = lengths.map(({recto}, index) => part(`c${index}`, 'body', recto))
      const pages = new Map<string, number>()
      let page = 1
      for (const [index, {length}] of lengths.entries()) {
        pages.set(`c${index}`, page)
        page += length
      }
      const blanks = planBlanks(parts, {pages, count: page - 1}).map(({before}) => before)
      let added = 0
      for (const {id, recto} of parts) {
        if (blanks.includes(id)) added += 1
        if (recto) expect(((pages.get(id) ?? 0) + added) % 2).toBe(1)
        else expect(blanks).not.toContain(id)
      }
    }))
  })
})

describe('anchors', () => {
  it('carry any ids there and back', () => {
    fc.assert(fc.property(fc.array(fc.string({minLength: 1}).filter((id) => !/[\ud800-\udfff]/.test(id))), fc.option(fc.string().filter((id) => !/[\ud800-\udfff]/.test(id)), {nil: undefined}), (ids, target) => {
      const url = anchorUrl(ids, target)
      expect(url).toMatch(/^[\x21-\x7e]*$/)
      expect(readAnchorUrl(url)).toEqual({ids, ...(target === undefined ? {} : {target})})
    }))
    expect(readAnchorUrl('https://example.org/#a')).toBeUndefined()
  })

  it('stand at the first words of what they name, once, and change no text', () => {
    const tree: Root = {type: 'root', children: [
      element('h1', [element('span', [text('第一章')]), text(' 甲')], {id: 'h'}),
      element('p', [text('见'), element('a', [element('dfn', [text('乙')], {id: 'in'})], {id: 'call', href: '#ref-1'}), element('a', [text('网')], {id: 'out', href: 'https://example.org'})]),
      element('figure', [element('img', [], {src: 'x'}), element('figcaption', [text('图')])], {id: 'fig'}),
      element('p', [element('img', [], {src: 'y'})], {id: 'picture'}),
      element('p', [element('math', [element('mi', [text('x')])])], {id: 'formula'}),
    ]}
    const before = toString(tree)
    expect(markAnchors(tree, 'c1')).toEqual(['out', 'picture', 'formula'])
    expect(toString(tree)).toBe(before)
    const urls: string[] = []
    const walk = (nodes: Root['children']) => {
      for (const node of nodes) {
        if (node.type !== 'element') continue
        if (typeof node.properties.href === 'string') urls.push(`${toString(node)} ${node.properties.href}`)
        walk(node.children)
      }
    }
    walk(tree.children)
    expect(urls).toEqual(['第一章 b:c1,h', '乙 b:call,in#ref-1', '网 https://example.org', '图 b:fig'])
  })
})

describe('page content', () => {
  const piece = fc.constantFrom('BT\n/F1 9 Tf\n<0001> Tj\nET', '0 0 9 9 re\nf', '0 0 m\n9 9 l\nS', '/P <</MCID 0 >>BDC\nBT\n<0001> Tj\nET\nEMC', '/P <</MCID 1 >>BDC\n0 0 5 5 re\nf\nEMC', '/X1 Do', 'q\n1 0 0 1 0 0 cm', 'Q', '0 0 9 9 re\nW* n', '/P <</MCID 2 >>BDC\nBT\n/Span<</ActualText <feff4e00> >> BDC\n<0002> Tj\nEMC\nET\nEMC')

  it('is wholly marked, in balance, and keeps every operator', () => {
    fc.assert(fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
      const content = pieces.join('\n')
      const {text: marked, decorative} = markContent(content, (id) => id === 1)
      expect(marked.split('\n').filter((line) => line !== '/Artifact BMC' && line !== 'EMC' && !line.endsWith('BDC')).join('\n')).toBe(content.split('\n').filter((line) => line !== 'EMC' && !line.endsWith('BDC')).join('\n'))
      let depth = 0
      for (const line of marked.split('\n')) {
        if (/B[DM]C$/.test(line)) depth += 1
        if (line === 'EMC') depth -= 1
        if (/^(?:f|S)$|Do$|Tj$/.test(line)) expect(depth).toBeGreaterThan(0)
      }
      expect(depth).toBe(0)
      expect(decorative.every((id) => id === 1)).toBe(true)
    }))
  })

  it('of many marks is read in linear time', async () => {
    const content = '/P <</MCID 1 >>BDC\nBT\n<0001> Tj\nET\nEMC\n'
    expect(markContent(content.repeat(1000), () => true).decorative).toEqual([])
    expect(await growth((size) => markContent(content.repeat(size), () => true), 10_000)).toBeLessThan(linear)
  })

  it('with a mark that never ends is left alone', () => {
    expect(markContent('/P <</MCID 0 >>BDC\nBT\nET', () => false).text).toBe('/P <</MCID 0 >>BDC\nBT\nET')
    expect(endOfMark('a b c', 0)).toBe(-1)
  })

  it('loses the empty glyphs of soft hyphens, but not their steps', () => {
    expect(dropSoftHyphens('1 0 Td <0037> Tj\n/Span<</ActualText <feff00ad> >> BDC\n7.2 0 Td <0001> Tj\nEMC\n0 0 Td <0049> Tj\n')).toBe('1 0 Td <0037> Tj\n7.2 0 Td\n0 0 Td <0049> Tj\n')
  })
})

describe('typography', () => {
  it('keeps the last two Han of a paragraph together', () => {
    const block = element('p', [text('一段文字，写到末尾。')])
    bindEnd(block)
    expect(block.children.map((child) => [child.type, toString(child)])).toEqual([['text', '一段文字，写到'], ['element', '末尾。']])
  })

  it('keeps what announces with what it announces', () => {
    const leads = (...words: (string | Element)[]) => words.map((word) => (typeof word === 'string' ? element('p', [text(word)]) : word)).flatMap((block, _, blocks) => {
      if (block === blocks[0]) bindAnnouncements(blocks)
      return block.properties.className === undefined ? [] : [toString(block)]
    })
    expect(leads('步骤如下：', element('ol', []), '之后：', '段落。', 'As follows: ', element('pre', []), '句子。', element('pre', []), '末尾：')).toEqual(['步骤如下：', 'As follows: '])
    expect(leads(element('p', [text('见'), element('strong', [text('下表：')])]), element('figure', []))).toEqual(['见下表：'])
    expect(leads(element('p', [text('比例为 1:'), element('sup', [text('[1]')])]), element('figure', []))).toEqual([])
  })

  it('breaks URLs after their marks and changes no character', () => {
    fc.assert(fc.property(fc.webUrl({withQueryParameters: true, withFragments: true}), (url) => {
      const pieces = breakUrls(`见 ${url} 。`)
      expect(pieces.map((piece) => (piece.type === 'text' ? piece.value : '')).join('')).toBe(`见 ${url} 。`)
    }))
    expect(breakUrls('aqjc@example.gov.cn').filter(({type}) => type === 'element').length).toBe(3)
    expect(breakUrls('A@B 与 3@4.5 元').length).toBe(1)
    expect(breakUrls('https://example.org/long/path?x=1').filter(({type}) => type === 'element').length).toBeGreaterThan(2)
    expect(breakUrls('中文/英文.')).toHaveLength(1)
  })

  it('continues a line of code deeper than it begins', () => {
    const pre = element('pre', [element('code', [text(`if x:\n    return ${'argument, '.repeat(9)}\n\tx${'argument, '.repeat(9)}`)])])
    lineCode(pre)
    const lines = (pre.children[0] as Element).children as Element[] // lineCode makes elements only
    expect(lines.map(({properties}) => properties.style)).toEqual([undefined, '--indent:4ch', '--indent:4ch'])
  })

  it('keeps calls of sources and of footnotes with the character before them', () => {
    const call = (className: string, inner = false) => inner ? element('sup', [{...element('a', [text('1')]), properties: {className: [className]}}]) : {...element('sup', [text('1')]), properties: {className: [className]}}
    for (const sup of [call('citation'), call('footnote-call', true)]) {
      const block = element('p', [text('深可百'), sup, text('。')])
      bindCitations(block)
      expect(block.children.map((child) => toString(child))).toEqual(['深可', '百1', '。'])
    }
    const other = element('p', [text('深可百'), element('sup', [text('1')])])
    bindCitations(other)
    expect(other.children).toHaveLength(2)
  })

  it('sets code by lines and offers breaks in long ones only', () => {
    const pre = element('pre', [element('code', [text('short = 1\n'), element('span', [text(`${'argument, '.repeat(9)}\nnext`)])])])
    lineCode(pre)
    const lines = (pre.children[0] as Element).children as Element[] // lineCode makes elements only
    expect(lines.map(({properties}) => properties.className)).toEqual([['line'], ['line', 'long'], ['line']])
    expect(toString(lines[0] as Element)).toBe('short = 1')
    expect(toString(lines[1] as Element).replace(/\u00ad/g, '').replace(/\u00a0/g, ' ').trim()).toBe('argument, '.repeat(9).trim())
  })

  it.each([['第一章 多模态', '第一章 '], ['第一百二十回 归结红楼梦', '第一百二十回 '], ['附录 A 数据', '附录 A '], ['Chapter 3: Results', 'Chapter 3: '], ['第一章', undefined], ['总结与展望', undefined]])('parts the number from the heading “%s”', (title, number) => {
    const heading = element('h1', [text(title)])
    partHeading(heading)
    const [first] = heading.children
    expect(first?.type === 'element' ? toString(first) : undefined).toBe(number)
    expect(toString(heading)).toBe(title)
  })

  it('shortens running heads at a colon, else with an ellipsis, to what fits', () => {
    expect(shortenHead('第一章 多模态大模型：迈向通用人工智能的核心路径与展望', 16)).toBe('第一章 多模态大模型')
    expect(shortenHead('没有冒号的很长很长很长的标题', 8)).toBe('没有冒号的很长…')
    expect(quote('a"b\\c\n</style>')).not.toMatch(/["\\][^\da-f ]*"b|<|\n/)
  })
})

describe('emphasis in Chinese text', () => {
  const marked = (tagName: string, value: string) => {
    const emphasis = element(tagName, [text(value)])
    markEmphasis(emphasis)
    return emphasis.children.map((child) => (child.type === 'element' ? `${String(child.properties.className)}:${toString(child)}` : toString(child)))
  }

  it('dots each Han, but no punctuation, and slants Latin as one piece', () => {
    expect(marked('em', '强，Attention Is All 2')).toEqual(['dot:强', '，', 'slant:Attention Is All 2'])
    expect(marked('cite', '强Nature')).toEqual(['强', 'slant:Nature'])
  })

  it('loses nothing', () => {
    fc.assert(fc.property(fc.string({unit: 'grapheme'}), (value) => {
      const emphasis = element('em', [text(value)])
      markEmphasis(emphasis)
      expect(toString(emphasis)).toBe(value)
    }))
  })
})

describe('apostrophes', () => {
  it('are narrow inside Latin words only', () => {
    const shown = narrowApostrophes([text('‘穆迪’Moody’s与’s')]).map((node) => (node.type === 'element' ? `[${toString(node)}]` : toString(node)))
    expect(shown).toEqual(['‘穆迪’Moody', '[’]', 's与’s'])
  })
  it('and quotation marks where English goes on around them', () => {
    const narrow = (value: string) => narrowApostrophes([text(value)]).map((node) => (node.type === 'element' ? `[${toString(node)}]` : toString(node))).join('')
    expect(narrow('他写：He said, “Yes, it’s,” and left.')).toBe('他写：He said, [“]Yes, it[’]s,[”] and left.')
    for (const chinese of ['他说“Hello”。', '与 “English words” 相比', 'the “中文” word', '用 GPT “quoted” 的词']) expect(narrow(chinese)).toBe(chinese)
  })
})

describe('a paragraph that is all bold', () => {
  it.each([[[element('strong', [text('甲')]), text(' ')], ['lead']], [[element('strong', [text('甲')]), text('乙')], undefined], [[], undefined]])('stays with what follows (%#)', (children, names) => {
    const paragraph = element('p', children)
    markLead(paragraph)
    expect(paragraph.properties.className).toEqual(names)
  })
})

describe('fonts by role', () => {
  const demanded = (children: ElementContent[], role: string, weight: number) => demandFonts([{type: 'root', children} as Root], '').find((demand) => demand.role === role && demand.weight === weight)?.text ?? ''

  it.each(['letter-head', 'callout-title', 'keywords'])('hold the words of a %s in Hei, light and heavy', (name) => {
    const block = [element('p', [text('甲')], {className: [name]})]
    expect(demanded(block, 'hei', 700)).toContain('甲')
    expect(demanded(block, 'hei', 400)).toContain('甲')
  })

  it('hold the sign of a root, which is drawn and not written', () => {
    for (const name of ['msqrt', 'mroot']) expect(demanded([element('math', [element(name, [element('mi', [text('x')])])])], 'math', 400)).toContain('√')
  })

  it('hold formulas of headings and bold words in the normal weight, which browsers set them in', () => {
    for (const name of ['h2', 'strong']) {
      const heading = [element(name, [element('math', [element('mi', [text('K')])])])]
      expect(demanded(heading, 'math', 400)).toContain('\u{1d43e}')
      expect(demanded(heading, 'math', 700)).toBe('')
    }
  })

  it('hold emphasised Latin in italics of its weight, and no Han', () => {
    const block = [element('em', [text('强Q'), element('strong', [text('W')])])]
    expect(demanded(block, 'italic', 400)).toMatch(/Q/)
    expect(demanded(block, 'italic', 400)).not.toMatch(/强/)
    expect(demanded(block, 'italic', 700)).toMatch(/W/)
  })
})

describe('parts', () => {
  const arranged = async (settings: string) => {
    const {galley} = await composeFiles({'book.yml': `language: zh-CN\n${settings}`, 'a.md': '# 书\n\n## 第一章 甲\n\n文。\n\n## 第二章 乙\n\n文。\n'})
    const theme = await readTheme(templates, 'academic')
    return theme ? arrangeParts(galley, theme, localeOf('zh-CN')).filter(({recto}) => recto).map(({kind, title}) => title || kind) : []
  }

  it('of a bound book have their title page and page 1 on the right', async () => {
    expect(await arranged('pdf: {variant: print, halfTitle: true}\n')).toEqual(['half-title', 'title-page', '第一章 甲'])
    expect(await arranged('pdf: {bindingMargin: 5}\n')).toEqual(['title-page', '第一章 甲'])
    expect(await arranged('')).toEqual([])
  })
})

describe('the colophon', () => {
  it('names families as their makers write them', () => {
    expect(familiesOf(['NotoSerifSC-Bold', 'NotoSerifSC-Regular', 'LXGWWenKai-Regular', 'STIXTwoMath-Regular', 'SourceSerif4-Italic', 'NotoSansSymbols2-Regular'])).toEqual(['Noto Serif SC', 'LXGW WenKai', 'STIX Two Math', 'Source Serif 4', 'Noto Sans Symbols 2'])
  })

  it.skipIf(!hasBrowser)('says which fonts the book uses, by which browser, and when', async () => {
    const {text} = await readPdf((await printFiles({'book.yml': 'title: 书\nlanguage: zh-CN\ndate: 2026-11-25\n', 'a.md': '# 第一章 甲\n\n文。\n\n> 引文。\n\n# 第二章 乙\n\n文。\n'})).data)
    const bare = text.replace(/\s/g, '')
    expect(bare).toMatch(/字体LXGWWenKai、NotoSansSC、NotoSerifSC(?!、)/)
    expect(bare).toMatch(/制作banben[\d.]+、Chromium\d+(?:\.\d+){3}/)
    expect(bare).toContain('2026年11月25日')
  }, 60_000)
})

describe('the page', () => {
  it.each(['A4', 'A5', 'B5', '16开', '大32开', '6x9', [100, 150], [60, 80]] as const)('of %s has a whole number of characters and lines, with margins', (trim) => {
    const {pdf} = defaultConfig()
    const {width, height, inner, outer, top, bottom, body, leading} = shapePage({...pdf, trim: typeof trim === 'string' ? trim : [trim[0], trim[1]]})
    const characters = ((width - inner - outer) / 25.4) * 72 / body
    const lines = ((height - top - bottom) / 25.4) * 72 / leading
    expect(Math.abs(characters - Math.round(characters))).toBeLessThan(0.02)
    expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.02)
    expect(Math.min(inner, outer, top, bottom)).toBeGreaterThan(3)
    expect(leading / 0.75 % 1).toBe(0) // baselines stand on whole pixels
  })

  it('gives the spine its binding margin', () => {
    const {pdf} = defaultConfig()
    const {inner, outer} = shapePage({...pdf, bindingMargin: 12})
    expect(inner - outer).toBeGreaterThan(8)
  })
})

describe('metadata', () => {
  it('escapes what a title may hold, and claims only what it is told to', () => {
    const facts = {title: 'A & <B>', author: [], subject: '', keywords: '', language: 'en', rights: '', publisher: '', creator: 'c', producer: 'p', date: new Date(0)}
    expect(xmpOf(facts, {pdfua: false, pdfa: undefined})).not.toMatch(/pdfuaid:part|pdfaid:part/)
    expect(xmpOf(facts, {pdfua: true, pdfa: 2})).toContain('A &amp; &lt;B&gt;')
  })

  it('has a colour profile whose length is what it says', () => {
    const profile = Buffer.from(srgbProfile())
    expect(profile.readUInt32BE(0)).toBe(profile.length)
    expect(profile.toString('latin1', 36, 40)).toBe('acsp')
  })
})
