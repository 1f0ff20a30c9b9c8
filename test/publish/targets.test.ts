/** Targets that take nothing: a full disk and a read-only one. In a mount namespace of their own, where the system grants one. */
import {spawnSync} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {buildSync} from 'esbuild'
import {describe, expect, it} from 'vitest'
import {folderOf} from '../manuscript/fixture.ts'
import {record} from '../safety/figures.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const inNamespace = (script: string, words: string[]) => spawnSync('unshare', ['-rm', 'sh', '-c', script, 'sh', ...words], {encoding: 'utf8', timeout: 60_000})
const granted = process.platform === 'linux' && inNamespace('mount -t tmpfs -o size=1m none "$1"', ['/mnt']).status === 0

const publisher = `
import {publish} from './editions/publish.ts'
const [, , out, version, size] = process.argv
const data = new TextEncoder().encode(version + '\\n' + 'x'.repeat(Number(size)) + 'end')
console.log(JSON.stringify(await publish(out, 'a', ['pdf', 'epub', 'html'].map((format) => ({format, fileName: 'a.' + format, data, messages: []})), {inputs: version, epoch: 1})))
`

function compilePublisher(): string {
  const script = path.join(root, 'node_modules', '.cache', `publish-targets-${process.pid}.mjs`)
  mkdirSync(path.dirname(script), {recursive: true})
  buildSync({stdin: {contents: publisher, resolveDir: path.join(root, 'src'), loader: 'ts'}, bundle: true, platform: 'node', format: 'esm', outfile: script})
  return script
}

/** Two publishings with something done to the target between them; then what a reader finds, and the litter. */
function publishTwice(mount: string, between: string, size: number): {told: string[]; versions: string[]; left: string[]} {
  const folder = folderOf({})
  const {stdout, stderr} = inNamespace(`${mount} && "$2" "$3" "$1/out" one 100000 && ${between}; "$2" "$3" "$1/out" two ${size}; echo ---; for f in "$1"/out/a/a.*; do head -1 "$f"; done; echo ---; ls -A "$1/out"`, [folder, process.execPath, compilePublisher()])
  const [told = '', versions = '', left = ''] = stdout.split('---\n')
  const linesOf = (text: string) => text.split('\n').filter(Boolean)
  expect(stderr).toBe('')
  return {told: linesOf(told), versions: linesOf(versions), left: linesOf(left)}
}

describe.skipIf(!granted)('a target', () => {
  it('that is full keeps what it had, and no litter', () => {
    const {told, versions, left} = publishTwice('mount -t tmpfs -o size=1m none "$1"', 'true', 400_000)
    expect([told[1], versions, left]).toEqual(['{"fault":"ENOSPC"}', ['one', 'one', 'one'], ['a']])
    record('Disk full: what is told, what stands there', 'ENOSPC, the editions before', 'a clear error, previous editions whole')
  })

  it('that has become read-only keeps what it had', () => {
    const {told, versions, left} = publishTwice('mount -t tmpfs -o size=4m none "$1"', 'mount -o remount,ro "$1"', 100_000)
    expect([told[1], versions, left]).toEqual(['{"fault":"EROFS"}', ['one', 'one', 'one'], ['a']])
    record('Read-only target: what is told, what stands there', 'EROFS, the editions before', 'a clear error, previous editions whole')
  })
})
