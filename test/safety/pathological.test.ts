/** Bounded: every pathological input ends with an edition or a located message, never a stack trace.
 *
 * Those that may be refused are listed; all others must build, on a loaded machine too: they have more time, and are judged
 * by the processor's. `BANBEN_FULL=1` runs all 88, each within 10 s by the clock: then a slow machine may refuse others for
 * their time too, at most a third in all; else every fifth. */
import {existsSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {folderOf} from '../manuscript/fixture.ts'
import {full, record} from './figures.ts'
import {pathologicalCases} from './pathological.ts'
import {banben, compiled} from './program.ts'

/** Larger than a text may be (`limits.documentBytes`), slower to parse than the 8 s that the test allows, or citing more numbers
 * without a source than a book may (`limits.missingSources`). */
const mayBeRefused = new Set(['own/citation-100k-distinct', 'own/citation-100k-distinct-paragraphs', 'own/plain-cjk-1-line', 'own/ascii-10mb-words', 'own/ascii-10mb-paragraphs', 'cmark/backticks', 'cmark/many-references', 'cmark/nested-inlines', 'cmark-gfm/tables-cr-vt', 'cmark-gfm/table-wide-header', 'cmark/empty-lines-in-deeply-nested-lists-in-blockquote', 'own/trailing-hard-breaks', 'own/many-headings-same-text', 'own/frontmatter-unclosed', 'own/alternating-1-', 'own/unclosed-groups', 'own/spaces-then-newline', 'own/tabs'])
const patience = Number(process.env.BANBEN_PATIENCE ?? (full ? 10 : 60))
const processorSeconds = 25
const cases = pathologicalCases().filter((_, index) => full || index % 5 === 0)

describe.skipIf(cases.length === 0 || !compiled)('pathological inputs', () => {
  const ended: {id: string; seconds: number; built: boolean}[] = []

  it.each(cases.map(({id, text}) => [id, text]))('%s', async (id, text) => {
    const folder = folderOf({'book.yml': `limits: {composeSeconds: ${full || mayBeRefused.has(id) ? 8 : 50}}\n`, 'a.md': text})
    const {code, output, seconds, processor} = await banben(['build', '.', '--format', 'html', '--no-cache'], {cwd: folder})
    const built = existsSync(path.join(folder, 'dist', 'book', 'book.html'))
    ended.push({id, seconds, built})
    expect([0, 1], output.slice(-500)).toContain(code)
    expect(output).not.toMatch(/\n\s+at \S+ \(|RangeError|heap/)
    expect(seconds).toBeLessThan(patience)
    expect(processor).toBeLessThan(processorSeconds)
    if (built) return
    expect(output).toMatch(/limits\.|nested|without text/)
    if (!(full && output.includes('limits.composeSeconds'))) expect(mayBeRefused, output.slice(-500)).toContain(id)
  }, 90_000)

  it('are refused at most in a third', () => {
    const refused = ended.filter(({built}) => !built)
    const slowest = ended.reduce((most, one) => (one.seconds > most.seconds ? one : most), {id: '', seconds: 0, built: true})
    record('Pathological inputs: built / refused / slowest', `${ended.length - refused.length} / ${refused.length} of ${ended.length} / ${slowest.seconds.toFixed(1)} s (${slowest.id})`, 'at most a third refused, ≤ 10 s')
    expect(refused.length).toBeLessThanOrEqual(Math.ceil(ended.length / 3))
  })
})

it.skipIf(!full || !compiled)('sets 10 MB of plain paragraphs within 2 GB', async () => {
  const folder = folderOf({'a.md': `# A\n\n${`${'plain words of a long book. '.repeat(30)}\n\n`.repeat(12_500)}`})
  writeFileSync(path.join(folder, 'book.yml'), 'limits: {composeSeconds: 600}\n')
  const {code, output, seconds} = await banben(['build', '.', '--format', 'html', '--no-cache'], {cwd: folder, wrap: ['/usr/bin/time', '-f', 'peak %M'], seconds: 900})
  const peak = Number(/peak (\d+)/.exec(output)?.[1]) / 1024
  record('10 MB of plain paragraphs to HTML', `${seconds.toFixed(0)} s, ${peak.toFixed(0)} MiB`, '≤ 2048 MiB')
  expect(code, output.slice(-500)).toBe(0)
  expect(peak).toBeLessThan(2048)
}, 1_000_000)
