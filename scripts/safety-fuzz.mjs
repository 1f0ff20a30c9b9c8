/** Fuzzing with rows of its own: `npm run test:fuzz -- [minutes]`. Ends at the first fault, whose seed is printed. */
import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {setUp} from './setup.mjs'

const root = path.resolve(import.meta.dirname, '..')
const minutes = Number(process.argv[2] ?? 60)
await setUp({browser: false})

const end = Date.now() + minutes * 60_000
let rows = 0
process.exitCode = 0
while (Date.now() < end && process.exitCode === 0) {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const {status} = spawnSync(process.execPath, [path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'test/safety/fuzz.test.ts'], {cwd: root, stdio: 'inherit', env: {...process.env, BANBEN_SEED: String(seed), BANBEN_RUNS: '2000'}})
  rows += 1
  process.exitCode = status ?? 1
  console.log(`${rows * 2000} documents; the last seed was ${seed}`)
}
