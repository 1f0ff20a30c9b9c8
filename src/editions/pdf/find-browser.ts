/** Which browser prints: the fastest that can be found, without starting any.
 *
 * A headless shell starts in a tenth of the time of full Chrome, so every shell comes before any Chrome. */
import {accessSync, constants, existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'

export interface FoundBrowser {
  path: string
  kind: 'shell' | 'chrome'
}

export interface BrowserPlaces {
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  home: string
}

/** The file that set-up leaves (`scripts/setup/browser.mjs`): `{"path": "…"}`. It belongs to the machine, not to a clone. */
export function browserRecord({env = process.env, home = homedir()}: Partial<BrowserPlaces> = {}): string {
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'banben', 'browser.json')
}

/** @returns undefined where no browser is installed. */
export function findBrowser(record = browserRecord(), places: Partial<BrowserPlaces> = {}): FoundBrowser | undefined {
  const {env = process.env, platform = process.platform, home = homedir()} = places
  const named = env.PUPPETEER_EXECUTABLE_PATH
  if (named && existsSync(named)) return {path: named, kind: kindOf(named)}
  const recorded = readRecord(record)
  if (recorded) return recorded
  const cache = env.PUPPETEER_CACHE_DIR || path.join(home, '.cache', 'puppeteer')
  const candidates = [...system(platform, 'shell'), ...downloaded(cache, 'chrome-headless-shell'), ...system(platform, 'chrome'), ...downloaded(cache, 'chrome')]
  const found = candidates.find((file) => existsSync(file))
  return found === undefined ? undefined : {path: found, kind: kindOf(found)}
}

function readRecord(file: string): FoundBrowser | undefined {
  try {
    const record: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof record !== 'object' || record === null || !('path' in record) || typeof record.path !== 'string' || !isProgram(record.path)) return undefined
    return {path: record.path, kind: kindOf(record.path)}
  } catch {
    return undefined // no record: set-up has not run here
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

function system(platform: NodeJS.Platform, kind: 'shell' | 'chrome'): string[] {
  if (platform === 'darwin') return kind === 'shell' ? [] : ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']
  if (platform === 'win32') return kind === 'shell' ? [] : [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((root) => (root ? [path.join(root, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []))
  const names = kind === 'shell' ? ['chromium-headless-shell', 'chrome-headless-shell'] : ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  return names.flatMap((name) => ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => path.join(folder, name)))
}

/** puppeteer's cache: `<browser>/<platform>-<version>/<folder>/<executable>`, newest first. */
function downloaded(cache: string, browser: string): string[] {
  const root = path.join(cache, browser)
  if (!existsSync(root)) return []
  const executables = new Set(['chrome-headless-shell', 'chrome', 'chrome-headless-shell.exe', 'chrome.exe', 'Google Chrome for Testing'])
  return readdirSync(root).sort(byVersion).reverse().flatMap((version) => readdirSync(path.join(root, version), {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile() && executables.has(entry.name)).map((entry) => path.join(entry.parentPath, entry.name)))
}

function byVersion(one: string, other: string): number {
  return one.localeCompare(other, 'en', {numeric: true})
}

/** @sparticuz/chromium's plain name is a shell too. */
function kindOf(file: string): 'shell' | 'chrome' {
  return /headless[-_]shell|[\\/]chromium-[\d.]+[\\/]chromium$/i.test(file) ? 'shell' : 'chrome'
}
