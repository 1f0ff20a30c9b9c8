/** The compiled program as a process: what only a process can show. */
import {spawn, spawnSync} from 'node:child_process'
import {closeSync, existsSync, openSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openFolder, root} from './run.ts'

const program = path.join(root, process.env.BANBEN_LIB || 'lib', 'cli.js')
const env = {...process.env, LANG: 'C', LC_ALL: 'C', CI: 'true', GITHUB_ACTIONS: '', FORCE_COLOR: '', NO_COLOR: ''}

describe('the compiled program', () => {
  it('tells the version of package.json', () => {
    const {stdout, status} = spawnSync(process.execPath, [program, '--version'], {encoding: 'utf8', env})
    expect({stdout, status}).toEqual({stdout: `${JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version}\n`, status: 0})
  })

  it('mends Traditional among Simplified, and counts what it mended', () => {
    const simple = '这个与对学会机电国说时来后发。'
    const folder = openFolder({'book.yml': 'language: zh-CN\n', 'a.md': `大語言模型和語言，這個體系，${simple}\n`, 'glossary.yml': '- {zh: 模型, en: model}\n'})
    const {stderr} = spawnSync(process.execPath, [program, 'check', '--fix', '.'], {cwd: folder, encoding: 'utf8', env})
    expect(stderr).toContain('`a.md`: 3 edits made')
    expect(readFileSync(path.join(folder, 'a.md'), 'utf8')).toBe(`大语言模型和语言，这个体系，${simple}\n`)
    expect(stderr).not.toContain('term-script')
  })

  it('goes on when nobody reads its output', async () => {
    const folder = openFolder({'notes.md': `# A\n\n${'[x](#nowhere)\n\n'.repeat(3000)}`})
    const child = spawn(process.execPath, [program, 'build', 'notes.md', '-f', 'html'], {cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe']})
    child.stdout.destroy()
    child.stderr.destroy()
    const code = await new Promise((resolve) => { child.on('exit', resolve) })
    expect({code, made: existsSync(path.join(folder, 'dist/notes/notes.html'))}).toEqual({code: 0, made: true})
  })

  it.each([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const)('stops at %s with %i', async (signal, expected) => {
    const folder = openFolder({'book/1.md': '# A\n'})
    const child = spawn(process.execPath, [program, 'build', 'book', '-f', 'html', '--watch'], {cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe']})
    child.stderr.setEncoding('utf8').on('data', (text: string) => { if (text.includes('Watching')) child.kill(signal) })
    const code = await new Promise((resolve) => { child.on('exit', resolve) })
    expect(code).toBe(expected)
  })

  it('does not take what it writes itself for a change of the book', async () => {
    const folder = openFolder({'book/1.md': '# A\n\nText.\n'})
    const log = path.join(folder, 'book/log.txt')
    const file = openSync(log, 'a')
    const child = spawn(process.execPath, [program, 'build', 'book', '-f', 'html', '--watch'], {cwd: folder, env, stdio: ['ignore', file, file]})
    const builds = () => readFileSync(log, 'utf8').match(/book\.html/g)?.length ?? 0
    await expect.poll(() => readFileSync(log, 'utf8'), {timeout: 20_000}).toContain('Watching')
    await new Promise((resolve) => { setTimeout(resolve, 300) }) // the watcher opens after that is printed
    writeFileSync(path.join(folder, 'book/1.md'), '# A\n\nMore.\n')
    await expect.poll(builds, {timeout: 20_000}).toBeGreaterThan(1)
    await new Promise((resolve) => { setTimeout(resolve, 1500) })
    expect(builds()).toBe(2)
    child.kill()
    await new Promise((resolve) => { child.on('exit', resolve) })
    closeSync(file)
  }, 60_000)

  it('prints no colour into a file, and colour where it is forced', () => {
    const folder = openFolder({'notes.md': '# A\n\n[x](#nowhere)\n'})
    const run = (extra: Record<string, string>) => spawnSync(process.execPath, [program, 'check', 'notes.md'], {cwd: folder, encoding: 'utf8', env: {...env, ...extra}}).stderr
    expect(run({})).not.toContain('\u001b')
    expect(run({FORCE_COLOR: '1'})).toContain('\u001b[33mwarning')
    expect(run({FORCE_COLOR: '1', NO_COLOR: '1'})).not.toContain('\u001b')
  })
})
