/** The safety tests, and the table of what they measured. `--full` runs every case; without it a part that takes minutes. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setUp} from './setup.mjs'

const root = path.resolve(import.meta.dirname, '..')
const full = process.argv.includes('--full')
await setUp({browser: full})

const folder = mkdtempSync(path.join(tmpdir(), 'banben-safety-'))
const figures = path.join(folder, 'figures.jsonl')
writeFileSync(figures, '')
const environment = {...process.env, BANBEN_FIGURES: figures, ...(full ? {BANBEN_FULL: '1', BANBEN_KILLS: '200'} : {})}
const {status} = spawnSync(process.execPath, [path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--maxWorkers=1', 'test/safety', 'test/publish', 'test/manuscript', 'test/repair'], {cwd: root, stdio: 'inherit', env: environment})
const rows = readFileSync(figures, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
rmSync(folder, {recursive: true, force: true})

console.log('\n| What | Measured | Promised |\n|---|---|---|')
for (const {what, found, promised} of rows) console.log(`| ${what} | ${found} | ${promised} |`)
process.exitCode = status ?? 1
