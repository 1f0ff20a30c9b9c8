/** Reproducible: the same bytes whatever the time zone, language, umask, folder, clock or cache. */
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync} from 'node:fs'
import path from 'node:path'
import {expect, it} from 'vitest'
import {folderOf} from '../manuscript/fixture.ts'
import {full, record} from './figures.ts'
import {banben, compiled} from './program.ts'

const source = path.resolve(import.meta.dirname, '..', '..', 'source', 'example')
const formats = full ? 'html,epub,pdf' : 'html,epub'
const zones = ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Kiritimati']
const tongues = ['C', 'zh_CN.UTF-8', 'tr_TR.UTF-8']
const masks = ['022', '077', '000']
/** Clocks that libfaketime sets, where it is installed. */
const clocks = spawnSync('faketime', ['2001-02-03', 'true'], {stdio: 'ignore'}).status === 0 ? ['', '1999-12-31 23:59:58', '2031-02-03 04:05:06'] : ['']

it.skipIf(!compiled || !existsSync(source))('makes the same editions in every surrounding', async () => {
  const sums = new Map<string, string[]>()
  const count = full ? 12 : 4
  for (let index = 0; index < count; index++) {
    const clock = clocks[index % clocks.length]
    const above = folderOf({}, `文件夹 ${index}`)
    const folder = path.join(above, 'example')
    cpSync(source, folder, {recursive: true})
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), 86_400 * (index + 1), 86_400 * (index + 1))
    mkdirSync(path.join(above, 'out'))
    const environment = {TZ: zones[index % 4] ?? '', LC_ALL: tongues[index % 3] ?? '', SOURCE_DATE_EPOCH: '1735603200', TMPDIR: path.join(above, 'out')}
    const wrap = ['sh', '-c', `umask ${masks[(index >> 1) % 3]}; exec "$@"`, 'sh', ...(clock ? ['faketime', clock] : [])]
    const {code, output} = await banben(['build', folder, '--format', formats, '--out', path.join(above, 'dist'), ...(index % 2 ? [] : ['--no-cache'])], {cwd: above, environment, wrap, seconds: 240})
    expect(code, output.slice(-500)).toBe(0)
    for (const name of readdirSync(path.join(above, 'dist', 'example'))) sums.set(name, [...(sums.get(name) ?? []), createHash('sha256').update(readFileSync(path.join(above, 'dist', 'example', name))).digest('hex')])
  }
  expect([...sums].filter(([, found]) => new Set(found).size > 1)).toEqual([])
  record(`Equal bytes over time zone × language × umask × folder × cache${clocks.length > 1 ? ' × clock' : ''}`, `${count} of ${count} (${formats})`, 'all')
}, 900_000)
