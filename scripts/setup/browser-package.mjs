/** The headless shell that the package @sparticuz/chromium ships, unpacked to a private folder.
 *
 * The package itself trusts whatever lies in the temp folder, and its arguments switch web security off: neither is used. */
import {chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {brotliDecompressSync} from 'node:zlib'

/** @param own Private folder of banben.
 * @returns Records `{path}`: the binary with the machine's own libraries, then with those of the package. */
export function unpackBrowser(root, own, tell) {
  const home = path.join(root, 'node_modules', '@sparticuz', 'chromium')
  if (process.platform !== 'linux' || !existsSync(path.join(home, 'bin', 'chromium.br'))) return []
  const {version} = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
  const folder = path.join(own, `chromium-${version}`)
  if (!existsSync(folder)) unpack(home, folder, tell)
  return [binary, withLibraries].map((name) => ({path: path.join(folder, name)}))
}

const binary = 'chromium-headless-shell'
const withLibraries = 'chromium-headless-shell-with-libraries'
const wrapper = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" exec "$here/${binary}" "$@"
`

function unpack(home, folder, tell) {
  tell('unpacking the headless shell of @sparticuz/chromium')
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, {recursive: true, mode: 0o700})
  writeFileSync(path.join(draft, withLibraries), wrapper, {mode: 0o700})
  writeFileSync(path.join(draft, binary), brotliDecompressSync(readFileSync(path.join(home, 'bin', 'chromium.br'))), {mode: 0o700})
  for (const archive of ['al2023.tar.br', 'swiftshader.tar.br']) {
    const file = path.join(home, 'bin', archive)
    if (existsSync(file)) untar(brotliDecompressSync(readFileSync(file)), draft)
  }
  try {
    renameSync(draft, folder)
  } catch {
    rmSync(draft, {recursive: true, force: true}) // another run was first
  }
}

/** POSIX.1-2017, pax “ustar interchange format”: plain files only, which is all that these archives hold. */
function untar(archive, folder) {
  const text = (from, length) => archive.toString('latin1', from, from + length).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0
    const file = path.join(folder, ...text(at, 100).split('/').filter((part) => part !== '' && part !== '.' && part !== '..'))
    const kind = text(at + 156, 1)
    if (kind === '' || kind === '0') {
      mkdirSync(path.dirname(file), {recursive: true})
      writeFileSync(file, archive.subarray(at + 512, at + 512 + size))
      chmodSync(file, 0o700)
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
}
