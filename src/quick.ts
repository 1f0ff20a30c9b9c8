/** The program's chunks in one file, each with V8's compiled code, as set-up leaves them → modules.
 *
 * Of a short build, a third is V8 parsing 1 MB of script and compiling its functions (0.59 → 0.39 s of processor time for the
 * sample as HTML). Node 20 keeps no code between runs by itself. */
import {openSync, readSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {Script} from 'node:vm'

/** First line of the file, as JSON. Behind it, for each chunk, its script in ASCII and V8's code of it (0 bytes: none), in bytes. */
export interface PackIndex {chunks: Record<string, {start: number; script: number; code: number}>}

/** Longest first line. */
const longestIndex = 64 * 1024

type Load = (name: string) => unknown

/** For this Node alone: another one's code is refused. */
export const packName = `quick-${process.version}-${process.arch}.pack`

/** @returns Undefined where set-up left nothing for this Node: the caller imports the chunk as Node does. */
export function loadQuick<T>(entry: 'main' | 'build'): T | undefined {
  const lib = import.meta.dirname
  const pack = openPack(path.join(lib, packName))
  return pack && (openQuick(lib, pack)(entry) as T) // what `entry` exports is what was compiled from src/<entry>.ts
}

interface Pack {
  /** Both share one buffer: memory that is touched for the first time costs as much as reading. What is given is read over by the next call. */
  read(start: number, length: number): Buffer
  chunks: PackIndex['chunks']
}

/** @returns Undefined: run from its sources, or installed as a package, or the file is damaged at its head. */
export function openPack(file: string): Pack | undefined {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r') // until the program ends: chunks are read when they are wanted, whatever set-up does meanwhile
  } catch {
    return undefined
  }
  let room = Buffer.allocUnsafeSlow(longestIndex)
  const read = (start: number, length: number): Buffer => {
    if (room.byteLength < length) room = Buffer.allocUnsafeSlow(length)
    let got = 0
    for (let more = 1; more > 0 && got < length; got += more) more = readSync(descriptor, room, got, length - got, start + got)
    return room.subarray(0, got)
  }
  const head = read(0, longestIndex)
  const end = head.indexOf('\n') + 1
  try {
    const {chunks} = JSON.parse(head.toString('latin1', 0, end)) as PackIndex // written by set-up for this very program
    return {chunks, read: (start, length) => read(end + start, length)}
  } catch {
    return undefined // damaged
  }
}

/** @param remember Told every script that is loaded; for set-up, which writes down its code. */
export function openQuick(lib: string, {chunks, read}: Pack, remember?: (name: string, script: Script) => void): Load {
  const modules = new Map<string, {exports: unknown}>()
  const outer = createRequire(path.join(lib, 'cli.js'))
  const load: Load = (name) => {
    const known = modules.get(name)
    if (known) return known.exports
    const chunk = chunks[name]
    if (!chunk) throw new Error(`Unexpected chunk ${name}, expected one of the program`)
    const module = {exports: {} as unknown}
    modules.set(name, module)
    const source = read(chunk.start, chunk.script).toString('latin1')
    const script = new Script(source, {filename: path.join(lib, `${name}.cjs`), cachedData: chunk.code > 0 ? read(chunk.start + chunk.script, chunk.code) : undefined}) // code that V8 refuses is compiled anew
    remember?.(name, script)
    const place = path.join(lib, `${name}.js`)
    const require = (id: string) => (id.startsWith('./') ? load(id.slice(2, -'.js'.length)) : outer(id))
    script.runInThisContext()(module, module.exports, require, (id: string) => import(id), lib, pathToFileURL(place).href) // `import()` is handed in: code that V8 kept has lost whose it is
    return module.exports
  }
  return load
}
