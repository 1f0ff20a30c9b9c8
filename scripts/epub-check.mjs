/** Books of many kinds → EPUB → both validators: EPUBCheck (where Java and its jar are installed) and epubcheck-ts.
 *
 * `npm run test:epub [-- --keep folder] [-- word…]`: only books whose name holds one of the words. Books: those of source/, and beside the
 * repository ../shared/corpus with documents, reports and naughty strings, each as title, people, terms and text of a book. */
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import {naughtyBook} from './epub-naughty.mjs'

const root = path.resolve(import.meta.dirname, '..')
const corpus = path.resolve(root, '..', 'shared', 'corpus')
const cli = path.join(root, process.env.BANBEN_LIB ?? 'lib', 'cli.js')
const jar = ['/usr/share/java/epubcheck.jar', process.env.EPUBCHECK_JAR ?? ''].find((file) => file && existsSync(file))

const {values: {keep}, positionals: wanted} = parseArgs({options: {keep: {type: 'string'}}, allowPositionals: true})
const work = keep ? path.resolve(keep) : mkdtempSync(path.join(tmpdir(), 'banben-epub-'))

/** @returns Inputs by name: a folder or a file. */
function collectBooks() {
  const books = new Map()
  const add = (name, input) => { if (wanted.length === 0 || wanted.some((word) => name.includes(word))) books.set(name, input) }
  for (const name of readdirSync(path.join(root, 'source'))) add(name, path.join(root, 'source', name))
  for (const folder of ['docs', 'reports', 'xss']) {
    if (!existsSync(path.join(corpus, folder))) continue
    for (const file of readdirSync(path.join(corpus, folder))) {
      const full = path.join(corpus, folder, file)
      if (file.endsWith('.md')) add(file.slice(0, -3), full)
      if (file.endsWith('.jsonl')) for (const {id, article} of lines(full)) add(`report-${id}`, write(`report-${id}.md`, article))
    }
  }
  const naughty = path.join(corpus, 'naughty', 'blns.json')
  if (existsSync(naughty)) for (const [index, text] of JSON.parse(readFileSync(naughty, 'utf8')).entries()) add(`naughty-${index}`, naughtyBook(path.join(work, 'in', `naughty-${index}`), text))
  return books
}

const lines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))

function write(name, text) {
  const file = path.join(work, 'in', name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
  return file
}

/** Several books in one process; where one of them brings it down, each alone. */
function build(inputs) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [cli, 'build', ...inputs, '--format', 'epub', '--out', path.join(work, 'out'), '--json', '--lang', 'en'], {encoding: 'utf8', maxBuffer: 2 ** 30, cwd: root})
  if (status === 0 || status === 1) return JSON.parse(stdout).books
  if (inputs.length > 1) return inputs.flatMap((input) => build([input]))
  return [{name: path.basename(inputs[0]), published: false, fault: stderr.slice(0, 600)}]
}

async function checkByJar(files) {
  if (!jar) return new Map()
  const child = spawn('java', ['-cp', jar, path.join(root, 'scripts', 'EpubCheckAll.java')], {stdio: ['pipe', 'pipe', 'inherit']})
  child.stdin.end(files.map((file) => `${file}\n`).join(''))
  let output = ''
  for await (const chunk of child.stdout) output += chunk
  const found = new Map(files.map((file) => [file, ['was not judged']]))
  for (const line of output.split('\n')) {
    const [file, id, place, message] = line.split('\t')
    if (id === 'done') found.set(file, found.get(file).filter((entry) => entry !== 'was not judged'))
    else if (found.has(file)) found.get(file).push(`${id} ${place.replace(/^.*?OEBPS\//, '')} ${message}`)
  }
  return found
}

async function checkByTypeScript(file) {
  const {messages} = await EpubCheck.validate(new Uint8Array(readFileSync(file)))
  return messages.filter(({severity}) => severity !== 'info' && severity !== 'usage').map(({id, message, location}) => `${id} ${location?.path ?? ''}:${location?.line ?? ''} ${message}`)
}

const books = [...collectBooks()]
const reports = []
for (let start = 0; start < books.length; start += 40) {
  reports.push(...build(books.slice(start, start + 40).map(([, input]) => input)))
  process.stderr.write(`\rbuilt ${reports.length} of ${books.length} `)
}
const files = reports.flatMap(({name, published}) => (published ? [path.join(work, 'out', name, `${name}.epub`)] : []))
const jarFindings = await checkByJar(files)
let faults = 0
for (const {name, published, fault, messages} of reports) {
  const file = path.join(work, 'out', name, `${name}.epub`)
  const findings = published ? [...(jarFindings.get(file) ?? []).map((entry) => `jar ${entry}`), ...(await checkByTypeScript(file)).map((entry) => `ts ${entry}`)] : [fault ?? `not built: ${(messages ?? []).filter(({severity}) => severity === 'error').map(({ruleId}) => ruleId).join(' ')}`]
  if (findings.length > 0) faults++
  for (const finding of findings.slice(0, 12)) console.log(`${name}: ${finding}`)
  if (findings.length > 12) console.log(`${name}: … ${findings.length - 12} more`)
}
console.log(`${reports.length} books, ${files.length} built, ${faults} with findings; judged by ${jar ? 'EPUBCheck and ' : ''}epubcheck-ts`)
if (!keep) rmSync(work, {recursive: true, force: true})
process.exitCode = faults > 0 ? 1 : 0
