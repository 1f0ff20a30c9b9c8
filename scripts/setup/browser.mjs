/** A browser that prints, tried once and written down in `.cache/banben/browser.json`. */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {cachedBrowsers, installedBrowsers} from './browser-places.mjs'
import {unpackBrowser} from './browser-package.mjs'

/** @returns The record `{executablePath, libraries?}`, undefined where no browser can be had: HTML and EPUB need none. */
export async function findBrowser(root, tell) {
  const file = path.join(root, '.cache', 'banben', 'browser.json')
  const named = process.env.PUPPETEER_EXECUTABLE_PATH
  const known = readRecord(file)
  if (known && (named ? known.executablePath === named : !known.named)) return known
  for (const [what, candidates] of places(root, named, tell)) {
    for (const candidate of await candidates()) {
      const record = typeof candidate === 'string' ? {executablePath: candidate} : candidate
      if (!prints(record)) continue
      tell(`PDF will be printed by ${record.executablePath} (${what})`)
      writeRecord(file, named ? {...record, named: true} : record)
      return record
    }
    if (named) tell(`PUPPETEER_EXECUTABLE_PATH names ${named}, which does not start; looking elsewhere`)
  }
  tell('no browser was found, so no PDF can be made; set PUPPETEER_EXECUTABLE_PATH to a Chrome, Chromium or chrome-headless-shell')
  return undefined
}

/** In the order of trust and of cost. A headless shell starts three times as fast as a whole browser. */
function places(root, named, tell) {
  return [
    ...(named ? [['named by PUPPETEER_EXECUTABLE_PATH', () => [named]]] : []),
    ['installed', installedBrowsers],
    ['in puppeteer’s cache', cachedBrowsers],
    ['from the package @sparticuz/chromium', () => unpackBrowser(root, tell)],
    ['downloaded by puppeteer', () => downloadBrowser(root, tell)],
    ['installed by apt-get', () => installBrowser(tell)],
  ]
}

function readRecord(file) {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8'))
    return existsSync(record.executablePath) ? record : undefined
  } catch {
    return undefined // no record yet, or a torn one
  }
}

function writeRecord(file, record) {
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, `${JSON.stringify(record)}\n`)
}

/** Whether it starts and sets a page: a binary may be there and lack its libraries. */
function prints({executablePath, libraries}) {
  if (!existsSync(executablePath)) return false
  const profile = mkdtempSync(path.join(tmpdir(), 'banben-try-'))
  const pdf = path.join(profile, 'page.pdf')
  const environment = libraries ? {...process.env, LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(path.delimiter)} : process.env
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  try {
    spawnSync(executablePath, ['--headless', '--disable-gpu', ...sandbox, `--user-data-dir=${profile}`, `--print-to-pdf=${pdf}`, 'data:text/html,<p>page'], {stdio: 'ignore', timeout: 30_000, env: environment})
    return existsSync(pdf)
  } finally {
    rmSync(profile, {recursive: true, force: true, maxRetries: 3})
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
