/** Documents drawn from a grammar of what goes wrong together: citations, glosses, Han and Latin, HTML, hidden characters.
 *
 * A fixed seed, 250 documents; `BANBEN_FULL=1` draws 10,000. `npm run test:fuzz` goes on with rows of its own (`BANBEN_SEED`,
 * `BANBEN_RUNS`). Words that the grammar numbers must come out in their order; every twentieth is made an EPUB. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type {Nodes} from 'hast'
import {expect, it} from 'vitest'
import {decodeText} from '../../src/manuscript/decode.ts'
import {guardText} from '../../src/manuscript/guard.ts'
import {defaultConfig} from '../../src/config.ts'
import {composeFiles} from '../fixture.ts'
import {documentsOf, printGalley} from './edition.ts'
import {full, record} from './figures.ts'
import {corpus} from './payloads.ts'

const naughtyFile = path.join(corpus, 'naughty', 'blns.json')
const naughty: string[] = existsSync(naughtyFile) ? JSON.parse(readFileSync(naughtyFile, 'utf8')) : ['<script>alert(1)</script>', 'Ω≈ç√∫', '\u202Etest\u202E', '👩‍👩‍👧‍👦', '__proto__', 'constructor', '../../../etc/passwd', "'; DROP TABLE--"]

const number = fc.integer({min: 1, max: 9})
const serial = '⟦⟧'
const word = fc.constantFrom(serial, serial, serial, serial, '模型', '推理', '推测解码', 'Transformer', 'AGI', '通用人工智能（AGI）', '（如FP8）', '大模型', 'the', 'of', '。', '，', '：', '“引”', '…', '\u200B', '\u202E', '\uD800', '\uFFFE', '\0', '\u{E0041}', '𠮷', 'é')
const piece: fc.Arbitrary<string> = fc.oneof(
  {weight: 6, arbitrary: word},
  {weight: 2, arbitrary: number.map((n) => `[[${n}]]`)},
  {weight: 1, arbitrary: fc.array(number, {minLength: 1, maxLength: 4}).map((list) => `[${list.map((n) => `[${n}]`).join(', ')}]`)},
  {weight: 1, arbitrary: fc.constantFrom('\\[[1]]', '`[[1]]`', '$[[1]]$', '[1]', '[1][2]', '【3】', '[^1^]', '[^n]', '[[', ']]', '[[1', '[[1](http://x.example)', '](', '![a](b.png)', '[a](#b)', '[x](javascript:1)')},
  {weight: 2, arbitrary: fc.constantFrom('**', '*', '__', '~~', '`', '$', '$$', '<b>', '</b>', '<div>', '</div>', '<!--', '-->', '<script>', '&#0;', '&#xD800;', '&lt;', '\\', '|', '<a id="c1">', '<img src=x onerror=1>', '<a href="java&#9;script:1">')},
  {weight: 1, arbitrary: fc.constantFrom(...naughty).filter((text) => text.length < 300)},
  {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 6})},
)
function writtenIn(piece: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const line = fc.array(piece, {maxLength: 12}).map((parts) => parts.join(''))
  const block = fc.oneof(
    {weight: 4, arbitrary: line},
    {weight: 2, arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '### ', '- ', '1. ', '> ', '    ', '| '), line).map(([mark, text]) => mark + text)},
    {weight: 1, arbitrary: fc.array(line, {minLength: 2, maxLength: 4}).map((lines) => lines.map((text) => `- ${text}`).join('\n'))},
    {weight: 1, arbitrary: line.map((text) => `\`\`\`js\n${text}\n\`\`\``)},
    {weight: 1, arbitrary: line.map((text) => `| a | b |\n|---|---|\n| ${text} | c |`)},
    {weight: 1, arbitrary: fc.constantFrom('[^n]: note [[2]]', '[1]: https://example.org/', '## 参考文献\n\n[1] 张三. 题名[J]. 刊名, 2024.\n[2] Title: https://example.org', '---', '***', '<details>\n\n<summary>x</summary>')},
  )
  return fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n', '\r\n\r\n'))).map((blocks) => blocks.map(([text, end]) => text + end).join(''))
}

/** Of pieces that may take nothing from the page. */
const calm: fc.Arbitrary<string> = fc.oneof({weight: 6, arbitrary: word}, {weight: 2, arbitrary: number.map((n) => `[[${n}]]`)}, {weight: 2, arbitrary: fc.constantFrom('**', '*', '__', '~~', '`', '[1]', '【3】', '[[', ']]', '[[1', '\\', '$', '|')})
const document = fc.oneof(writtenIn(piece), writtenIn(calm))

const runs = Number(process.env.BANBEN_RUNS ?? (full ? 10_000 : 250))
const seed = Number(process.env.BANBEN_SEED ?? 7714)

