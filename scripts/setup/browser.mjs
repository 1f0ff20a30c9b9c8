/** A browser that prints, tried once and written down for banben (src/editions/pdf/find-browser.ts reads it). */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'
import {unpackBrowser} from './browser-package.mjs'
import {cachedBrowsers, installedBrowsers} from './browser-places.mjs'
import {prints} from './browser-trial.mjs'

/** Folder of what belongs to the machine, not to a clone. */
const own = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'banben')
const file = path.join(own, 'browser.json')

/** Tells where no browser can be had, and goes on: HTML and EPUB need none. */
export async function findBrowser(root, tell) {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH
  if (named) {
    if (!existsSync(named)) tell(`PUPPETEER_EXECUTABLE_PATH names ${named}, which does not exist`)
    return
  }
  if (isRecorded()) return
  for (const [what, candidates] of places(root, tell)) {
    const record = await firstThatPrints(candidates())
    if (!record) continue
    tell(`PDF will be printed by ${record.path} (${what})`)
    mkdirSync(own, {recursive: true})
    writeFileSync(file, `${JSON.stringify(record)}\n`)
    return
  }
  tell('no browser was found, so no PDF can be made; set PUPPETEER_EXECUTABLE_PATH to a Chrome, a Chromium or a chrome-headless-shell')
}

/** In the order of trust and of cost: a headless shell starts three times as fast as a whole browser. */
function places(root, tell) {
  const records = (find) => () => find().map((executable) => ({path: executable}))
  return [
    ['installed', records(installedBrowsers)],
    ['in puppeteer’s cache', records(cachedBrowsers)],
    ['from the package @sparticuz/chromium', () => unpackBrowser(root, own, tell)],
    ['downloaded by puppeteer', records(() => downloadBrowser(root, tell))],
    ['installed by apt-get', records(() => installBrowser(tell))],
  ]
}

async function firstThatPrints(records) {
  for (const record of records) if (await prints(record)) return record
  return undefined
}

function isRecorded() {
  try {
    return existsSync(JSON.parse(readFileSync(file, 'utf8')).path)
  } catch {
    return false // no record yet, or a torn one
  }
}

/** puppeteer's own way: a headless shell into its cache. */
function downloadBrowser(root, tell) {
  const command = path.join(root, 'node_modules', 'puppeteer', 'lib', 'cjs', 'puppeteer', 'node', 'cli.js')
  if (!existsSync(command)) return []
  tell('downloading a headless shell')
  const {status} = spawnSync(process.execPath, [command, 'browsers', 'install', 'chrome-headless-shell'], {cwd: root, stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000})
  return status === 0 ? cachedBrowsers() : []
}

/** Debian and Ubuntu, as root only. */
function installBrowser(tell) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return []
  tell('installing chromium-headless-shell (apt-get)')
  const run = (args) => spawnSync('apt-get', args, {stdio: 'ignore', timeout: 300_000, env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}})
  run(['update', '-q'])
  run(['install', '-y', '-q', '--no-install-recommends', 'chromium-headless-shell'])
  return installedBrowsers()
}
