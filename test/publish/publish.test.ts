/** Publishing is all or nothing. Kills are random but seeded; every state of the folder that a reader could see is checked. */
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {buildSync} from 'esbuild'
import {beforeAll, describe, expect, it} from 'vitest'
import {publish} from '../../src/editions/publish.ts'
import type {Edition, Format} from '../../src/model/book.ts'
import {folderOf} from '../manuscript/fixture.ts'
import {record} from '../safety/figures.ts'

const kills = Number(process.env.BANBEN_KILLS ?? 25)

const edition = (format: Format, content: string, fileName = `a.${format}`): Edition => ({format, fileName, data: new TextEncoder().encode(content), messages: []})
const run = {inputs: 'abc', epoch: 1}
const read = (...parts: string[]) => readFileSync(path.join(...parts), 'utf8')
interface Entry {file: string; bytes: number; sha256: string; inputs: string; carried?: true}
const manifestOf = (out: string, name = 'a'): Entry[] => JSON.parse(read(out, name, 'editions.json')).editions

it('writes the editions and says what they are', async () => {
  const out = folderOf({})
  expect(await publish(out, 'a', [edition('pdf', 'P'), edition('html', 'H')], run)).toEqual({paths: [path.join(out, 'a', 'a.pdf'), path.join(out, 'a', 'a.html')]})
  expect(readdirSync(out)).toEqual(['a'])
  expect(manifestOf(out).map(({file, sha256}) => [file, sha256])).toEqual([['a.html', createHash('sha256').update('H').digest('hex')], ['a.pdf', createHash('sha256').update('P').digest('hex')]])
})

it('carries over the formats that were not asked for, marked, and replaces all of the others', async () => {
  const out = folderOf({})
  await publish(out, 'a', [edition('pdf', 'P1'), edition('pdf', 'V1', 'a-small.pdf'), edition('html', 'H1')], run)
  writeFileSync(path.join(out, 'a', 'notes.txt'), 'mine')
  await publish(out, 'a', [edition('html', 'H2')], {...run, inputs: 'def'})
  expect([read(out, 'a', 'a.pdf'), read(out, 'a', 'a.html'), read(out, 'a', 'notes.txt')]).toEqual(['P1', 'H2', 'mine'])
  expect(manifestOf(out).map(({file, inputs, carried}) => [file, inputs, carried])).toEqual([['a-small.pdf', 'abc', true], ['a.html', 'def', undefined], ['a.pdf', 'abc', true]])
  await publish(out, 'a', [edition('pdf', 'P3')], run)
  expect(readdirSync(path.join(out, 'a')).toSorted()).toEqual(['a.html', 'a.pdf', 'editions.json', 'notes.txt'])
})

it('survives a manifest that is nonsense', async () => {
  for (const text of ['', '{', 'null', '{"editions": 3}', '{"editions": [{"file": "../../x", "format": "pdf"}, null]}']) {
    const out = folderOf({'a/editions.json': text, 'a/a.pdf': 'P'})
    expect(await publish(out, 'a', [edition('html', 'H')], run)).toHaveProperty('paths')
    expect(read(out, 'a', 'a.pdf')).toBe('P')
  }
})

it('sweeps its own litter and nobody else’s, and puts back a folder that was set aside', async () => {
  const out = folderOf({'.banben-a~new-1/a.pdf': 'torn', '.banben-a~old/a.html': 'H1', '.banben-ab~new-1/ab.pdf': 'other', '.banben-a.lock': JSON.stringify({pid: 2 ** 22 + 1, host: (await import('node:os')).hostname(), id: 'x'})})
  await publish(out, 'a', [edition('pdf', 'P')], run)
  expect(readdirSync(out).toSorted()).toEqual(['.banben-ab~new-1', 'a'])
  expect(read(out, 'a', 'a.html')).toBe('H1')
})

describe('a target that cannot be written to', () => {
  it('is named by its fault, and keeps what it had', async () => {
    const out = folderOf({'a/a.pdf': 'P', file: 'in the way'})
    expect(await publish(path.join(out, 'file'), 'a', [edition('pdf', 'P2')], run)).toEqual({fault: expect.stringMatching(/EEXIST|ENOTDIR/)})
    symlinkSync('nowhere/at/all', path.join(out, 'loop'))
    expect(await publish(path.join(out, 'loop'), 'a', [edition('pdf', 'P2')], run)).toEqual({fault: expect.any(String)})
    expect(read(out, 'a', 'a.pdf')).toBe('P')
  })

  it.skipIf(!existsSync('/proc/self'))('is told where no folder can ever be made', async () => {
    expect(await publish('/proc/none', 'a', [edition('pdf', 'P')], run)).toEqual({fault: 'ENOENT'})
    expect(await publish('/proc/none/deep/er', 'a', [edition('pdf', 'P')], run)).toEqual({fault: 'ENOENT'})
  })

  it('is made with all that is above it', async () => {
    const out = path.join(folderOf({}), 'some', 'where', 'deep')
    const made = await Promise.all(['a', 'b', 'c'].map((name) => publish(out, name, [edition('pdf', 'P')], run)))
    expect(made.every((one) => 'paths' in one)).toBe(true)
    expect(readdirSync(out)).toEqual(['a', 'b', 'c'])
  })

  it.skipIf(process.getuid?.() === 0)('by its rights', async () => {
    const out = folderOf({'a/a.pdf': 'P'})
    chmodSync(out, 0o555)
    expect(await publish(out, 'a', [edition('pdf', 'P2')], run)).toEqual({fault: 'EACCES'})
    chmodSync(out, 0o755)
    expect(read(out, 'a', 'a.pdf')).toBe('P')
  })
})

