/** Editions of the two sample books → one folder with their SHA-256 sums → a release on GitHub.
 *
 * `node scripts/release.mjs gather` after a build; `node scripts/release.mjs publish v1.2.3` with the gh command line. */
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

const dist = path.resolve(import.meta.dirname, '..', 'dist')
const folder = path.join(dist, 'release')
const expected = ['report', 'example'].flatMap((book) => ['html', 'pdf', 'epub'].map((format) => path.join(dist, book, `${book}.${format}`)))

function gather() {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  for (const file of expected) copyFileSync(file, path.join(folder, path.basename(file)))
  writeFileSync(path.join(folder, 'SHA256SUMS'), sums())
  process.stdout.write(sums())
}

/** The format of coreutils' sha256sum, so that `sha256sum -c SHA256SUMS` checks it. */
function sums() {
  const names = readdirSync(folder).filter((name) => name !== 'SHA256SUMS').sort()
  return names.map((name) => `${createHash('sha256').update(readFileSync(path.join(folder, name))).digest('hex')}  ${name}\n`).join('')
}

function publish(tag) {
  if (!/^v\d+\.\d+\.\d+/.test(tag ?? '')) throw new Error(`Unexpected tag ${tag}, expected v1.2.3`)
  if (!existsSync(path.join(folder, 'SHA256SUMS')) || readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8') !== sums()) throw new Error('The files of the release are not those that were summed')
  const files = readdirSync(folder).sort().map((name) => path.join(folder, name))
  execFileSync('gh', ['release', 'create', tag, ...files, '--verify-tag', '--generate-notes', ...(tag.includes('-') ? ['--prerelease'] : [])], {stdio: 'inherit'})
}

const [command, tag] = process.argv.slice(2)
if (command === 'gather') gather()
else if (command === 'publish') publish(tag)
else throw new Error('Expected gather or publish')
