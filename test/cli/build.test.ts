import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openFolder, runCli, writeFiles} from './run.ts'

const sound = '# Title\n\nText.\n'
const warned = '# Title\n\nSee [this](#nowhere).\n'

describe('banben build', () => {
  it('makes an edition of one Markdown file that has no settings', async () => {
    const folder = openFolder({'notes.md': sound})
    const {code, out} = await runCli(folder, ['build', 'notes.md', '--format', 'html'])
    expect({code, made: existsSync(path.join(folder, 'dist/notes/notes.html'))}).toEqual({code: 0, made: true})
    expect(out).toMatch(/^notes\n {2}dist\/notes\/notes\.html +[\d.]+ [kM]?B\n/)
  })

  it('builds every book of source/ where none is named', async () => {
    const folder = openFolder({'source/a/1.md': sound, 'source/b/1.md': sound, 'source/empty/readme.txt': ''})
    const {code} = await runCli(folder, ['build', '--format', 'html', '--out', 'made'])
    expect(code).toBe(0)
    expect(['a', 'b'].map((name) => existsSync(path.join(folder, `made/${name}/${name}.html`)))).toEqual([true, true])
  })

  it('takes the book of the current folder', async () => {
    const folder = openFolder({'mine/book.yml': 'title: Here\n', 'mine/1.md': sound})
    const {code, out} = await runCli(path.join(folder, 'mine'), ['check'])
    expect({code, heading: out.split('\n')[0]}).toEqual({code: 0, heading: 'mine'})
  })

  it('answers 0 with warnings, and 1 with --strict, which leaves what was published', async () => {
    const folder = openFolder({'notes.md': warned})
    expect((await runCli(folder, ['build', 'notes.md', '-f', 'html'])).code).toBe(0)
    const before = readFileSync(path.join(folder, 'dist/notes/notes.html'), 'utf8')
    writeFiles(folder, {'notes.md': `${warned}\nMore.\n`})
    const {code, out} = await runCli(folder, ['build', 'notes.md', '-f', 'html', '--strict'])
    expect({code, after: readFileSync(path.join(folder, 'dist/notes/notes.html'), 'utf8')}).toEqual({code: 1, after: before})
    expect(out).toContain('Nothing was published')
  })

  it('answers 2 for a wrong setting, with its line and column', async () => {
    const folder = openFolder({'book/book.yml': 'title: A\npdf:\n  trim: A9\n', 'book/1.md': sound})
    const {code, err} = await runCli(folder, ['build', 'book', '-f', 'html'])
    expect(code).toBe(2)
    expect(err).toMatch(/^book\/book\.yml\n {2}3:3 error /m)
    expect(existsSync(path.join(folder, 'dist'))).toBe(false)
  })

  it('reports as one JSON document and nothing else', async () => {
    const folder = openFolder({'书/1.md': warned})
    const {code, out, err} = await runCli(folder, ['build', '书', '-f', 'html', '--json'])
    const report = JSON.parse(out)
    expect({code, err, version: report.version, exitCode: report.exitCode}).toEqual({code: 0, err: '', version: '9.8.7', exitCode: 0})
    expect(report.books[0].messages[0]).toMatchObject({ruleId: 'link-undefined', severity: 'warning', path: '书/1.md', line: 3, column: 5})
    expect(report.books[0].files[0]).toMatchObject({format: 'html'})
  })

  it('writes SARIF beside the usual report', async () => {
    const folder = openFolder({'notes.md': warned})
    await runCli(folder, ['check', 'notes.md', '--sarif', 'report.sarif'])
    expect(JSON.parse(readFileSync(path.join(folder, 'report.sarif'), 'utf8')).runs[0].results).toHaveLength(1)
  })

  it('annotates by itself on GitHub', async () => {
    const folder = openFolder({'notes.md': warned})
    const {out} = await runCli(folder, ['check', 'notes.md'], {environment: {GITHUB_ACTIONS: 'true'}})
    expect(out).toMatch(/^::warning file=notes\.md,line=3,endLine=3,col=5,/)
  })

  it('keeps quiet but for messages', async () => {
    const folder = openFolder({'notes.md': warned})
    const {out, err} = await runCli(folder, ['build', 'notes.md', '-f', 'html', '--quiet'])
    expect(out).toBe('')
    expect(err).toMatch(/^notes\.md\n/)
  })

  it('takes SOURCE_DATE_EPOCH, and refuses what is no time', async () => {
    const folder = openFolder({'notes.md': sound})
    const {code, err} = await runCli(folder, ['check', 'notes.md'], {environment: {SOURCE_DATE_EPOCH: 'today'}})
    expect({code, err}).toEqual({code: 2, err: 'banben: SOURCE_DATE_EPOCH is `today`, expected seconds since 1970.\n'})
  })

  it('stops at a signal and publishes nothing', async () => {
    const folder = openFolder({'notes.md': sound})
    const {err} = await runCli(folder, ['build', 'notes.md', '-f', 'html'], {signal: AbortSignal.abort()})
    expect(err).toContain('Stopped; nothing was published.')
    expect(existsSync(path.join(folder, 'dist'))).toBe(false)
  })
})
