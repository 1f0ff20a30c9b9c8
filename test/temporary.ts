/** Tests put their files into one folder, which goes with the last of them. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'

/** Read by `tmpdir()` here and in all processes that tests start. */
const names = process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR']

export default function setup(): () => void {
  const before = names.map((name) => [name, process.env[name]] as const)
  const folder = mkdtempSync(path.join(tmpdir(), 'banben-tests-'))
  for (const name of names) process.env[name] = folder
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    rmSync(folder, {recursive: true, force: true, maxRetries: 5})
  }
}
