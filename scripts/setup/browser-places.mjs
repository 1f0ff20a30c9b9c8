/** Where browsers are found when somebody else has installed them. */
import {existsSync, readdirSync} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'

const names = {
  linux: ['chromium-headless-shell', 'chrome-headless-shell', 'google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'],
  darwin: [],
  win32: [],
}
const programs = {
  linux: [],
  darwin: ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium', 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
}

/** @returns Paths, headless shells first. */
export function installedBrowsers() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const roots = process.platform === 'darwin' ? ['/Applications', path.join(homedir(), 'Applications')] : ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]).filter(Boolean)
  return [
    ...(names[process.platform] ?? []).flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...(programs[process.platform] ?? []).flatMap((program) => roots.map((folder) => path.join(folder, program))),
  ].filter((file) => existsSync(file))
}

/** puppeteer's cache: `<cache>/<browser>/<platform>-<version>/<folder>/<binary>`, the newest first. */
export function cachedBrowsers() {
  const cache = process.env.PUPPETEER_CACHE_DIR || path.join(homedir(), '.cache', 'puppeteer')
  return ['chrome-headless-shell', 'chrome'].flatMap((browser) => {
    const folder = path.join(cache, browser)
    if (!existsSync(folder)) return []
    const versions = readdirSync(folder).sort((a, b) => b.localeCompare(a, 'en', {numeric: true}))
    return versions.flatMap((version) => binaries(path.join(folder, version)))
  })
}

function binaries(folder) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const wanted = ['chrome-headless-shell', 'chrome', 'Google Chrome for Testing'].map((name) => name + suffix)
  return readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile() && wanted.includes(entry.name)).map((entry) => path.join(entry.parentPath, entry.name))
}
