/** Programs that only tests use: checkers and readers of PDF and EPUB. A test whose program is missing skips. */
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

/** Debian package by what it must bring. */
const tools = {
  'epubcheck': '/usr/share/java/epubcheck.jar',
  'default-jre-headless': 'java',
  'poppler-utils': 'pdftotext',
  'qpdf': 'qpdf',
  'mupdf-tools': 'mutool',
  'unzip': 'unzip',
}

/** @param tell Told what is installed, and what is missing where it cannot be. */
export function installTools(tell) {
  const missing = Object.keys(tools).filter((name) => !has(tools[name]))
  if (missing.length === 0) return
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    tell(`installing ${missing.join(', ')} (apt-get)`)
    apt(['update', '-q'])
    apt(['install', '-y', '-q', '--no-install-recommends', ...missing])
  }
  const still = missing.filter((name) => !has(tools[name]))
  if (still.length > 0) tell(`${still.join(', ')} cannot be installed here; the tests that use them will be skipped`)
}

function has(tool) {
  if (path.isAbsolute(tool)) return existsSync(tool)
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, tool)))
}

function apt(args) {
  spawnSync('apt-get', args, {stdio: 'ignore', timeout: 600_000, env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}})
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) installTools((text) => process.stderr.write(`set-up: ${text}\n`))
