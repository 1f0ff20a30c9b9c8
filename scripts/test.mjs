/** `npm test`: set-up, then all tests, then one line with the counts. Arguments go to vitest.
 *
 * The tests run without a network where the kernel can take it away: nothing but set-up may need one. */
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setUp} from './setup.mjs'
import {installTools} from './setup/tools.mjs'

const root = path.resolve(import.meta.dirname, '..')
const tell = (text) => process.stderr.write(`set-up: ${text}\n`)
await setUp()
installTools(tell)

const folder = mkdtempSync(path.join(tmpdir(), 'banben-test-'))
const results = path.join(folder, 'results.json')
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))
const vitest = [path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)]
const [command, ...args] = [...offline(), process.execPath, ...vitest]
const child = spawn(command, args, {cwd: root, stdio: ['ignore', 'inherit', 'inherit']})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('close', (code) => finish(code ?? 1))

/** Words that start a command in a network namespace of its own, with only the loopback; none where that is refused. */
function offline() {
  if (process.platform !== 'linux') return []
  const unshare = ['unshare', process.getuid?.() === 0 ? '-n' : '-rn', '--']
  // SIOCSIFFLAGS (0x8914) with IFF_UP|IFF_RUNNING (0x41): perl is on every Debian, `ip` is not.
  const loopback = 'socket(S,2,1,0); $r = pack("a16s","lo",0x41); ioctl(S,0x8914,$r) or exit 1; exec @ARGV'
  const words = [...unshare, 'perl', '-e', loopback]
  const connects = 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>require("net").connect(s.address().port,"127.0.0.1",()=>process.exit(0)).on("error",()=>process.exit(1)))'
  const {status} = spawnSync(words[0], [...words.slice(1), process.execPath, '-e', connects], {stdio: 'ignore', timeout: 10_000})
  if (status === 0) return words
  tell('the network cannot be taken away here; the tests run with it')
  return []
}

/** From the JSON report: the counts of what really ran, files that failed to load included. */
function finish(code) {
  if (!existsSync(results)) {
    console.log('0 passed, 1 failed')
    process.exit(1)
  }
  const {numPassedTests: passed, numFailedTests, numPendingTests: pending, numTodoTests: todo = 0, testResults} = JSON.parse(readFileSync(results, 'utf8'))
  const broken = testResults.filter(({status, assertionResults}) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length
  const failed = numFailedTests + broken
  const skipped = pending + todo
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exit(failed > 0 || code !== 0 || passed === 0 ? 1 : 0)
}
