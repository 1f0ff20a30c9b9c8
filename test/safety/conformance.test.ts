/** CommonMark 0.31.2 and GFM through our parser. Differences are pinned, each with its reason: none may be added by accident.
 *
 * `UPDATE=1` rewrites the list with the reason “unexplained”, which the test does not accept. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {raw} from 'hast-util-raw'
import type {Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {EXIT, visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import type {State} from 'mdast-util-to-hast'
import {remarkCitations} from '../../src/citations/index.ts'
import type {Citation, CitationCandidate} from '../../src/model/nodes.ts'
import {record} from './figures.ts'
import {fromHtml} from './html.ts'
import {corpus} from './payloads.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkCjkFriendly).use(remarkCjkFriendlyGfmStrikethrough).use(remarkCitations)
// Without sources in the book, a candidate is given back as CommonMark reads it, and so it is here.
const toHtml = unified().use(remarkRehype, {allowDangerousHtml: true, handlers: {citationCandidate: (state: State, node: CitationCandidate) => state.all(node), citation: (_: State, {value}: Citation) => ({type: 'text', value})}})
const print = unified().use(rehypeStringify)
const list = path.join(import.meta.dirname, 'conformance.json')
const pinned: Record<string, Record<string, string>> = JSON.parse(readFileSync(list, 'utf8'))

describe.each([['commonmark', 'commonmark/spec-0.31.2.txt'], ['gfm', 'gfm/spec.txt']])('%s', (name, file) => {
  it.skipIf(!existsSync(path.join(corpus, file)))('differs only where the list says', () => {
    const examples = examplesOf(readFileSync(path.join(corpus, file), 'utf8'))
    const differing = examples.filter(({markdown, html}) => normal(render(markdown)) !== normal(html)).map(({number}) => String(number))
    if (process.env.UPDATE) writeFileSync(list, `${JSON.stringify({...pinned, [name]: Object.fromEntries(differing.map((number) => [number, pinned[name]?.[number] ?? 'unexplained']))}, undefined, 2)}\n`)
    record(`${name}: examples as the specification has them`, `${examples.length - differing.length} of ${examples.length}`, 'the rest pinned with reasons')
    expect(examples.length).toBeGreaterThan(600)
    expect(differing).toEqual(Object.keys(pinned[name] ?? {}))
    expect(Object.values(pinned[name] ?? {})).not.toContain('unexplained')
  }, 120_000)
})

function examplesOf(spec: string): {number: number; markdown: string; html: string}[] {
  return [...spec.matchAll(/^`{32} example[^\n]*\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$/gm)].map(([, markdown = '', html = ''], index) => ({number: index + 1, markdown: markdown.replaceAll('→', '\t'), html: html.replaceAll('→', '\t')}))
}

/** HTML is parsed only where there is any, as in setting. */
function render(markdown: string): string {
  const tree = toHtml.runSync(parser.parse(markdown)) as Root // remark-rehype's output is a hast root
  let found = false
  visit(tree, 'raw', () => {
    found = true
    return EXIT
  })
  return print.stringify(found ? (raw(tree) as Root) : tree) // a root in is a root out
}

/** One spelling for what means the same to a browser. */
function normal(html: string): string {
  return print.stringify(fromHtml(html.trim())).replace(/\s*\n\s*/g, '\n').replace(/ class="(?:contains-task-list|task-list-item)"/g, '').replace(/ (?:disabled|checked|type="checkbox")/g, '').trim()
}
