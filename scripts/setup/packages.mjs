/** node_modules as the lockfile says, or `npm ci`. */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** @param tell Told what is being done. Throws where npm fails. */
export function installPackages(root, tell) {
  const lockfile = readFileSync(path.join(root, 'package-lock.json'))
  const stamp = path.join(root, 'node_modules', '.cache', 'banben', 'packages')
  // Native packages differ by platform: a folder that was copied from another machine is stale too.
  const wanted = `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform} ${process.arch}\n`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isInstalled(root, JSON.parse(lockfile))) {
    tell('installing packages (npm ci); the fonts are large, so the first time takes a while')
    runNpm(root, ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'])
  }
  mkdirSync(path.dirname(stamp), {recursive: true})
  writeFileSync(stamp, wanted)
}

/** npm writes what it has installed into a lockfile of its own. */
export function isInstalled(root, {packages}) {
  const hidden = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages ?? {}
  return Object.entries(packages).every(([name, {version, optional, link}]) => name === '' || link || installed[name]?.version === version || (optional && !installed[name]))
}

function runNpm(root, args) {
  // npm that runs this script names itself; it is a .cmd file on Windows, which only a shell can start.
  const own = process.env.npm_execpath
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  const {status, error} = spawnSync(command, [...first, ...args], {cwd: root, stdio: ['ignore', 2, 2], shell: command === 'npm' && process.platform === 'win32'})
  if (status === 0) return
  process.stderr.write(`npm ${args[0]} failed${error ? `: ${error.message}` : ''}. It needs the npm registry once; later builds need no network.\n`)
  process.exit(1)
}