it(`${runs} documents are set without a fault, and what they promise holds`, {timeout: 3_600_000}, async () => {
  let drawnCount = 0
  const seen = {ordered: 0, whole: 0, epubs: 0}
  await fc.assert(fc.asyncProperty(document, async (drawn) => {
    const numbered = numberWords(drawn)
    const {text} = guardText(decodeText(new TextEncoder().encode(numbered), 'a.md').text, 'a.md', defaultConfig().limits)
    const {book, galley} = await composeFiles({'book.yml': 'repair: {preamble: keep}\nepub: {fonts: none}\ncover: cover.png\n', 'a.md': text, 'glossary.yml': '- zh: 推测解码\n  en: speculative decoding\n- zh: 大模型\n  en: large model\n'})
    const ids = new Map<string, number>()
    const links: string[] = []
    const bad: string[] = []
    const walk = (node: Nodes) => {
      if ('value' in node && /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\uFDD0-\uFDEF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(node.value)) bad.push(node.value)
      if (node.type === 'element') {
        const {id, href} = node.properties
        if (typeof id === 'string') ids.set(id, (ids.get(id) ?? 0) + 1)
        if (typeof href === 'string') (href.startsWith('#') ? links : bad).push(/^(?:#|https?:|mailto:|tel:)/i.test(href) ? href : `bad ${href}`)
        for (const name of Object.keys(node.properties)) if (/^on/i.test(name)) bad.push(`bad ${name}`)
        if (['script', 'iframe', 'style', 'object'].includes(node.tagName)) bad.push(`bad ${node.tagName}`)
      }
      if ('children' in node) for (const child of node.children) walk(child)
    }
    for (const chapter of galley.chapters) {
      ids.set(chapter.id, (ids.get(chapter.id) ?? 0) + (hasId(chapter.tree, chapter.id) ? 0 : 1))
      walk(chapter.tree)
    }
    expect([...ids].filter(([, count]) => count > 1)).toEqual([])
    expect(links.filter((href) => !ids.has(decodeURIComponent(href.slice(1))))).toEqual([])
    expect(bad.filter((found) => !/^(?:https?:|mailto:|tel:)/i.test(found))).toEqual([])
    const entries = book.chapters.flatMap(({tree}) => JSON.stringify(tree).match(/"sourceEntry","number":\d+/g) ?? []).map((found) => Number(/\d+$/.exec(found)?.[0])) // also of a list that closes its own chapter
    for (const {number: cited} of book.calls) expect(entries, `no entry for ${cited}`).toContain(cited)
    const words = serialsOf(galley.chapters.filter(({role}) => !apparatus.has(role)).map(({tree}) => textOf(tree)).join(''))
    const titled = serialsOf(galley.config.title).filter((serial) => !words.includes(serial)) // a lone first heading is the book's title, on its title page
    if (words.length > 1) seen.ordered += 1
    expect(words, text).toEqual([...new Set(words)].sort((a, b) => a - b))
    if (words.length > 0 && !losing.test(text)) {
      seen.whole += 1
      expect([...titled, ...words].sort((a, b) => a - b), text).toEqual(serialsOf(text))
    }
    drawnCount += 1
    if (drawnCount % 20 > 0) return
    seen.epubs += 1
    expect(documentsOf(await printGalley('epub', galley)).flatMap(({name, fault}) => (fault ? [`${name} ${fault}`] : []))).toEqual([])
  }), {seed, numRuns: runs, endOnFailure: false})
  record('Fuzzed documents without a fault', `${runs} (seed ${seed})`, full ? '10,000' : 'quick part')
  record('Fuzzed documents: order of words kept, no word lost, EPUB well-formed', `${seen.ordered}, ${seen.whole}, ${seen.epubs} judged, 0 faults`, '0 faults')
})

const apparatus = new Set(['references', 'glossary', 'abbreviations', 'index', 'figures', 'tables', 'audit', 'notes'])

/** Each serial mark of the grammar becomes a word that is nowhere else. */
function numberWords(text: string): string {
  let next = 0
  return text.replaceAll(serial, () => {
    next += 1
    return ` w${next}w `
  })
}

const serialsOf = (text: string) => [...text.matchAll(/w(\d+)w/g)].map(([, found]) => Number(found))

/** What may rightly keep words from the page: comments, elements that are dropped, addresses, definitions, notes, info strings,
 * what stands below a reference list, and cells beyond the head of their table. */
const losing = /<|参考文献|\[\^|\]\(|!\[|\]:|~~~|\$\$|`{3}(?!js\n|\n|$)|\0|^\|(?:[^|\n]*\|){3}[^\n]*\S/m

/** Text without the notes, which stand behind the text that calls them, and without lists of sources, whose backlinks name headings. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && (node.properties.dataFootnotes !== undefined || /footnote|notes|references/.test(String(node.properties.className)))) return ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function hasId(node: Nodes, id: string): boolean {
  if (node.type === 'element' && node.properties.id === id) return true
  return 'children' in node && node.children.some((child) => hasId(child, id))
}
