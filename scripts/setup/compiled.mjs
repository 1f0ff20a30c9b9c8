/** lib/ as new as src/, or compile. */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** Compared by names, sizes and times: reading all of src/ would cost more than it is worth. */
export async function compile(root, tell) {
  const lib = path.resolve(root, process.env.BANBEN_LIB || 'lib')
  const stamp = path.join(lib, '.stamp')
  const wanted = fingerprint(root)
  if (existsSync(path.join(lib, 'cli.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  tell('compiling')
  await import('../compile.mjs')
  await (await import('./quick.mjs')).quicken(root, lib, tell)
  writeFileSync(stamp, wanted)
}

function fingerprint(root) {
  const hash = createHash('sha256').update(`${process.version} ${process.arch}\n`)
  const files = readdirSync(path.join(root, 'src'), {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of [...files.sort(), path.join(root, 'package-lock.json'), path.join(root, 'scripts', 'compile.mjs'), path.join(root, 'scripts', 'setup', 'quick.mjs')]) {
    const {size, mtimeMs} = statSync(file)
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
