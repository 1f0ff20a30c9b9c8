/** Chunks with V8's code beside them: loaded once, with or without code, and only by the Node that wrote it. */
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Script} from 'node:vm'
import {describe, expect, test} from 'vitest'
import {loadQuick, openQuick} from '../../src/quick.ts'

/** What set-up writes of each chunk. */
const wrap = (body: string) => `(function (module, exports, require, banbenImport, banbenFolder, banbenURL) {${body}\n})`

function write(chunks: Record<string, string>): string {
  const lib = mkdtempSync(path.join(tmpdir(), 'banben-quick-'))
  mkdirSync(path.join(lib, 'quick-1'))
  for (const [name, body] of Object.entries(chunks)) writeFileSync(path.join(lib, 'quick-1', `${name}.cjs`), wrap(body))
  return lib
}

describe('quick chunks', () => {
  test('a chunk runs once, whoever asks for it, and knows where the program lies', () => {
    const lib = write({main: "exports.word = require('./word.js').word + require('./word.js').times() + require('node:path').basename(banbenFolder) + banbenURL.slice(-7)", word: "exports.word = '版'; let times = 0; exports.times = () => ++times"})
    expect(openQuick(lib, 'quick-1')('main')).toEqual({word: `版1${path.basename(lib)}main.js`})
  })

  test('chunks that need each other find each other', () => {
    const lib = write({main: "exports.one = () => 1; exports.two = require('./other.js').two()", other: "const main = require('./main.js'); exports.two = () => main.one() + 1"})
    expect(openQuick(lib, 'quick-1')('main')).toMatchObject({two: 2})
  })

  test('code is taken where V8 made it, and refused where it did not', () => {
    const load = (lib: string): Script | undefined => {
      let loaded: Script | undefined
      expect(openQuick(lib, 'quick-1', (_, script) => (loaded = script))('main')).toEqual({word: '版本'})
      return loaded
    }
    const code = load(write({main: "exports.word = '版本'"}))?.createCachedData()
    for (const [suffix, kept, rejected] of [['', code, false], [' ', code, true], ['  ', 'no code at all', true]] as const) {
      const lib = write({main: `exports.word = '版本'${suffix}`}) // V8 remembers a script that it has seen in this process
      writeFileSync(path.join(lib, 'quick-1', 'main.cjs.code'), kept ?? '')
      expect(load(lib)?.cachedDataRejected).toBe(rejected)
    }
  })

  test('without a listing the caller imports the chunk as Node does', () => {
    expect(loadQuick('main')).toBeUndefined()
  })
})
