/** What stands in the repository beside the code. */
import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'

const root = path.resolve(import.meta.dirname, '../..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const script = (name: string, ...args: string[]) => spawnSync(process.execPath, [path.join(root, 'scripts', name), ...args], {encoding: 'utf8'})
const inGit = existsSync(path.join(root, '.git')) && spawnSync('git', ['ls-files'], {cwd: root}).status === 0 // a machine may have a clone, and no git

describe('the repository', () => {
  it('has a lockfile that names no host', () => {
    expect(script('check-lockfile.mjs')).toMatchObject({status: 0, stderr: ''})
    expect(read('package-lock.json')).not.toMatch(/"resolved"/)
  })

  it('has the registry’s table of diagnostics in both READMEs', () => {
    expect(script('readme-tables.mjs', '--check')).toMatchObject({status: 0, stderr: ''})
  })

  it.skipIf(!inGit)('names no folder of the machine it was written on', () => {
    const names = execFileSync('git', ['ls-files', '-z'], {cwd: root, encoding: 'utf8'}).split('\0').filter((name) => name && existsSync(path.join(root, name)))
    const places = [root, ...(homedir().length > 5 ? [homedir()] : [])]
    const found = names.filter((name) => places.some((place) => readFileSync(path.join(root, name)).includes(`${place}/`)))
    expect(found).toEqual([])
    expect(names.length).toBeGreaterThan(100)
  })

  it('has npm scripts that name scripts which exist', () => {
    const {scripts} = JSON.parse(read('package.json'))
    const named = Object.values<string>(scripts).flatMap((command) => command.match(/(?:scripts|bench)\/[\w./-]+/g) ?? [])
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([])
  })

  it('has a workflow whose own scripts exist, and that may write only to releases', () => {
    const {jobs, permissions} = parse(read('.github/workflows/build.yml'))
    const commands = Object.values<{steps: {run?: string}[]}>(jobs).flatMap(({steps}) => steps.flatMap(({run}) => run ?? []))
    const named = commands.flatMap((command) => command.match(/(?:scripts|\.ci)\/[\w./-]+/g) ?? [])
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([])
    expect(permissions).toEqual({contents: 'read'})
    expect(Object.entries<{permissions?: object}>(jobs).filter(([, job]) => job.permissions).map(([name]) => name)).toEqual(['release'])
  })
})