describe('under kills', () => {
  let script = ''
  beforeAll(() => {
    script = path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', `publish-${process.pid}.mjs`)
    mkdirSync(path.dirname(script), {recursive: true})
    buildSync({stdin: {contents: publisher, resolveDir: path.join(import.meta.dirname, '..', '..', 'src'), loader: 'ts'}, bundle: true, platform: 'node', format: 'esm', outfile: script})
  })

  it(`${kills} at random times leave no torn file and no mixed version`, {timeout: 1_200_000}, async () => {
    const out = folderOf({})
    let version = 0
    let hit = 0
    for (let round = 0; round < kills; round++) {
      version += 1
      await killed(script, [out, String(version)], {after: ((round * 7919) % 97) / 97 * 12, aim: aims[round % 3]})
      const before = seen(out)
      if (before?.[0] !== String(version)) hit += 1
      if (before) expect(before, `round ${round}`).toEqual([...new Set(before)].slice(0, 1))
    }
    await publish(out, 'a', [edition('pdf', 'last')], run)
    expect(readdirSync(out)).toEqual(['a'])
    expect(hit, 'kills that met a publishing').toBeGreaterThan(0)
    record('Kills during publishing: torn files, mixed versions, litter after the next build', `0, 0, 0 of ${kills} (${hit} before the exchange)`, '0')
  })

  it('two builds at once never mix', {timeout: 1_200_000}, async () => {
    const out = folderOf({})
    for (let round = 0; round < Math.ceil(kills / 5); round++) {
      await Promise.all([1, 2, 3].map((builder) => killed(script, [out, `${round}-${builder}`])))
      expect(seen(out)).toHaveLength(1)
    }
    expect(readdirSync(out)).toEqual(['a'])
  })
})

/** The versions that a reader finds: one, or the folder is torn. */
function seen(out: string): string[] | undefined {
  const folder = path.join(out, 'a')
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder).filter((name) => name !== 'editions.json')
  const versions = files.map((name) => {
    const text = read(folder, name)
    const whole = text.length > 200_000 && text.endsWith('end')
    return whole ? (text.split('\n')[0] ?? '') : `torn ${name}`
  })
  const sums = manifestOf(out).every(({file, sha256}) => createHash('sha256').update(readFileSync(path.join(folder, file))).digest('hex') === sha256)
  return [...new Set([...versions, ...(files.length === 3 ? [] : ['files are missing']), ...(sums ? [] : ['sums differ'])])]
}

const publisher = `
import {publish} from './editions/publish.ts'
const [, , out, version] = process.argv
const data = new TextEncoder().encode(version + '\\n' + 'x'.repeat(300_000) + 'end')
process.send?.('ready')
await publish(out, 'a', ['pdf', 'epub', 'html'].map((format) => ({format, fileName: 'a.' + format, data, messages: []})), {inputs: version, epoch: 1})
process.disconnect?.()
`

/** Where a kill is aimed: at any time; when the new folder stands beside the old; when they have just changed places. */
const aims = ['start', 'staged', 'exchanged'] as const
interface Kill {after: number; aim: (typeof aims)[number] | undefined}

/** @param kill Milliseconds from the aim to SIGKILL; absent: it may end. */
function killed(script: string, args: [out: string, version: string], kill?: Kill): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {stdio: ['ignore', 'ignore', 'inherit', 'ipc']})
    let ended = false
    const watch = () => {
      if (ended || !kill) return
      if (isReached(kill.aim, ...args)) setTimeout(() => child.kill('SIGKILL'), kill.aim === 'exchanged' ? kill.after / 12 : kill.after)
      else setImmediate(watch)
    }
    child.on('message', watch)
    child.on('exit', () => {
      ended = true
      resolve()
    })
  })
}

function isReached(aim: Kill['aim'], out: string, version: string): boolean {
  const holds = (folder: string) => {
    try {
      return read(out, folder, 'editions.json').includes(`"inputs": "${version}"`)
    } catch {
      return false
    }
  }
  if (aim === 'staged') return readdirSync(out).some((name) => name.includes('~new-') && holds(name)) || holds('a')
  return aim !== 'exchanged' || holds('a')
}
