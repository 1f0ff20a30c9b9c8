/** `1)` stays `1)` in all three editions. */
import {execFileSync} from 'node:child_process'
import path from 'node:path'
import {readFileSync, writeFileSync} from 'node:fs'
import {h} from 'hastscript'
import {describe, expect, it} from 'vitest'
import {flattenNote} from '../../src/editions/pdf/margin-note.ts'
import {widenMarkers} from '../../src/editions/pdf/list-markers.ts'
import {findings, openFiles} from './epub/edition.ts'
import {hasBrowser, inFolder, printFiles, templates} from './pdf/print.ts'

const parenthesis = '# 题\n\n1) 甲\n2) 乙\n\n文\n\n1. 丙\n2. 丁\n'
const rule = /@counter-style parenthesis \{[^}]*suffix: "\) "[^}]*\}\s*ol\.parenthesis \{ list-style-type: parenthesis/

describe('a list that is numbered 1)', () => {
  it('is so in the page', () => {
    expect(readFileSync(path.join(templates, 'html', 'page.css'), 'utf8')).toMatch(rule)
  })

  it('is so in the EPUB, whose style sheet tells it only where there is one', async () => {
    const {edition, file} = await openFiles({'a.md': parenthesis})
    expect(file('style.css')).toMatch(rule)
    expect(file('c1.xhtml')).toMatch(/<ol class="parenthesis">[\s\S]*<ol>/)
    expect(await findings(edition)).toEqual([])
    expect((await openFiles({'a.md': '# 题\n\n1. 甲\n'})).file('style.css')).not.toContain('counter-style')
    expect((await openFiles({'a.md': '# 题\n\n文[^1]。\n\n[^1]: 注\n\n    1) 甲\n'})).file('style.css')).toMatch(rule)
  })

  it.skipIf(!hasBrowser)('is so on the page of the PDF, and in its tags', {timeout: 60_000}, async () => {
    const {data} = await printFiles({'book.yml': 'language: zh-CN\n', 'a.md': parenthesis})
    const tags = await inFolder((folder) => {
      writeFileSync(path.join(folder, 'a.pdf'), data)
      return Promise.resolve(structureOf(path.join(folder, 'a.pdf')))
    })
    if (tags !== undefined) expect([...tags.matchAll(/Lbl[^\n]*\n\s*"(\d[.)]) ?"/g)].map(([, label]) => label)).toEqual(['1)', '2)', '1.', '2.'])
  })

  it('is so in the margin, and has room', () => {
    expect(JSON.stringify(flattenNote([h('p', '注'), h('ol', {class: 'parenthesis', start: 3}, h('li', '甲'))]))).toContain('3) ')
    const list = h('ol', {class: 'parenthesis', start: 100})
    widenMarkers(list, [h('li')])
    expect(list.properties.style).toBe('padding-left:2.4em')
  })
})

/** By poppler; undefined where it is not installed. */
function structureOf(file: string): string | undefined {
  try {
    return execFileSync('pdfinfo', ['-struct-text', file], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']})
  } catch {
    return undefined
  }
}
