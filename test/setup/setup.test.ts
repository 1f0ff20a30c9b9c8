import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, it, onTestFinished} from 'vitest'
import {browserRecord, findBrowser} from '../../src/editions/pdf/find-browser.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** The scripts are JavaScript without types. */
const load = (name: string) => import(path.join(root, 'scripts', name))

function openProject(installed: Record<string, object> | undefined): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'banben-setup-'))
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({packages: {'': {}, 'node_modules/a': {version: '1.0.0'}, 'node_modules/b': {version: '2.0.0', optional: true}}}))
  if (installed) {
    mkdirSync(path.join(folder, 'node_modules'))
    writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({packages: installed}))
  }
  return folder
}

describe('set-up', () => {
  it('that is done costs less than 50 ms', async () => {
    const {setUp} = await load('setup.mjs')
    const times: number[] = []
    for (let round = 0; round < 5; round++) {
      const took: Record<string, number> = await setUp()
      times.push(Object.values(took).reduce((sum, time) => sum + time, 0))
    }
    expect(Math.min(...times)).toBeLessThan(50)
  })

  it.each([
    ['all is there', {'node_modules/a': {version: '1.0.0'}, 'node_modules/b': {version: '2.0.0'}}, true],
    ['an optional package is missing', {'node_modules/a': {version: '1.0.0'}}, true],
    ['a package is missing', {'node_modules/b': {version: '2.0.0'}}, false],
    ['a package has another version', {'node_modules/a': {version: '1.0.1'}}, false],
    ['an optional package has another version', {'node_modules/a': {version: '1.0.0'}, 'node_modules/b': {version: '2.0.1'}}, false],
    ['nothing is there', undefined, false],
  ])('judges installed packages: %s', async (_, installed, expected) => {
    const {isInstalled} = await load('setup/packages.mjs')
    const folder = openProject(installed)
    expect(isInstalled(folder, {packages: {'': {}, 'node_modules/a': {version: '1.0.0'}, 'node_modules/b': {version: '2.0.0', optional: true}}})).toBe(expected)
  })

  it.skipIf(!findBrowser())('writes down the browser where the program looks for it', async () => {
    const cache = mkdtempSync(path.join(tmpdir(), 'banben-setup-'))
    onTestFinished(() => rmSync(cache, {recursive: true, force: true}))
    const before = {...process.env}
    Object.assign(process.env, {XDG_CACHE_HOME: cache})
    delete process.env.PUPPETEER_EXECUTABLE_PATH
    onTestFinished(() => { process.env = before })
    const told: string[] = []
    const {findBrowser: setUpBrowser} = await load('setup/browser.mjs?fresh')
    await setUpBrowser(root, (text: string) => told.push(text))
    const elsewhere = {env: {XDG_CACHE_HOME: cache}, platform: 'win32' as const, home: cache} // its programs have no place here, so only the record can tell
    const found = findBrowser(browserRecord(elsewhere), elsewhere)
    expect(found?.path).toBeTruthy()
    expect(told.join()).toContain(found?.path)
  }, 60_000)

  it.skipIf(!findBrowser() || process.platform === 'win32')('takes a browser to which the machine grants no sandbox', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'banben-setup-'))
    onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
    const {prints} = await load('setup/browser-trial.mjs')
    const script = (test: string) => {
      const file = path.join(folder, test.replace(/\W/g, ''))
      writeFileSync(file, `#!/bin/sh\ncase " $* " in *" --no-sandbox "*) exec ${findBrowser()?.path} "$@";; esac\necho "${test}" >&2\nexit 1\n`, {mode: 0o755})
      return {path: file}
    }
    const user = process.getuid
    process.getuid = () => 1000
    onTestFinished(() => { if (user) process.getuid = user })
    expect(await prints(script('No usable sandbox!'))).toBe(true)
    expect(await prints(script('libnss3.so is missing'))).toBe(false)
  }, 60_000)

  it('writes no browser down that does not print', async () => {
    const {prints} = await load('setup/browser-trial.mjs')
    expect(await prints({path: process.execPath})).toBe(false)
    expect(await prints({path: path.join(root, 'no-such-browser')})).toBe(false)
  })
})
