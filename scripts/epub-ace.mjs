/** Ace by DAISY over EPUBs: `node scripts/epub-ace.mjs dist/report/report.epub …`. Exit code 1 where it objects.
 *
 * Ace and what it needs weigh 100 MB, too much for every clone: it lives in a folder of its own (default .cache/ace), which
 * `--install` fills from the npm registry without the browsers that its packages would fetch. */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'

const root = path.resolve(import.meta.dirname, '..')
const {values: {install, home = path.join(root, '.cache', 'ace')}, positionals: books} = parseArgs({options: {install: {type: 'boolean'}, home: {type: 'string'}}, allowPositionals: true})
const bin = path.join(home, 'node_modules', '.bin', 'ace-puppeteer')

if (install) {
  mkdirSync(home, {recursive: true})
  spawnSync('npm', ['install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '@daisy/ace@1.4.6'], {stdio: 'inherit', env: {...process.env, PUPPETEER_SKIP_DOWNLOAD: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1'}})
}
if (!existsSync(bin)) {
  console.error(`Ace is not in ${home}. Run: node scripts/epub-ace.mjs --install`)
  process.exit(2)
}

const executable = [process.env.PUPPETEER_EXECUTABLE_PATH, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((file) => file && existsSync(file))
let violations = 0
for (const book of books) {
  const out = path.join(home, 'reports', path.basename(book, '.epub'))
  const {status, stderr} = spawnSync(bin, ['-f', '-s', '-o', out, book], {encoding: 'utf8', timeout: 300_000, env: {...process.env, ...(executable ? {PUPPETEER_EXECUTABLE_PATH: executable} : {})}})
  const report = path.join(out, 'report.json')
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).assertions.flatMap(({assertions = [], 'earl:testSubject': subject}) => assertions.map((entry) => `${subject.url}: ${entry['earl:test']['dct:title']}: ${entry['earl:result']['dct:description']}`)) : [`no report (${status}) ${stderr}`]
  violations += found.length
  console.log(`${book}: ${found.length} violations`)
  for (const line of found.slice(0, 20)) console.log(`  ${line.replace(/\s+/g, ' ').slice(0, 240)}`)
}
process.exitCode = violations > 0 ? 1 : 0
