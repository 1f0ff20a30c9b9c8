/** Supply chain: what is installed at run time → a list of licences and a size, checked against what is allowed.
 *
 * `node scripts/licences.mjs` checks; `--list` prints each package. The lockfile itself is checked by check-lockfile.mjs. */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
/** Licences that let MIT code ship with them. `citeproc` (CPAL or AGPL) is optional, and never bundled. */
const allowed = /^\(?(?:MIT(?:-0)?|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|OFL-1\.1|CC0-1\.0|CC-BY-4\.0|Unlicense|BlueOak-1\.0\.0|Python-2\.0|Zlib|MPL-2\.0|WTFPL|LGPL-3\.0-or-later)(?:\s+(?:AND|OR)\s+|\)|$)/
const exempt = new Map([['citeproc', 'optional; loaded, never bundled']])
/** MiB of all packages that run needs; fonts are most of it. */
const budget = 700

const {packages} = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
const rows = []
for (const [place, {dev, version, license}] of Object.entries(packages)) {
  if (place === '' || dev) continue
  const folder = path.join(root, place)
  if (!existsSync(folder)) continue // for another system
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const told = license ?? manifest.license ?? manifest.licenses?.[0]?.type ?? 'none'
  rows.push({name, version, licence: typeof told === 'string' ? told : (told.type ?? 'none'), bytes: sizeOf(folder)})
}

const refused = rows.filter(({name, licence}) => !exempt.has(name) && !allowed.test(licence))
const total = rows.reduce((sum, {bytes}) => sum + bytes, 0) / 2 ** 20
if (process.argv.includes('--list')) for (const {name, version, licence, bytes} of rows) console.log(`${name} ${version}  ${licence}  ${(bytes / 1024).toFixed(0)} KiB`)
for (const {name, licence} of refused) console.error(`${name}: unexpected licence ${licence}`)
const counts = new Map()
for (const {licence} of rows) counts.set(licence, (counts.get(licence) ?? 0) + 1)
console.log(`${rows.length} packages at run time, ${total.toFixed(0)} MiB (budget ${budget}): ${[...counts].sort((a, b) => b[1] - a[1]).map(([licence, count]) => `${licence} ${count}`).join(', ')}`)
process.exitCode = refused.length > 0 || total > budget ? 1 : 0

/** Without packages inside it: those have rows of their own. */
function sizeOf(folder) {
  let bytes = 0
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    if (entry.name === 'node_modules') continue
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) bytes += sizeOf(file)
    else if (entry.isFile()) bytes += statSync(file).size
  }
  return bytes
}
