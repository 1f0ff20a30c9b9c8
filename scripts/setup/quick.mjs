/** lib/*.js → lib/quick-…/: the same chunks as scripts, each with the code that V8 compiled of it while it built the sample books.
 * The fonts that were pruned for them go to .cache/banben/set-up/, where every build finds them.
 *
 * As a program of its own, it is the run that V8's code is taken from. */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
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
    const folder = await writeScripts(lib)
    const {status, stderr} = spawnSync(process.execPath, [self, lib, folder, root, out], {encoding: 'utf8', timeout: 120_000, env: {...process.env, BANBEN_CACHE: path.join(out, 'cache')}})
    if (status !== 0) throw new Error(stderr.trim())
    writeFileSync(path.join(lib, 'quick.json.new'), JSON.stringify({node: process.version, arch: process.arch, folder}))
    renameSync(path.join(lib, 'quick.json.new'), path.join(lib, 'quick.json'))
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

/** @returns The folder; its name holds a hash of all scripts, so that code and script cannot belong to different compilations. */
async function writeScripts(lib) {
  const {transform} = await import('esbuild')
  const names = readdirSync(lib).filter((name) => /\.js$/.test(name) && !/^(cli|quick|.*worker)\.js$/.test(name)).sort()
  const scripts = await Promise.all(names.map(async (name) => {
    const module = readFileSync(path.join(lib, name), 'utf8').replace(/^import \{createRequire as banbenRequire\}.*$/m, '').replace(/^\/\/# sourceMappingURL=.*$/m, '')
    const {code} = await transform(module, {format: 'cjs', platform: 'node', target: 'node20', sourcefile: name.replace(/\.js$/, '.mjs'), legalComments: 'none', define: {'import.meta.url': 'banbenURL', 'import.meta.dirname': 'banbenFolder'}})
    const linked = code.replaceAll(/\bimport\(\s*(?:\/\*[^*]*\*\/\s*)*("[^"\n]+")\s*\)/g, (_, name) => (name.startsWith('"./') ? `Promise.resolve().then(() => require(${name}))` : `banbenImport(${name})`))
    return `(function (module, exports, require, banbenImport, banbenFolder, banbenURL) {${linked}\n})`
  }))
  const hash = createHash('sha256')
  for (const script of scripts) hash.update(script)
  const folder = `quick-${hash.digest('hex').slice(0, 8)}`
  mkdirSync(path.join(lib, folder), {recursive: true})
  for (const [index, script] of scripts.entries()) writeFileSync(path.join(lib, folder, names[index].replace(/\.js$/, '.cjs')), script)
  return folder
}

/** Builds the sample books, so that what a build uses is compiled, then keeps that. Without a browser, no PDF is made of them.
 *
 * V8 forgets the code of functions that have not run for a while. Where fonts are pruned as well, as on every fresh machine,
 * that was a third of the code. The flag is taken back before the code is written: V8 refuses code of other flags. */
async function train(lib, folder, root, out) {
  setFlagsFromString('--no-flush-bytecode')
  const {openQuick} = await import(pathToFileURL(path.join(lib, 'quick.js')).href)
  const scripts = new Map()
  process.argv.splice(2, Infinity, 'build', ...['report', 'example'].map((book) => path.join(root, 'source', book)), '--out', out, '--json')
  process.stdout.write = () => true
  await openQuick(lib, folder, (file, script) => scripts.set(file, script))('main').main()
  process.exitCode = 0 // the books are no matter here
  setFlagsFromString('--flush-bytecode')
  for (const [file, script] of scripts) writeFileSync(`${file}.code`, script.createCachedData())
}

if (process.argv[1] && path.resolve(process.argv[1]) === self) await train(...process.argv.slice(2))
