/** Chunks with V8's code, in one file: loaded once, with or without code, and only by the Node that wrote it. */
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Script} from 'node:vm'
import {describe, expect, test} from 'vitest'
import {loadQuick, openPack, openQuick, type PackIndex} from '../../src/quick.ts'

/** What set-up writes of each chunk. */
const wrap = (body: string) => `(function (module, exports, require, banbenImport, banbenFolder, banbenURL) {${body}\n})`

const write = (bodies: Record<string, string>, codes: Record<string, Buffer> = {}) => {
  const lib = mkdtempSync(path.join(tmpdir(), 'banben-quick-'))
  const chunks: PackIndex['chunks'] = {}
  const parts: Buffer[] = []
  let start = 0
  for (const [name, body] of Object.entries(bodies)) {
    const [script, code] = [Buffer.from(wrap(body), 'latin1'), codes[name] ?? Buffer.alloc(0)]
    chunks[name] = {start, script: script.byteLength, code: code.byteLength}
    parts.push(script, code)
    start += script.byteLength + code.byteLength
  }
  const file = path.join(lib, 'quick.pack')
  writeFileSync(file, Buffer.concat([Buffer.from(`${JSON.stringify({chunks})}\n`), ...parts]))
  return {lib, file}
}

function load({lib, file}: {lib: string; file: string}, remember?: (name: string, script: Script) => void): unknown {
  const pack = openPack(file)
  if (!pack) throw new Error('Unexpected failure to open, expected the pack')
  return openQuick(lib, pack, remember)('main')
}

describe('quick chunks', () => {
  test('a chunk runs once, whoever asks for it, and knows where the program lies', () => {
    const written = write({main: "exports.word = require('./word.js').word + require('./word.js').times() + require('node:path').basename(banbenFolder) + banbenURL.slice(-7)", word: "exports.word = '\\u7248'; let times = 0; exports.times = () => ++times"})
    expect(load(written)).toEqual({word: `版1${path.basename(written.lib)}main.js`})
  })

  test('chunks that need each other find each other', () => {
    expect(load(write({main: "exports.one = () => 1; exports.two = require('./other.js').two()", other: "const main = require('./main.js'); exports.two = () => main.one() + 1"}))).toMatchObject({two: 2})
  })

  test('a chunk that is not there is named', () => {
    expect(() => load(write({main: "require('./gone.js')"}))).toThrow('Unexpected chunk gone, expected one of the program')
  })

  test('a chunk is read whole, however long it and those before it are', () => {
    const long = 'x'.repeat(300_000)
    expect(load(write({small: 'exports.small = 1', main: `exports.text = '${long}'; exports.next = require('./next.js')`, next: `exports.text = '${long}!'`}))).toEqual({text: long, next: {text: `${long}!`}})
  })

  test('code is taken where V8 made it, and refused where it did not', () => {
    const scriptOf = (written: {lib: string; file: string}): Script | undefined => {
      let loaded: Script | undefined
      expect(load(written, (_, script) => (loaded = script))).toEqual({word: '版本'})
      return loaded
    }
    const code = scriptOf(write({main: "exports.word = '\\u7248\\u672c'"}))?.createCachedData()
    for (const [suffix, kept, rejected] of [['', code, false], [' ', code, true], ['  ', Buffer.from('no code at all'), true]] as const) {
      const written = write({main: `exports.word = '\\u7248\\u672c'${suffix}`}, kept ? {main: kept} : {}) // V8 remembers a script that it has seen in this process
      expect(scriptOf(written)?.cachedDataRejected).toBe(rejected)
    }
  })

  test('a file without an index is no pack', () => {
    const {file} = write({main: ''})
    for (const content of ['', 'none', '{"chunks":']) {
      writeFileSync(file, content)
      expect(openPack(file)).toBeUndefined()
    }
  })

  test('without a pack the caller imports the chunk as Node does', () => {
    expect(loadQuick('main')).toBeUndefined()
  })
})
