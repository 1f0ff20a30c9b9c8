/** `citations.style: author-date`: names and years in the text, by GB/T 7714 in Chinese books and by APA in others. */
import {describe, expect, it} from 'vitest'
import {readLead} from '../../src/citations/sources/lead.ts'
import {composeFiles} from '../fixture.ts'

const sources = `
- {id: 1, type: book, title: 知识图谱与深度学习, author: [{family: 刘, given: 知远}, {family: 韩, given: 旭}, {family: 孙, given: 茂松}], publisher: 清华大学出版社, publisher-place: 北京, issued: 2020}
- {id: 2, type: article, title: Attention is all you need, author: [{family: Vaswani, given: Ashish}, {family: Shazeer, given: Noam}, {family: Parmar, given: Niki}, {family: Uszkoreit, given: Jakob}], publisher: arXiv, issued: 2017-06-12, URL: "https://arxiv.org/abs/1706.03762"}
- {id: 3, type: article-journal, title: 表示学习研究进展, author: [{family: 刘, given: 知远}, {family: 孙, given: 茂松}], container-title: 计算机研究与发展, volume: 53, issue: 2, page: 247-261, issued: 2020}
- {id: 4, type: article-journal, title: Breaking paragraphs into lines, author: [{family: Knuth, given: Donald E.}, {family: Plass, given: Michael F.}], container-title: Software, volume: 11, issue: 11, page: 1119-1184, issued: 1981}
- {id: 5, type: webpage, title: 某网页, URL: "https://e.org/x"}
- {id: 6, type: report, title: Report of a very long title indeed, issued: 2024}
- {id: 7, type: book, title: Deep learning, author: [{family: Goodfellow, given: Ian}]}
`

