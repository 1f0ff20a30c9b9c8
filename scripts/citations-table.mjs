/** What became of every marker and list entry of real reports: `node scripts/citations-table.mjs <folder> [--json]`.
 *
 * The folder holds `.md` files, or `.jsonl` files with a field `article`. Columns: report, markers found by a scanner of the
 * raw text, linked, sources in its list, resolved, numbers without a source, left as text and why. */
import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const folder = process.argv[2]
if (!folder) {
  console.error('node scripts/citations-table.mjs <folder of reports> [--json]')
  process.exit(2)
}
const outfile = path.join(root, 'node_modules/.cache/banben/citations-table.mjs')
mkdirSync(path.dirname(outfile), {recursive: true})
await build({stdin: {contents: "export {accountFor} from './test/citations/reports.ts'\nexport {readReports} from './test/citations/corpus.ts'", resolveDir: root, loader: 'ts'}, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile, logLevel: 'error'})
const {accountFor, readReports} = await import(pathToFileURL(outfile).href)

const accounts = []
for (const {name, text} of readReports(path.resolve(folder))) accounts.push(await accountFor(name, text))
const why = ({left, lost}) => [...Object.entries(left).map(([reason, count]) => `${count} ${reason}`), ...(lost.length > 0 ? [`${lost.length} LOST`] : [])].join(', ')
if (process.argv.includes('--json')) console.log(JSON.stringify(accounts, undefined, 2))
else {
  console.log('| report | markers | linked | sources | resolved | without source | left as text (why) |\n|---|---|---|---|---|---|---|')
  for (const account of accounts) console.log(`| ${account.report} | ${account.markers} | ${account.linked} | ${account.sources} | ${account.resolved} | ${account.undefined} | ${why(account)} |`)
  const sum = (key) => accounts.reduce((total, account) => total + (Array.isArray(account[key]) ? account[key].length : account[key]), 0)
  console.log(`| ${accounts.length} reports | ${sum('markers')} | ${sum('linked')} | ${sum('sources')} | ${sum('resolved')} | ${sum('undefined')} | lost ${sum('lost')}, invented ${sum('invented')}, entries lost ${sum('entriesLost')} |`)
}
