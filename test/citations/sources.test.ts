/** Sources from files: YAML, CSL-JSON, BibTeX, RIS; conflicts between them. */
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

const text = '# 书\n\n一[[1]]，二[[2]]。\n'
const entriesOf = (html: string) => [...html.matchAll(/reference-text"[^>]*>(.*?)<\/span>/g)].map(([, entry = '']) => entry.replace(/<[^>]+>/g, ''))

describe('source files', () => {
  it('reads BibTeX in its order, with Chinese kept', async () => {
    const {html, messages} = await composeFiles({'a.md': text, 'refs.bib': '@article{zhang2024, author = {张三 and 李四}, title = {大语言模型研究综述}, journal = {计算机学报}, year = {2024}, volume = {47}, number = {3}, pages = {501--530}, language = {zh}}\n@book{g, author = {Goodfellow, Ian and Bengio, Yoshua}, title = {Deep Learning}, publisher = {MIT Press}, address = {Cambridge, MA}, year = 2016}\n'})
    expect(messages).not.toMatch(/error|citation-undefined/)
    expect(entriesOf(html)).toEqual(['张三，李四. 大语言模型研究综述[J]. 计算机学报，2024，47（3）：501-530.', 'Goodfellow I，Bengio Y. Deep Learning[M]. Cambridge, MA：MIT Press，2016.'])
  })

  it('reads accents, spaces, cut names and dates of access of BibTeX', async () => {
    const bib = '@online{a, author = {Garc{\\\'\\i}a, M. and Li, S. and others}, title = {Comp.\\ J. and {\\LaTeX}}, urldate = {2024-05-06}, year = 2001, url = {https://e.org/a_b}}\n\n@book{b, author = {张三 and others}, title = {乙}, publisher = {丙}, year = 2002}\n'
    const {book, html} = await composeFiles({'a.md': text, 'refs.bib': bib})
    expect(book.sources.get(1)?.csl).toMatchObject({title: 'Comp. J. and LaTeX', accessed: {'date-parts': [[2024, 5, 6]]}, author: [{family: 'García'}, {family: 'Li'}, {literal: 'others'}], URL: 'https://e.org/a_b'})
    expect(entriesOf(html).map((entry) => entry.split('.')[0])).toEqual(['García M，Li S，et al', '张三，等'])
  })

  it('reads BibLaTeX, as Zotero exports it, with nothing lost', async () => {
    const bib = [
      '@article{a, title = {综述}, author = {刘, 知远}, date = {2024-03-15}, journaltitle = {计算机学报}, volume = {47}, number = {3}, pages = {501--530}, doi = {https://doi.org/10.11897/SP.1}, langid = {chinese}}',
      '@thesis{b, type = {phdthesis}, title = {翻译}, author = {王, 小明}, institution = {清华大学}, location = {北京}, date = {2023-06}}',
      '@online{c, title = {Hello}, author = {{OpenAI}}, date = {2024-05-13}, url = {https://e.org/~a\\_b}, urldate = {2025-02-01}, langid = {english}}',
      '@preprint{d, title = {LLaMA}, author = {Touvron, Hugo}, date = {2023}, eprint = {2302.13971}, eprinttype = {arXiv}}',
      '@newspaper{e, title = {社论}, journaltitle = {人民日报}, date = {2024-01-01}}',
      '@phdthesis{f, title = {Old}, author = {Au, B.}, school = {S}, year = 2001}',
      '@webpage{g, title = {W}, howpublished = {\\url{https://e.org/~jane}}, year = {2020}}',
    ].join('\n\n')
    const {book, messages} = await composeFiles({'a.md': '# 书\n\n一[[1-7]]。\n', 'refs.bib': bib})
    expect([...book.sources.values()].map(({csl}) => csl)).toMatchObject([
      {type: 'article-journal', 'container-title': '计算机学报', issued: {'date-parts': [[2024, 3, 15]]}, DOI: '10.11897/SP.1', language: 'zh'},
      {type: 'thesis', genre: 'PhD thesis', publisher: '清华大学', 'publisher-place': '北京', issued: {'date-parts': [[2023, 6]]}},
      {type: 'webpage', URL: 'https://e.org/~a_b', issued: {'date-parts': [[2024, 5, 13]]}, accessed: {'date-parts': [[2025, 2, 1]]}, language: 'en'},
      {URL: 'https://arxiv.org/abs/2302.13971', issued: {'date-parts': [[2023]]}},
      {type: 'article-journal', 'container-title': '人民日报'},
      {type: 'thesis', genre: 'PhD thesis', publisher: 'S', issued: {'date-parts': [[2001]]}},
      {type: 'webpage', URL: 'https://e.org/~jane'},
    ])
    expect(messages).toContain('refs.bib:9:1 info source-incomplete Unexpected sources without `author` (5, 7)')
  })

  it.each([
    ['english', 'en'], ['ngerman', 'de'], ['chi', 'zh'], ['zh_CN', 'zh-CN'], ['简体中文', 'zh'], ['fr-CA', 'fr-CA'],
  ])('reads the language %s of a source', async (language, tag) => {
    const {book} = await composeFiles({'a.md': text, 'sources.yml': `- {id: 1, type: book, title: T, language: ${language}}\n`})
    expect(book.sources.get(1)?.csl?.language).toBe(tag)
  })

  it('sets a Chinese edition as it is written', async () => {
    const {html} = await composeFiles({'book.yml': 'language: en\ncitations: {style: ieee}\n', 'a.md': '# T\n\nA[[1]].\n', 'sources.yml': '- {id: 1, type: book, title: 语言学, edition: 第2版, issued: 2018, author: 季羡林}\n'})
    expect(entriesOf(html)[0]).toContain('第2版. ')
    expect(entriesOf(html)[0]).not.toContain(' ed.')
  })

  it.each([
    ['gb-t-7714-2015', 'AU B, LI S, et al.'],
    ['ieee', 'B. Au, S. Li, et al., '],
    ['author-date', 'Au, B., Li, S., et al. (2001).'],
  ])('cuts names where the author did: %s', async (style, expected) => {
    const source = (names: string) => `- {id: 1, type: book, title: T, issued: 2001, author: [${names}]}\n`
    const {html} = await composeFiles({'book.yml': `language: en\ncitations: {style: ${style}}\n`, 'a.md': '# T\n\nA[[1]].\n', 'sources.yml': source('{family: Au, given: B}, {family: Li, given: S}, et al.')})
    expect(entriesOf(html)[0]?.startsWith(expected)).toBe(true)
  })

  it('reads RIS', async () => {
    const {html} = await composeFiles({'a.md': text, 'refs.ris': 'TY  - JOUR\nAU  - Knuth, Donald E.\nTI  - Breaking paragraphs\nJO  - Software\nPY  - 1981\nVL  - 11\nSP  - 1119\nEP  - 1184\nER  - \n\nTY  - BOOK\nAU  - Bringhurst, Robert\nTI  - Elements\nPB  - H&M\nPY  - 2004\nER  - \n'})
    expect(entriesOf(html)[0]).toMatch(/^Knuth D E\. Breaking paragraphs\[J\]\. Software，1981，11：1119-1184\.$/)
    expect(entriesOf(html)[1]).toMatch(/^Bringhurst R\. Elements\[M\]\. H&#x26;M，2004\.$/)
  })

  it('reads CSL-JSON with keys in its order, and by numeric ids', async () => {
    const {html} = await composeFiles({'a.md': text, 'refs.json': JSON.stringify([{id: 'b', type: 'book', title: 'B', issued: {'date-parts': [[2001]]}}, {id: 'a', type: 'book', title: 'A', issued: {'date-parts': [[2000]]}}])})
    expect(entriesOf(html)).toEqual(['B[M]. 2001.', 'A[M]. 2000.'])
  })

  it('takes `number` for the id where there is none, and keeps a report number', async () => {
    const {book} = await composeFiles({'a.md': text, 'sources.yml': '- number: 1\n  type: book\n  title: 甲\n- id: 2\n  type: report\n  title: 乙\n  number: 7\n'})
    expect([book.sources.get(1)?.csl?.number, book.sources.get(2)?.csl?.number]).toEqual([undefined, '7'])
  })

  it('reports broken YAML and items without a number at their place', async () => {
    expect((await composeFiles({'a.md': text, 'sources.yml': '- id: 1\n  title: [x\n'})).messages).toMatch(/^sources\.yml:\d+:\d+ error source-syntax/m)
    expect((await composeFiles({'a.md': text, 'sources.yml': '- title: 甲\n- id: x\n  title: 乙\n'})).messages.match(/^sources\.yml:[12]:3 error source-unnumbered/gm)).toHaveLength(2)
  })

  it('names unknown fields and types, with what was probably meant', async () => {
    const {messages, book} = await composeFiles({'a.md': text, 'sources.yml': '- id: 1\n  type: boook\n  titel: 甲\n  title: 乙\n- {id: 2, type: book, title: 丙, publisher-plase: 北京, _mine: x, CSTR: "1", archive-place: 京}\n'})
    expect(messages.match(/^sources\.yml:\d+:\d+ warning source-(?:field|type)-unknown/gm)).toEqual(['sources.yml:3:3 warning source-field-unknown', 'sources.yml:2:9 warning source-type-unknown', 'sources.yml:5:33 warning source-field-unknown'])
    expect(book.messages.filter(({ruleId}) => ruleId.endsWith('-unknown')).map(({values}) => values.meant)).toEqual(['title', 'book', 'publisher-place'])
    const other = await composeFiles({'a.md': text, 'sources.yml': '- {id: 1, type: journal, title: 甲, year: 2006, journal: 某刊, url: "https://example.org"}\n'})
    expect(other.book.messages.filter(({ruleId}) => ruleId.endsWith('-unknown')).map(({values}) => values.meant)).toEqual(['issued', 'container-title', 'URL', 'article-journal'])
  })

  it('tells a conflict between a file and a list, and prints the file', async () => {
    const {html, messages} = await composeFiles({'a.md': `${text}\n## 参考文献\n\n[1] 甲: https://example.org/1\n[2] 丙: https://example.org/3\n`, 'sources.yml': '- {id: 1, type: webpage, title: 甲, URL: "https://example.org/1"}\n- {id: 2, type: webpage, title: 乙, URL: "https://example.org/2"}\n'})
    expect(messages.match(/source-conflict/g)).toHaveLength(1)
    expect(messages).toMatch(/a\.md:8:1 warning source-conflict .*sources\.yml:2 \(also 2:3\)/)
    expect(entriesOf(html)[1]).toContain('乙')
  })

  it('tells a conflict between two accounts without an address', async () => {
    const {messages, book} = await composeFiles({'a.md': `${text}\n## 参考文献\n\n[1] 另一本书. 2020.\n[2] 乙书全集. 2021.\n`, 'sources.yml': '- {id: 1, type: book, title: 甲书全集}\n- {id: 2, type: book, title: 乙书全集}\n'})
    expect(messages.match(/source-conflict/g)).toHaveLength(1)
    expect(book.sources.get(1)?.csl?.title).toBe('甲书全集')
  })

  it('adds the address of a marker to an entry that has none', async () => {
    const {book} = await composeFiles({'a.md': '# 书\n\n一[[1]](https://e.org/1)。\n\n## 参考文献\n\n[1] 张三著. 甲. 北京, 2020.\n'})
    expect(book.sources.get(1)).toMatchObject({verbatim: '张三著. 甲. 北京, 2020.', csl: {type: 'webpage', URL: 'https://e.org/1'}})
  })

  it('reads names as people write them, and passes over what is none', async () => {
    const {book} = await composeFiles({'a.md': text, 'refs.json': JSON.stringify([{id: 1, type: 'book', title: 'A', author: [null, 3, 'Li', {family: 'Beethoven', given: 'L.', 'non-dropping-particle': 'van'}, {name: 'W3C'}, {given: 'Plato'}, {}]}, {id: 2, type: 'book', title: 'B', author: 'One'}])})
    expect(book.sources.get(1)?.csl?.author).toEqual([{literal: 'Li'}, {family: 'van Beethoven', given: 'L.'}, {literal: 'W3C'}, {literal: 'Plato'}])
    expect(book.sources.get(2)?.csl?.author).toEqual([{literal: 'One'}])
  })

  it('says of a source of which nothing is known that it is missing', async () => {
    const {html} = await composeFiles({'a.md': text, 'sources.yml': '- {id: 1, type: book, note: A}\n'})
    const [first = '', second = ''] = html.split('<li').slice(1).map((entry) => entry.replace(/^[^>]*>|<[^>]+>/g, ''))
    for (const entry of [first, second]) expect(entry).toContain('来源未提供') // the second has no source at all
  })

  it('prints the entry in the preview of its call', async () => {
    const {galley} = await composeFiles({'a.md': text, 'sources.yml': '- {id: 1, type: webpage, title: 甲, URL: "https://e.org/1"}\n'})
    expect(JSON.stringify(galley.notes.get('ref-1')?.children)).toMatch(/甲\[EB\/OL\]/)
    expect([...galley.notes.keys()]).toEqual(['ref-1', 'ref-2'])
    expect(galley.notes.get('ref-2')?.children).toMatchObject([{type: 'text', value: expect.stringMatching(/./)}])
  })
})

describe('numbers without a source', () => {
  const cited = (count: number) => Array.from({length: count}, (_, index) => `[[${index + 1}]]`).join(', ')
  it('may have five digits', async () => {
    const {messages} = await composeFiles({'a.md': '# 书\n\n一[[12345]]，二[[99999]]，三[[100000]]。\n'})
    expect(messages.match(/source \d+/g)).toEqual(['source 12345', 'source 99999'])
  })
  it('end the composing where they are more than the limit, told once', async () => {
    const {book} = await composeFiles({'book.yml': 'limits: {missingSources: 30}\n', 'a.md': `# 书\n\n${cited(31)}\n`})
    expect(book.messages.filter(({severity}) => severity !== 'info').map(({ruleId, values}) => [ruleId, values.found, values.allowed])).toEqual([['sources-lacking', 31, 30]])
  })
  it('are warnings up to the limit', async () => {
    const {book} = await composeFiles({'book.yml': 'limits: {missingSources: 30}\n', 'a.md': `# 书\n\n${cited(30)}\n`})
    expect(book.messages.filter(({ruleId}) => ruleId === 'citation-undefined')).toHaveLength(30)
  })
})

describe('a source without a title', () => {
  it.each([
    ['{number: 1, type: book, author: [{family: 张, given: 三}]}', ['张三.']],
    ['{number: 1, type: webpage, author: [{family: Doe, given: Ann}], issued: 2024, URL: "https://example.org/a"}', ['Doe Ann. 2024. https://example.org/a']],
    ['{number: 1, type: article-journal, container-title: Nature, DOI: 10.1000/1}', ['Nature. https://doi.org/10.1000/1']],
    ['{number: 1, type: book, note: seen}', ['来源未提供（原稿未给出书目信息）。']],
  ])('is printed as far as it is known: %s', async (source, expected) => {
    const {html} = await composeFiles({'book.yml': 'title: 书\nlanguage: zh-CN\n', 'a.md': '# 书\n\n一[[1]]。\n', 'sources.yml': `- ${source}\n`})
    expect(entriesOf(html)).toEqual(expected)
  })
})
