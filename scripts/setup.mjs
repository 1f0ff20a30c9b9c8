/** Set-up: whatever a clone lacks for building → there. Node's own modules only, since it runs before `npm ci`.
 *
 * `node scripts/setup.mjs [--no-browser]`, or `setUp()` from the other scripts. What is done already costs a few milliseconds. */
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {findBrowser} from './setup/browser.mjs'
import {compile} from './setup/compiled.mjs'
import {installPackages} from './setup/packages.mjs'

const root = path.resolve(import.meta.dirname, '..')

/** @param browser Whether a PDF will be made. @returns Milliseconds by step. */
export async function setUp({browser = true} = {}) {
  checkNode()
  const took = {}
  const time = async (step, work) => {
    const start = performance.now()
    await work()
    took[step] = performance.now() - start
  }
  await time('packages', () => installPackages(root, tell))
  if (browser) await time('browser', () => findBrowser(root, tell))
  await time('compile', () => compile(root, tell)) // after the browser: books are built to keep what V8 compiles
  return took
}

/** Standard output belongs to the command that follows. */
function tell(text) {
  process.stderr.write(`set-up: ${text}\n`)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`banben needs Node.js 20.19 or later; this is ${process.versions.node}.\nbanben 需要 Node.js 20.19 或更新的版本；当前是 ${process.versions.node}。\n`)
  process.exit(2)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const took = await setUp({browser: !process.argv.includes('--no-browser')})
  if (process.argv.includes('--times')) tell(Object.entries(took).map(([step, ms]) => `${step} ${ms.toFixed(1)} ms`).join(', '))
}
