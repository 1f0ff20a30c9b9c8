/** lib/*.js → lib/quick-<Node>.pack (src/quick.ts): the same chunks as scripts, each with the code that V8 compiled of it while it
 * built the sample books. The fonts that were pruned for them go to .cache/banben/set-up/, where every build finds them.
 *
 * As a program of its own, it is the run that V8's code is taken from. */
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {setFlagsFromString} from 'node:v8'

const self = fileURLToPath(import.meta.url)

/** Never fails: without it the program runs as it was compiled, only slower. */
export async function quicken(root, lib, tell) {
  const out = mkdtempSync(path.join(tmpdir(), 'banben-quick-'))
  try {
    const {packName} = await import(pathToFileURL(path.join(lib, 'quick.js')).href)
    const draft = path.join(out, packName)
    writePack(draft, await scriptsOf(lib))
    const {status, stderr} = spawnSync(process.execPath, [self, lib, draft, root, out], {encoding: 'utf8', timeout: 120_000, env: {...process.env, BANBEN_CACHE: path.join(out, 'cache')}})
    if (status !== 0) throw new Error(stderr.trim())
    cpSync(draft, path.join(lib, `${packName}.new`))
    renameSync(path.join(lib, `${packName}.new`), path.join(lib, packName))
    keepFonts(path.join(out, 'cache', 'pruned'), path.join(root, '.cache', 'banben', 'set-up', 'pruned'))
  } catch (error) {
    tell(`the program will start slowly: ${error.message}`)
  } finally {
    rmSync(out, {recursive: true, force: true})
  }
}

/** Named by what they depend on; those of the last set-up are there already. */
function keepFonts(from, to) {
  if (!existsSync(from)) return
  mkdirSync(to, {recursive: true})
  for (const name of readdirSync(from)) cpSync(path.join(from, name), path.join(to, name))
}

/** @returns Script by the name of its chunk. */
async function scriptsOf(lib) {
  const {transform} = await import('esbuild')
  const names = readdirSync(lib).filter((name) => /\.js$/.test(name) && !/^(cli|quick|.*worker)\.js$/.test(name)).sort()
  return new Map(await Promise.all(names.map(async (name) => {
    const module = readFileSync(path.join(lib, name), 'utf8').replace(/^import \{createRequire as banbenRequire\}.*$/m, '').replace(/^\/\/# sourceMappingURL=.*$/m, '')
    const {code} = await transform(module, {format: 'cjs', platform: 'node', target: 'node20', sourcefile: name.replace(/\.js$/, '.mjs'), legalComments: 'none', minifyWhitespace: true, supported: {'template-literal': false}, define: {'import.meta.url': 'banbenURL', 'import.meta.dirname': 'banbenFolder'}})
    const linked = code.replaceAll(/\bimport\(\s*(?:\/\*[^*]*\*\/\s*)*("[^"\n]+")\s*\)/g, (_, name) => (name.startsWith('"./') ? `Promise.resolve().then(() => require(${name}))` : `banbenImport(${name})`))
    return [name.replace(/\.js$/, ''), `(function (module, exports, require, banbenImport, banbenFolder, banbenURL) {${escaped(linked)}\n})`]
  })))
}

/** @param codes Of V8, by chunk. */
function writePack(file, scripts, codes = new Map()) {
  const chunks = {}
  const parts = []
  let start = 0
  for (const [name, script] of scripts) {
    const code = codes.get(name) ?? Buffer.alloc(0)
    chunks[name] = {start, script: script.length, code: code.byteLength}
    parts.push(Buffer.from(script, 'latin1'), code)
    start += script.length + code.byteLength
  }
  writeFileSync(file, Buffer.concat([Buffer.from(`${JSON.stringify({chunks})}\n`), ...parts]))
}

/** ASCII alone is read and kept as one byte a character: 20 ms of a short build. esbuild leaves other characters in regular
 * expressions alone (templates are strings by then), where the escape means the same. */
function escaped(script) {
  return script.replaceAll(/\\?[^\0-\x7f]|\\./gs, (found) => /[^\0-\x7f]/.test(found) ? `\\u${found.at(-1).charCodeAt(0).toString(16).padStart(4, '0')}` : found)
}

/** Builds the sample books, so that what a build uses is compiled, then keeps that. Without a browser, no PDF is made of them.
 *
 * V8 forgets the code of functions that have not run for a while. Where fonts are pruned as well, as on every fresh machine,
 * that was a third of the code. The flag is taken back before the code is written: V8 refuses code of other flags. */
async function train(lib, file, root, out) {
  setFlagsFromString('--no-flush-bytecode')
  const {openPack, openQuick} = await import(pathToFileURL(path.join(lib, 'quick.js')).href)
  const pack = openPack(file)
  const loaded = new Map()
  process.argv.splice(2, Infinity, 'build', ...['report', 'example'].map((book) => path.join(root, 'source', book)), '--out', out, '--json')
  process.stdout.write = () => true
  await openQuick(lib, pack, (name, script) => loaded.set(name, script))('main').main()
  process.exitCode = 0 // the books are no matter here
  setFlagsFromString('--flush-bytecode')
  const scripts = new Map(Object.entries(pack.chunks).map(([name, {start, script}]) => [name, pack.read(start, script).toString('latin1')]))
  writePack(file, scripts, new Map([...loaded].map(([name, script]) => [name, script.createCachedData()])))
}

if (process.argv[1] && path.resolve(process.argv[1]) === self) await train(...process.argv.slice(2))
