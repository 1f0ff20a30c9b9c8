/** The lockfile names no host and no path of a machine: packages come from whatever registry npm is set to. */
import {readFileSync} from 'node:fs'
import path from 'node:path'

const {packages} = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'))
const faults = Object.entries(packages).filter(([name, {resolved, integrity, version}]) => name !== '' && (resolved !== undefined || !integrity || !version))
for (const [name, {resolved, integrity}] of faults) console.error(`package-lock.json: ${name}: ${resolved ? `resolved from ${resolved}` : integrity ? 'without version' : 'without integrity'}`)
process.exitCode = faults.length > 0 ? 1 : 0