async function set(text: string, language: string, more: Record<string, string> = {}) {
  const {html, galley, book} = await composeFiles({'a.md': `# T\n\n${text}\n`, 'sources.yml': sources, 'book.yml': `language: ${language}\ncitations: {style: author-date}\n`, ...more})
  const [body = ''] = html.split('<section id="references"')
  const plain = (part: string) => part.replace(/<[^>]+>/g, '').replaceAll('&#x26;', '&').replace(/\s+/g, ' ').trim()
  const entries = [...html.matchAll(/<li class="(reference[^"]*)" id="([^"]+)">(.*?)<\/li>/gs)].map(([, classes = '', id = '', entry = '']) => ({classes, id, text: plain(entry.replace(/<span class="backlinks.*$/s, ''))}))
  return {html, galley, book, entries, text: plain(body.replace(/<h\d.*?<\/h\d>/s, ''))}
}

describe('a Chinese book', () => {
  it.each([
    ['甲[[2]]。', '甲（Vaswani et al.，2017）。'],
    ['甲[[2], [4]]。', '甲（Vaswani et al.，2017；Knuth et al.，1981）。'],
    ['甲[[1]]，乙[[3]]。', '甲（刘知远等，2020a），乙（刘知远等，2020b）。'],
    ['甲[[1], [3]]。', '甲（刘知远等，2020a，2020b）。'],
    ['甲[[7]]，乙[[6]]。', '甲（Goodfellow，n.d.），乙（Anon，2024）。'],
    ['甲[[7：第5页]]。', '甲（Goodfellow，n.d.：第5页）。'],
    ['刘知远等人[[1]]说过。', '刘知远等人（2020a）说过。'],
    ['刘知远、孙茂松[[3]]说过。', '刘知远、孙茂松（2020b）说过。'],
    ['刘知远、王某[[3]]说过。', '刘知远、王某（刘知远等，2020b）说过。'],
    ['甲（另见[[2]]）。', '甲（另见Vaswani et al.，2017）。'],
    ['Vaswani 等 [[2]] 说过。', 'Vaswani 等（2017） 说过。'],
    ['**刘知远等**[[1]]说过。', '刘知远等（2020a）说过。'],
    ['甲（见[[2]]、[[4]]；*又*[[1]]）。', '甲（见Vaswani et al.，2017、Knuth et al.，1981；又刘知远等，2020a）。'],
    ['甲（刘知远等[[1]]说过）。', '甲（刘知远等（2020a）说过）。'],
    ['甲（见[[1]]第 3 章）。', '甲（见（刘知远等，2020a）第 3 章）。'],
    ['甲（see [[2]]）。', '甲（see Vaswani et al.，2017）。'],
    ['甲（推测解码[[2]]，另见[[4]]。）', '甲（推测解码（Vaswani et al.，2017），另见Knuth et al.，1981。）'],
    ['甲（乙）丙[[1]]，丁）。', '甲（乙）丙（刘知远等，2020a），丁）。'],
    ['<p>甲（见[[2]]，<b>[[1]]</b>）</p>', '甲（见Vaswani et al.，2017，刘知远等，2020a）'],
  ])('prints %s as %s', async (written, printed) => {
    expect((await set(written, 'zh-CN')).text).toBe(printed)
  })

  it('keeps the number of a source that is missing or has neither author nor year, in the text and in the list', async () => {
    const {text, entries, html} = await set('甲[[9]]，乙[[5]]，丙[[1, 9]]。', 'zh-CN')
    expect(text).toBe('甲[9]，乙[5]，丙（刘知远等，2020a；[9]）。')
    expect(entries.slice(-2)).toEqual([
      {classes: 'reference', id: 'ref-5', text: '[5] 某网页[EB/OL]. https://e.org/x.'},
      {classes: 'reference missing', id: 'ref-9', text: '[9] 来源未提供（原稿未给出书目信息）。'},
    ])
    expect(html).toContain('<sup class="citation">[<a class="citation-call missing"')
  })

  it('lists by language and by names, the year behind them, without numbers', async () => {
    const {entries} = await set('甲[[1-7]]。', 'zh-CN')
    expect(entries.map(({text}) => text)).toEqual([
      '刘知远，韩旭，孙茂松，2020a. 知识图谱与深度学习[M]. 北京：清华大学出版社.',
      '刘知远，孙茂松，2020b. 表示学习研究进展[J]. 计算机研究与发展，53（2）：247-261.',
      'Anon，2024. Report of a very long title indeed[R].',
      'Goodfellow I，n.d. Deep learning[M].',
      'Knuth D E，Plass M F，1981. Breaking paragraphs into lines[J]. Software，11（11）：1119-1184.',
      'Vaswani A，Shazeer N，Parmar N，et al，2017. Attention is all you need[PP/OL]. arXiv（2017-06-12）. https://arxiv.org/abs/1706.03762.',
      '[5] 某网页[EB/OL]. https://e.org/x.',
    ])
    expect(entries.slice(0, 6).every(({classes}) => classes === 'reference named')).toBe(true)
  })

  it.each([['zh-CN', '日期不详', '甲一（日期不详），乙（B，n.d.）。'], ['zh-TW', '日期不詳', '甲一（日期不詳），乙（B，n.d.）。']])('says in its own characters that a date is not known: %s', async (language, undated, printed) => {
    const {text, entries} = await set('甲一[[1]]，乙[[2]]。', language, {'sources.yml': '- {id: 1, type: book, title: 書, author: 甲一}\n- {id: 2, type: book, title: Book, author: B}\n'})
    expect(text).toBe(printed)
    expect(entries.map((entry) => entry.text)).toEqual([`甲一，${undated}. 書[M].`, 'B，n.d. Book[M].'])
  })

  it('goes by the sounds of the names', async () => {
    const {entries} = await set('甲[[1-3]]。', 'zh-CN', {'sources.yml': ['赵', '安', '李'].map((name, index) => `- {id: ${index + 1}, type: book, title: 书, author: ${name}一, issued: 2001}\n`).join('')})
    expect(entries.map(({text}) => text.slice(0, 2))).toEqual(['安一', '李一', '赵一'])
  })

  it('keeps the day of what is dated to the day', async () => {
    const {entries} = await set('甲[[1]]，乙[[2]]，丙[[3]]。', 'zh-CN', {'sources.yml': '- {id: 1, type: article-newspaper, title: 标题, author: [{family: 丁, given: 文}], container-title: 中国青年报, issued: 2000-11-20, page: "15"}\n- {id: 2, type: standard, title: 著录规则, number: GB/T 7714—2015, issued: 2015}\n- {id: 3, type: standard, title: 规则, number: GB 1, author: 委员会, issued: 2001}\n'})
    expect(entries.map(({text}) => text)).toEqual(['丁文，2000. 标题[N]. 中国青年报，2000-11-20（15）.', '委员会，2001. GB 1 规则[S].', 'GB/T 7714—2015，2015. 著录规则[S].'])
  })

  it('links both ways, with a preview that is called as the text calls it', async () => {
    const {html, galley} = await set('甲[[1], [3]]。', 'zh-CN')
    for (const [call, target] of [['cite-1', 'ref-1'], ['cite-2', 'ref-3']]) {
      expect(html).toContain(`<a class="citation-call" id="${call}" href="#${target}">`)
      expect(html).toContain(`<a class="backlink" href="#${call}">`)
    }
    expect(galley.notes.get('ref-3')).toMatchObject({kind: 'citation', label: '刘知远等，2020b', target: 'ref-3'})
  })
})

describe('a book in English', () => {
  it.each([
    ['The Transformer [[2]] came.', 'The Transformer (Vaswani et al., 2017) came.'],
    ['Both[[2], [4]].', 'Both (Vaswani et al., 2017; Knuth & Plass, 1981).'],
    ['Page[[4: p. 1120]].', 'Page (Knuth & Plass, 1981, p. 1120).'],
    ['As Knuth and Plass [[4]] say.', 'As Knuth and Plass (1981) say.'],
    ['As Vaswani et al.[[2]] say.', 'As Vaswani et al. (2017) say.'],
    ['As Vaswani, Shazeer, and Parmar [[2]] say.', 'As Vaswani, Shazeer, and Parmar (2017) say.'],
    ['Nonknuth [[7]].', 'Nonknuth (Goodfellow, n.d.).'],
    ['It is known (see [[2]]).', 'It is known (see Vaswani et al., 2017).'],
    ['**Bold**[[4]]next.', 'Bold (Knuth & Plass, 1981) next.'],
    ['Said [[6]].', 'Said (“Report of a very …”, 2024).'],
    ['It is known (see [[2]], [[4]] and *Foo* [[7]]).', 'It is known (see Vaswani et al., 2017, Knuth & Plass, 1981 and Foo (Goodfellow, n.d.)).'],
    ['(As Knuth and Plass [[4]] say.)', '(As Knuth and Plass (1981) say.)'],
    ['(It is known [[4]], e.g. [[7]], as shown in [[2]].)', '(It is known (Knuth & Plass, 1981), e.g. Goodfellow, n.d., as shown in Vaswani et al., 2017.)'],
    ['"Quoted"[[7]].', '"Quoted" (Goodfellow, n.d.).'],
    ['[[4]] opens.', '(Knuth & Plass, 1981) opens.'],
    ['None[[9]].', 'None[9].'],
  ])('prints %s as %s', async (written, printed) => {
    expect((await set(written, 'en')).text).toBe(printed)
  })

  it('tells sources of one author and year apart in the order of the list', async () => {
    const {text, entries} = await set('A[[1]], B[[2]], C[[3]].', 'en', {'sources.yml': '- {id: 1, type: book, title: Zeta, author: Li, issued: 2001}\n- {id: 2, type: book, title: Alpha, author: Li, issued: 2001}\n- {id: 3, type: book, title: Alpha, author: Li, issued: 2002}\n'})
    expect(text).toBe('A (Li, 2001b), B (Li, 2001a), C (Li, 2002).')
    expect(entries.map((entry) => entry.text)).toEqual(['Li. (2001a). Alpha.', 'Li. (2001b). Zeta.', 'Li. (2002). Alpha.'])
  })
})

describe('a list in the text', () => {
  it('is cited by name where its entries say who and when', async () => {
    const list = '# T\n\n甲[1]，乙[2]，丙[3]。\n\n## 参考文献\n\n[1] 徐光宪, 王祥云. 物质结构[M]. 2版. 北京: 科学出版社, 2010.\n[2] Knuth, D. E., & Plass, M. F. (1981). Breaking paragraphs. *Software*, 11.\n[3] 关于此事的说明，见内部资料。\n'
    const {text, entries} = await set('', 'zh-CN', {'a.md': list, 'sources.yml': '[]'})
    expect(text).toBe('甲（徐光宪等，2010），乙（Knuth et al.，1981），丙[3]。')
    expect(entries.map((entry) => entry.text)).toEqual(['徐光宪, 王祥云. 物质结构[M]. 2版. 北京: 科学出版社, 2010.', 'Knuth, D. E., & Plass, M. F. (1981). Breaking paragraphs. Software, 11.', '[3] 关于此事的说明，见内部资料。'])
  })

  it('has the letter behind the year that it gives', async () => {
    const list = '# T\n\n甲[1]，乙[2]。\n\n## 参考文献\n\n[1] 甲一. 乙书[M]. 北京: 某社, 2010: 5.\n[2] 甲一. 丙书[M]. 北京: 某社, 2010.\n'
    expect((await set('', 'zh-CN', {'a.md': list, 'sources.yml': '[]'})).entries.map((entry) => entry.text)).toEqual(['甲一. 丙书[M]. 北京: 某社, 2010a.', '甲一. 乙书[M]. 北京: 某社, 2010b: 5.'])
  })

  it.each([
    ['World Health Organization. (2021). A report.', ['World Health Organization'], '2021'],
    ['Vaswani A, Shazeer N, Parmar N, et al. Attention[C]//Advances. 2017: 5998.', ['Vaswani', 'Shazeer', 'Parmar', 'et al.'], '2017'],
    ['国务院. 关于某事的通知[Z]. 2020-01-02.', ['国务院'], '2020'],
    ['某甲. 书[M]. 1984 出版社.', undefined, undefined],
    ['VASWANI A, SHAZEER N. Attention[J]. Nature, 2017, 1(2): 3.', ['VASWANI', 'SHAZEER'], '2017'],
    ['刘知远，孙茂松，2020a. 书[M]. 北京：某社.', ['刘知远', '孙茂松'], '2020a'],
    ['王某等（2020）. 书.', ['王某', 'et al.'], '2020'],
    ['Knuth, Donald E. (1981). Lines.', undefined, undefined],
    ['A title, with a comma, and words (2020). More.', undefined, undefined],
    ['“Title” (2020).', undefined, undefined],
    ['物质结构[M]. 北京: 科学出版社, 2010.', undefined, undefined],
    ['标题 https://e.org/(2020)', undefined, undefined],
  ])('reads %s', (entry, names, year) => {
    const lead = readLead(entry)
    expect(year === undefined ? lead : lead?.names.map(({family, literal}) => family ?? literal)).toEqual(year === undefined ? undefined : names)
    expect(lead?.year).toBe(year)
    if (lead && year) expect(entry.slice(0, lead.end).endsWith(year)).toBe(true)
  })
})

it('every chapter has its own list, by names too', async () => {
  const {html} = await composeFiles({'a.md': '# 甲\n\n文[[4]][^1]，又[[2]]。\n\n[^1]: 注[[1]]。\n\n# 乙\n\n文[[2]]。\n', 'sources.yml': sources, 'book.yml': 'citations: {style: author-date, numbering: by-chapter}\n'})
  expect([...html.matchAll(/<li class="reference named" id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['ref-c1-1', 'ref-c1-4', 'ref-c1-2', 'ref-c2-2'])
  expect(html).toContain('href="#ref-c2-2">Vaswani et al.，2017</a>')
  expect(html).toMatch(/注<span class="citation named">（<a [^>]*href="#ref-c1-1"[^>]*>刘知远等，2020a/)
})

it('numbers stay where another style is chosen', async () => {
  const {html} = await composeFiles({'a.md': '# T\n\n甲[[1]]。\n', 'sources.yml': sources, 'book.yml': 'citations: {style: gb-t-7714-2025}\n'})
  expect(html).toContain('<sup class="citation">[<a class="citation-call" id="cite-1" href="#ref-1">1</a>]</sup>')
})
