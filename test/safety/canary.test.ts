/** No local reads, no egress: files beside and above the book never come out in an edition, and nothing is asked of a network. */
import {readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {inflateSync} from 'node:zlib'
import {spawnSync} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import {folderOf, png} from '../manuscript/fixture.ts'
import {full, record} from './figures.ts'
import {banben, compiled} from './program.ts'
import {readZip} from './zip.ts'

const canary = 'CANARY-4f1c9e'
const traced = spawnSync('strace', ['-V'], {stdio: 'ignore'}).status === 0
const formats = full ? 'html,epub,pdf' : 'html,epub'

function hostileBook(): string {
  const paths = ['../canary.txt', '../canary.svg', '%2e%2e/canary.svg', '..%2fcanary.svg', '....//canary.svg', 'link.svg', 'linked/canary.svg', '/etc/hostname', 'file:///etc/hostname', 'file:../canary.svg', '..\\canary.svg', 'http://127.0.0.1:9/x.png', '//127.0.0.1:9/x.png', 'ftp://127.0.0.1/x']
  const text = paths.map((url) => `![a](${url}) [b](${url}) <img src="${url}"> <iframe src="${url}"></iframe> <object data="${url}"></object> <link rel="stylesheet" href="${url}"> <svg><image href="${url}"/><use href="${url}#a"/></svg> <style>@import "${url}";p{background:url(${url})}</style>\n\n<video src="${url}" poster="${url}"></video> <a ping="${url}" href="#x">c</a>\n`).join('\n')
  const folder = folderOf({
    'book.yml': 'title: A\nchapters: [a.md, ../canary.md, link.md]\nsources: [../canary.yml]\nglossaryFiles: [../canary.yml]\ncover: ../canary.svg\nstyles: {screen: my.css, print: ../canary.css, epub: my.css}\n',
    'a.md': `# A\n\n${text}\n\n![own](own.svg)\n`, 'my.css': '@import "../canary.css"; p{background:url(../canary.svg)} @font-face{font-family:x;src:url(../canary.ttf)}',
    'own.svg': '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY c SYSTEM "../canary.txt">]><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><image xlink:href="../canary.svg" width="9" height="9"/><image href="http://127.0.0.1:9/y.png"/><text>&c;</text><style>@import "http://127.0.0.1:9/z.css";</style><script>1</script></svg>',
    'ok.png': png,
  })
  const above = path.dirname(folder)
  for (const kind of ['txt', 'svg', 'md', 'yml', 'css', 'ttf']) writeFileSync(path.join(above, `canary.${kind}`), kind === 'svg' ? `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>${canary}</text></svg>` : `${canary}\n`)
  symlinkSync('../canary.svg', path.join(folder, 'link.svg'))
  symlinkSync('../canary.md', path.join(folder, 'link.md'))
  symlinkSync('..', path.join(folder, 'linked'))
  return folder
}

/** Bytes of an edition with all that is packed in it. */
function unpacked(file: string): string {
  const data = readFileSync(file)
  if (file.endsWith('.epub')) return [...readZip(data).values()].map((part) => Buffer.from(part).toString('latin1')).join('\n')
  if (!file.endsWith('.pdf')) return data.toString('latin1')
  const streams = [...data.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return body
    }
  })
  return data.toString('latin1') + streams.join('\n')
}

describe.skipIf(!compiled)('a hostile book', () => {
  it('is refused with a place where book.yml reaches out', async () => {
    const {code, output} = await banben(['build', '.', '--format', 'html', '--no-cache'], {cwd: hostileBook()})
    expect(code).toBe(1)
    expect(output).toContain('file-outside')
    expect(output).not.toContain(canary)
  })

  it('takes nothing from outside its folder, and asks nothing of a network', async () => {
    const folder = hostileBook()
    writeFileSync(path.join(folder, 'book.yml'), 'title: A\nchapters: [a.md]\nstyles: {screen: my.css, epub: my.css}\n')
    const trace = path.join(path.dirname(folder), 'trace')
    const wrap = traced ? ['strace', '-f', '-qq', '-e', 'trace=connect,sendto,openat', '-o', trace] : []
    const {code, output} = await banben(['build', '.', '--format', formats, '--no-cache'], {cwd: folder, wrap, seconds: 240})
    expect(code, output.slice(-800)).toBe(0)
    const files = readdirSync(path.join(folder, 'dist', 'book')).map((name) => path.join(folder, 'dist', 'book', name))
    for (const file of files) expect(unpacked(file).includes(canary), file).toBe(false)
    if (!traced) return
    const calls = readFileSync(trace, 'utf8').split('\n')
    expect(calls.filter((call) => /(?:connect|sendto)\(.*AF_INET6?/.test(call))).toEqual([])
    expect(calls.filter((call) => /openat\(.*canary/.test(call))).toEqual([])
    record('Connections and reads outside the book', `0 (${formats})`, '0')
  }, 300_000)
})
