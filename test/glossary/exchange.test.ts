/** Termbases in and out: what is written reads back the same; merging leaves what the author wrote. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {defaultConfig} from '../../src/config.ts'
import {fields} from '../../src/glossary/draft.ts'
import {exportTerms, mergeProposals, mergeTerms, type Proposal, readTerms} from '../../src/glossary/index.ts'
import type {TermEntry} from '../../src/model/book.ts'
import type {Message} from '../../src/model/message.ts'
import {composeFiles} from '../fixture.ts'

const config = defaultConfig()
const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛<&"',; ]{1,6}$/u).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /[甲-辛]/u.test(text))
const latin = fc.stringMatching(/^[a-z<&'" -]{1,12}$/).map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => /[a-z]/.test(text))
const entry = fc.record({zh: word, en: latin, definition: word, variant: word, abbreviation: fc.stringMatching(/^[A-Z]{2,4}$/), sortKey: fc.stringMatching(/^[a-z]{1,5}$/), deprecated: word})
const termbase = fc.uniqueArray(entry, {selector: ({zh}) => zh.toLowerCase(), minLength: 1, maxLength: 6}).map((list) => list.map(({zh, en, definition, variant, abbreviation, sortKey, deprecated}, index): TermEntry => ({id: `t${index + 1}`, forms: {zh, en}, abbreviation, definitions: {zh: definition}, variants: {zh: [variant]}, deprecated: [deprecated], sortKey, place: {path: ''}})))

const bare = (terms: TermEntry[]) => terms.map(({place: _place, id: _id, ...term}) => term)

describe('exchange of terms', () => {
  for (const format of ['tbx', 'csv', 'tsv'] as const) {
    it(`reads back what it wrote as ${format}`, async () => {
      await fc.assert(fc.asyncProperty(format === 'tsv' ? termbase.filter((terms) => !JSON.stringify(terms).includes('\\"')) : termbase, async (terms) => {
        const messages: never[] = []
        const back = await readTerms([{path: `t.${format}`, text: await exportTerms(terms, format, 'T')}], config, messages)
        expect(messages).toEqual([])
        expect(bare(back)).toEqual(bare(terms).map((term) => expect.objectContaining(term)))
      }), {numRuns: 60})
    })
  }

  it('refuses a TBX file that declares entities, and one that is no XML', async () => {
    for (const text of ['<!DOCTYPE x [<!ENTITY a "b">]><tbx><text><body/></text></tbx>', '<tbx><text>']) {
      const messages: {ruleId: string}[] = []
      expect(await readTerms([{path: 't.tbx', text}], config, messages as never)).toEqual([])
      expect(messages.map(({ruleId}) => ruleId)).toEqual(['glossary-unreadable'])
    }
  })

  it('reads older martif files', async () => {
    const text = '<martif type="TBX"><text><body><termEntry id="c1"><langSet xml:lang="zh"><tig><term>词元</term></tig></langSet><langSet xml:lang="en"><ntig><termGrp><term>token</term></termGrp></ntig></langSet></termEntry></body></text></martif>'
    expect(bare(await readTerms([{path: 't.tbx', text}], config))).toEqual([{forms: {zh: '词元', en: 'token'}, definitions: {}}])
  })

  it('keeps comments, order and wording of the file it merges into, and adds nothing twice', async () => {
    const own = '# 说明\n- zh: 乙 # 行内\n  en: b\n\n# 其二\n- {zh: 甲, en: a}\n'
    const terms = await readTerms([{path: 'n.yml', text: '- {zh: 甲, en: a, abbreviation: A}\n- {zh: 丙, en: c}\n- {zh: 乙, en: other}\n'}], config)
    const {text, added, completed, conflicts} = mergeTerms(own, terms, config)
    expect([added, completed]).toEqual([1, 1])
    expect(conflicts).toMatchObject([{term: '乙', field: 'en', first: 'b', second: 'other'}]) // left: a second entry would contradict the first
    expect(text).toBe('# 说明\n- zh: 乙 # 行内\n  en: b\n\n# 其二\n- { zh: 甲, en: a, abbreviation: A }\n- zh: 丙\n  en: c\n')
    expect(mergeTerms(text, terms, config)).toMatchObject({added: 0, completed: 0, text})
  })

  it('knows a term by its name alone, and tells no rival by a name that only one of the two has', async () => {
    const own = '- {zh: " 甲 ", en: undefined}\n- {zh: 丁}\n'
    const terms = await readTerms([{path: 'n.yml', text: '- {zh: 乙, abbreviation: YI}\n- {zh: 甲, note: 一}\n- {zh: 丁, en: d}\n'}], config)
    const {text, added, completed, conflicts} = mergeTerms(own, terms, config)
    expect([added, completed, conflicts]).toEqual([1, 2, []])
    expect(text).toBe('- { zh: " 甲 ", en: undefined, note: 一 }\n- { zh: 丁, en: d }\n- zh: 乙\n  abbreviation: YI\n')
  })

  it('writes the columns of a table in their usual order, whichever term has them first', async () => {
    const terms = await readTerms([{path: 'n.yml', text: '- {zh: 甲, note: 一, definition: {zh: 义}}\n- {zh: 乙, en: b, abbreviation: B, variants: {en: [bee]}}\n'}], config)
    expect((await exportTerms(terms, 'csv', 'T')).split('\n')[0]).toBe('zh,en,abbreviation,definition:zh,variants:en,note')
  })

  it('files abbreviations and words to avoid with the language of their script in TBX', async () => {
    const [term] = await readTerms([{path: 'n.yml', text: '- {zh: 甲, en: a, abbreviation: A, deprecated: [乙, b], forbidden: [丙, c]}\n'}], config)
    const tbx = await exportTerms(term ? [term] : [], 'tbx', 'T')
    const namesIn = (locale: string) => [...(tbx.match(new RegExp(`xml:lang="${locale}">(.*?)</langSec>`, 's'))?.[1] ?? '').matchAll(/<term>(.*?)<\/term>/g)].map(([, name]) => name)
    expect([namesIn('zh'), namesIn('en')]).toEqual([['甲', '乙', '丙'], ['a', 'A', 'b', 'c']])
  })

  it('reads what stands in elements of its own in TBX, and tells the line of an entry', async () => {
    const text = '<tbx><text><body>\n<conceptEntry id="1"><subjectField>计算</subjectField><langSec xml:lang="zh"><definition>义</definition><termSec><term>甲</term></termSec></langSec></conceptEntry>\n\n<conceptEntry id="2"><langSec xml:lang="zh"><termSec><term>乙</term></termSec></langSec></conceptEntry>\n<conceptEntry id="3"><langSec xml:lang="en"><descrip>x</descrip></langSec></conceptEntry></body></text></tbx>'
    const messages: Message[] = []
    const terms = await readTerms([{path: 't.tbx', text}], config, messages)
    expect(terms.map(({place: {line}, definitions, sense}) => [line, definitions, sense?.name])).toEqual([[2, {zh: '义'}, '计算'], [4, {}, undefined]])
    expect(messages.map(({ruleId, place}) => [ruleId, place.line])).toEqual([['glossary-invalid', 5]])
  })

  it('files variants by their script, and takes one sense of two files once', async () => {
    const text = '- {zh: 甲, en: a, variants: [乙, b]}\n- {zh: 丙, sense: {name: s, context: [一]}}\n- {zh: 丙, en: c, sense: s}\n- {zh: 丙, en: d, sense: t}\n'
    const messages: Message[] = []
    const read = (locales: [string, string]) => readTerms([{path: 'n.yml', text}], {...config, glossary: {...config.glossary, locales}}, messages)
    expect((await read(['zh', 'en'])).map(({forms, variants, sense}) => [forms, variants, sense?.name])).toEqual([[{zh: '甲', en: 'a'}, {zh: ['乙'], en: ['b']}, undefined], [{zh: '丙', en: 'c'}, undefined, 's'], [{zh: '丙', en: 'd'}, undefined, 't']])
    expect((await read(['en', 'zh']))[0]?.variants).toEqual({en: ['b'], zh: ['乙']})
    expect(messages).toEqual([])
  })

  it('has a schema that names the fields the program reads', () => {
    const schema = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../templates/schema/glossary.schema.json'), 'utf8')) as {$defs: {term: {properties: Record<string, unknown>}}}
    expect(Object.keys(schema.$defs.term.properties).sort()).toEqual([...fields].sort())
  })
})

describe('proposals', () => {
  const proposal = (parts: Partial<Proposal>): Proposal => ({raw: '', kind: 'pair', unsure: false, places: [], ...parts})
  const merge = (glossary: string, parts: Partial<Proposal>[]) => {
    const {text, added, completed, taken} = mergeProposals(glossary, parts.map(proposal), config)
    return {text, counts: [added, completed], taken: taken.map(({proposal: {zh, en}, abbreviation, name}) => `${zh ?? en} ${abbreviation} ${name}`)}
  }
  const own = '- {zh: 推测解码, en: Speculative Decoding, abbreviation: SD}\n'

  it.each([
    ['abbreviation', own],
    ['variant', '- {zh: 推测解码, en: Speculative Decoding, variants: [SD]}\n'],
    ['variant of a language', '- {zh: 推测解码, en: Speculative Decoding, variants: {en: [sd]}}\n'],
    ['name', '- {zh: 推测解码, en: SD}\n'],
  ])('bring no second entry for an abbreviation that another has as its %s', (_what, glossary) => {
    const {text, counts, taken} = merge(glossary, [{zh: '投机解码', abbreviation: 'SD'}])
    expect([text, counts, taken]).toEqual([glossary, [0, 0], ['投机解码 SD 推测解码']])
  })

  it('bring none by another Chinese name with the same full name', () => {
    expect(merge(own, [{zh: '投机解码', en: 'speculative decoding', abbreviation: 'SD'}]).taken).toEqual(['投机解码 SD 推测解码'])
  })

  it('bring a term of another full name, and one whose abbreviation nobody has', () => {
    const {counts, taken} = merge(own, [{zh: '稳定扩散', en: 'Stable Diffusion', abbreviation: 'SD'}, {zh: '检索增强生成', abbreviation: 'RAG'}])
    expect([counts, taken]).toEqual([[2, 0], []])
  })

  it('complete the entry of their own name, and one that is known by its foreign name', () => {
    expect(merge('- {zh: 推测解码, abbreviation: SD}\n', [{zh: '推测解码', en: 'Speculative Decoding', abbreviation: 'SD'}]).counts).toEqual([0, 1])
    expect(merge('- {zh: 推测解码, abbreviation: SD}\n', [{en: 'Speculative Decoding', abbreviation: 'SD'}]).counts).toEqual([0, 1])
  })

  it('are one entry among themselves: that with the full name, else the first', () => {
    const {text, taken} = merge('', [{zh: '投机解码', abbreviation: 'SD'}, {zh: '推测解码', en: 'Speculative Decoding', abbreviation: 'SD'}, {zh: '甲', abbreviation: 'KV'}, {zh: '乙', abbreviation: 'KV'}])
    expect(taken).toEqual(['投机解码 SD 推测解码', '乙 KV 甲'])
    expect(text.match(/^- zh: .*$/gm)).toEqual(['- zh: 推测解码', '- zh: 甲'])
  })
})

describe('order of the glossary', () => {
  const headsOf = (html: string) => [...html.matchAll(/letter-head">([^<]+)/g)].map(([, head]) => head)
  const orderOf = (html: string) => [...html.matchAll(/<dt><strong>([^<]+)/g)].map(([, name]) => name)

  it('files words by their reading, not by that of their characters, and lets sortKey win', async () => {
    const names = ['长度', '重试', '单于', '张量', '众数', '丹', '模型']
    const {html} = await composeFiles({'a.md': `甲：${names.join('、')}。\n`, 'glossary.yml': `${names.map((zh) => `- {zh: ${zh}}`).join('\n')}\n- {zh: 甲, sortKey: zzz}\n`})
    expect(orderOf(html)).toEqual(['单于', '长度', '重试', '丹', '模型', '张量', '众数', '甲'])
    expect(headsOf(html)).toEqual(['C', 'D', 'M', 'Z'])
  })

  it('files by strokes where asked', async () => {
    const {html} = await composeFiles({'a.md': '甲：鑫、一、三、龙。\n', 'glossary.yml': '- {zh: 鑫}\n- {zh: 龙}\n- {zh: 三}\n- {zh: 一}\n', 'book.yml': 'glossary: {sort: stroke}\n'})
    expect(orderOf(html)).toEqual(['一', '三', '龙', '鑫'])
    expect(headsOf(html)).toEqual(['1 画', '3 画', '5 画', '24 画'])
  })

  it('sets letters before strokes, and what no table counts last and without a head', async () => {
    const names = ['𠮷字', '网络', 'AI 芯片', '万维网', '体系', '上下文', '体征']
    const {html} = await composeFiles({'a.md': `甲：${names.join('、')}。\n`, 'glossary.yml': `${names.map((zh) => `- {zh: ${zh}}`).join('\n')}\n`, 'book.yml': 'glossary: {sort: stroke}\n'})
    expect(orderOf(html)).toEqual(['AI 芯片', '万维网', '上下文', '网络', '体系', '体征', '𠮷字'])
    expect(headsOf(html)).toEqual(['A', '3 画', '6 画', '7 画'])
  })

  it('matches a Simplified termbase in a Traditional text', async () => {
    const {book} = await composeFiles({'a.md': '這個訓練資料與網路。\n', 'glossary.yml': '- {zh: 训练, en: training}\n', 'book.yml': 'language: zh-TW\n'})
    expect(book.mentions).toHaveLength(1)
  })
})
