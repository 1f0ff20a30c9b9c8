/** Chunks with V8's compiled code beside them, as set-up leaves them in `lib/quick-…/` → modules.
 *
 * Of a short build, a third is V8 parsing 1 MB of script and compiling its functions (0.59 → 0.39 s of processor time for the
 * sample as HTML). Node 20 keeps no code between runs by itself. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {Script} from 'node:vm'

/** `lib/quick.json`. */
interface Listing {node: string; arch: string; folder: string}

type Load = (name: string) => unknown

/** @returns Undefined where set-up left nothing for this Node: the caller imports the chunk as Node does. */
export function loadQuick<T>(entry: 'main' | 'build'): T | undefined {
  const lib = import.meta.dirname
  const listing = readListing(lib)
  if (listing?.node !== process.version || listing.arch !== process.arch) return undefined
  return openQuick(lib, listing.folder)(entry) as T // what `entry` exports is what was compiled from src/<entry>.ts
}

function readListing(lib: string): Listing | undefined {
  try {
    return JSON.parse(readFileSync(path.join(lib, 'quick.json'), 'utf8'))
  } catch {
    return undefined // run from its sources, or installed as a package
  }
}

/** @param remember Told every script that is loaded; for set-up, which writes down its code. */
export function openQuick(lib: string, folder: string, remember?: (file: string, script: Script) => void): Load {
  const modules = new Map<string, {exports: unknown}>()
  const outer = createRequire(path.join(lib, 'cli.js'))
  const load: Load = (name) => {
    const known = modules.get(name)
    if (known) return known.exports
    const module = {exports: {} as unknown}
    modules.set(name, module)
    const file = path.join(lib, folder, `${name}.cjs`)
    const script = new Script(readFileSync(file, 'utf8'), {filename: file, cachedData: readCode(file)}) // code that V8 refuses is compiled anew
    remember?.(file, script)
    const place = path.join(lib, `${name}.js`)
    const require = (id: string) => (id.startsWith('./') ? load(id.slice(2, -'.js'.length)) : outer(id))
    script.runInThisContext()(module, module.exports, require, (id: string) => import(id), lib, pathToFileURL(place).href) // `import()` is handed in: code that V8 kept has lost whose it is
    return module.exports
  }
  return load
}

function readCode(file: string): Buffer | undefined {
  try {
    return readFileSync(`${file}.code`)
  } catch {
    return undefined // a chunk that no book of set-up needs
  }
}
