/** `npm run bench [-- --copies 1,20,100 --rounds 5 --formats html,epub,pdf]`: banben and its peers in turn, in one run, on the same manuscript.
 *
 * Prints wall seconds (median after one warm-up), the ratio to each peer, and the peak memory of the Node process.
 * Cold: book caches empty; warm: as left by the run before. A peer that is not installed is named and left out. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, loadavg} from 'node:os'
import path from 'node:path'
import {setUp} from '../scripts/setup.mjs'
import {writeBooks} from './manuscripts.mjs'
import {measure, median} from './measure.mjs'
import {peersOf, preparePeers} from './peers.mjs'

const root = path.resolve(import.meta.dirname, '..')
const work = path.join(root, 'bench', '.work')
const option = (name, fallback) => process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback
const list = (name, fallback) => option(name, fallback).split(',')
const rounds = Number(option('rounds', '5'))
/** Seconds that one run may take: what is slower has no place in the table. */
const patience = Number(option('patience', '120'))
const cache = path.join(work, 'cache')

/** In turn, so that what else the machine does falls on all alike. */
function race(runners) {
  const times = new Map(runners.map(({name}) => [name, []]))
  const failed = new Map()
  for (let round = 0; round <= rounds; round++) {
    for (const runner of runners.filter(({name}) => !failed.has(name))) {
      runner.before?.()
      const run = measure(runner.command, {patience, env: runner.env, cwd: work, stdout: runner.stdout})
      if (run.fault) failed.set(runner.name, run.fault)
      else if (round > 0) times.get(runner.name).push(run) // the first round warms the disk
    }
  }
  return runners.map(({name}) => ({name, fault: failed.get(name), seconds: median(times.get(name).map(({seconds}) => seconds)), cpu: median(times.get(name).map(({cpu}) => cpu)), memory: Math.max(0, ...times.get(name).map(({memory}) => memory))}))
}

function banben(format, book) {
  const out = path.join(work, 'out')
  const command = [process.execPath, path.join(root, 'lib', 'cli.js'), 'build', book, '--format', format, '--out', out, '--quiet']
  const env = {BANBEN_CACHE: cache}
  const empty = () => rmSync(cache, {recursive: true, force: true})
  return [{name: 'banben, cold cache', command, env, before: empty}, {name: 'banben, warm cache', command, env}]
}

function print(format, copies, bytes, results) {
  const [cold, warm, ...peers] = results
  console.log(`\n### ${format.toUpperCase()}, ${copies} ${copies === 1 ? 'copy' : 'copies'} (${(bytes / 1000).toFixed(0)} kB)\n\n| | seconds | banben cold ÷ it | banben warm ÷ it | CPU s of Node | peak MiB of Node |\n|---|---|---|---|---|---|`)
  for (const {name, fault, seconds, cpu, memory} of [cold, warm, ...peers]) {
    const ratio = ({seconds: mine}) => (fault || mine === undefined ? '–' : (mine / seconds).toFixed(2))
    console.log(`| ${name} | ${fault ?? seconds.toFixed(3)} | ${ratio(cold)} | ${ratio(warm)} | ${cpu > 0 ? cpu.toFixed(2) : '–'} | ${memory > 0 ? Math.round(memory) : '–'} |`)
  }
}

await setUp()
mkdirSync(work, {recursive: true})
writeFileSync(path.join(work, 'package.json'), '{"private": true}\n')
const missing = await preparePeers(work, {fetch: process.argv.includes('--peers')})
console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}; medians of ${rounds} after one warm-up`)
if (missing.length > 0) console.log(`Not installed, so left out: ${missing.join(', ')}`)
for (const copies of list('copies', '1,20,100').map(Number)) {
  const book = writeBooks(root, work, copies)
  for (const format of list('formats', 'html,epub,pdf')) print(format, copies, book.bytes, race([...banben(format, book.file), ...peersOf(format, book.file, work)]))
}
