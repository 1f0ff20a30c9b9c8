/** `npm run bench [-- html epub pdf --copies 1,20,100 --rounds 5]`: banben and its peers in turn, in one run, on the same manuscript.
 *
 * Prints wall seconds (median after one warm-up), ratios, the peak memory of the Node process, growth, and a verdict a target.
 * Cold: book caches empty; warm: as left by the run before. A peer that is not installed is named and left out. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, loadavg} from 'node:os'
import path from 'node:path'
import {setUp} from '../scripts/setup.mjs'
import {writeBooks} from './manuscripts.mjs'
import {measure, median} from './measure.mjs'
import {peersOf, preparePeers} from './peers.mjs'
import {growth, verdicts} from './targets.mjs'
import {peakOfTree} from './tree.mjs'

const root = path.resolve(import.meta.dirname, '..')
const work = path.join(root, 'bench', '.work')
const option = (name, fallback) => process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback
const named = ['html', 'epub', 'pdf'].filter((format) => process.argv.slice(2).includes(format))
const formats = named.length > 0 ? named : ['html', 'epub', 'pdf']
const rounds = Number(option('rounds', '5'))
/** Seconds that one run may take: what is slower has no place in the table. */
const patience = Number(option('patience', '120'))
const cache = path.join(work, 'cache')
const cli = path.join(root, process.env.BANBEN_LIB || 'lib', 'cli.js')

/** Seconds between runs: browsers of the one before are still ending, and its files being written, when it has ended itself. */
const rest = 0.4

/** In turn, so that what else the machine does falls on all alike. */
async function race(runners) {
  const times = new Map(runners.map(({name}) => [name, []]))
  const failed = new Map()
  for (let round = 0; round <= rounds; round++) {
    for (const runner of runners.filter(({name}) => !failed.has(name))) {
      await new Promise((resolve) => setTimeout(resolve, rest * 1000))
      runner.before?.()
      const run = await measure(runner.command, {patience, env: runner.env, cwd: work, stdout: runner.stdout})
      if (run.fault) failed.set(runner.name, run.fault)
      else if (round > 0) times.get(runner.name).push(run) // the first round warms the disk
    }
  }
  return runners.map(({name}) => ({name, fault: failed.get(name), seconds: median(times.get(name).map(({seconds}) => seconds)), cpu: median(times.get(name).map(({cpu}) => cpu)), memory: Math.max(0, ...times.get(name).map(({memory}) => memory))}))
}

/** Cold before warm: what the first leaves, the second finds. */
function banben(format, copies, book) {
  const runner = (name, input, before, own = cache) => ({name, command: [process.execPath, cli, 'build', input, '--format', format, '--out', path.join(work, 'out'), '--quiet'], env: {BANBEN_CACHE: own}, before})
  return [
    runner('banben, cold cache', book.file, () => rmSync(cache, {recursive: true, force: true})),
    runner('banben, warm cache', book.file),
    ...(format === 'epub' ? [runner('banben without fonts', book.withoutFonts, undefined, `${cache}-without-fonts`)] : []),
    ...(copies === 1 ? [runner('banben, with its 60 terms', path.join(root, 'source', 'report'), undefined, `${cache}-terms`)] : []), // warm: the cold runs empty only theirs
  ]
}

function print(format, copies, bytes, results) {
  const peers = results.filter(({name}) => !name.startsWith('banben'))
  console.log(`\n### ${format.toUpperCase()}, ${copies} ${copies === 1 ? 'copy' : 'copies'} (${(bytes / 1000).toFixed(0)} kB), load ${loadavg()[0].toFixed(1)}\n\n| | seconds |${peers.map(({name}) => ` ÷ ${name} |`).join('')} CPU s of Node | peak MiB of Node |\n|---|---|${'---|'.repeat(peers.length)}---|---|`)
  for (const {name, fault, seconds, cpu, memory} of results) {
    const ratios = peers.map((peer) => ` ${fault || peer.fault ? '–' : (seconds / peer.seconds).toFixed(2)} |`)
    console.log(`| ${name} | ${fault ?? seconds.toFixed(3)} |${ratios.join('')} ${cpu > 0 ? cpu.toFixed(2) : '–'} | ${memory > 0 ? Math.round(memory) : '–'} |`)
  }
}

/** Once, with an empty cache. */
async function tellTree({command, env, before}) {
  before()
  const peak = await peakOfTree(command, {env, cwd: work})
  console.log(`\nAll processes, browsers too: ${peak === undefined ? 'not measured' : `${Math.round(peak)} MB at most`}`)
}

await setUp({browser: formats.includes('pdf')})
mkdirSync(work, {recursive: true})
writeFileSync(path.join(work, 'package.json'), '{"private": true}\n')
const missing = await preparePeers(work, {fetch: process.argv.includes('--peers')})
console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}; medians of ${rounds} after one warm-up`)
if (missing.length > 0) console.log(`Not installed, so left out: ${missing.join(', ')}`)
for (const format of formats) {
  const tables = new Map()
  for (const copies of option('copies', '1,20,100').split(',').map(Number)) {
    const book = writeBooks(root, work, copies)
    tables.set(copies, await race([...banben(format, copies, book), ...peersOf(format, book.file, work)]))
    print(format, copies, book.bytes, tables.get(copies))
    if (format === 'pdf') await tellTree(banben(format, copies, book)[0])
  }
  console.log(`\n${format.toUpperCase()}, growth:\n${growth(tables).join('\n')}\n\n${format.toUpperCase()}, targets:\n${verdicts(format, tables).join('\n')}`)
}
