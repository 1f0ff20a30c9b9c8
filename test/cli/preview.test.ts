import {request} from 'node:http'
import {describe, expect, it} from 'vitest'
import {openFolder, runCli, writeFiles} from './run.ts'

interface Answer {status: number; body: string}

/** node:http, since fetch sets the Host header itself. */
function get(url: string, headers: Record<string, string> = {}, onData?: (text: string) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, {headers}, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => { body += text; onData?.(text) }).on('end', () => resolve({status: response.statusCode ?? 0, body})).on('error', reject)
    }).on('error', reject).end()
  })
}

async function withPreview(folder: string, use: (url: string) => Promise<void>): Promise<number> {
  const stop = new AbortController()
  let ready = (_url: string) => {}
  const url = new Promise<string>((resolve) => { ready = resolve })
  const running = runCli(folder, ['preview', 'book'], {signal: stop.signal, onPrint: (text) => ready(/http:\S+/.exec(text)?.[0] ?? '')})
  try {
    await use(await Promise.race([url, running.then(({err}) => { throw new Error(err) })]))
  } finally {
    stop.abort()
  }
  return (await running).code
}

describe('banben preview', () => {
  it('serves the book on the loopback address, and ends with the signal', async () => {
    const folder = openFolder({'book/1.md': '# Title\n\nFirst words.\n'})
    const code = await withPreview(folder, async (url) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
      expect((await get(url)).body).toContain('src="/book/book"')
      expect((await get(`${url}book/book`)).body).toContain('First words.')
      expect((await get(`${url}book/other`)).status).toBe(404)
      expect((await get(`${url}..%2f..%2fetc/passwd`)).status).toBe(404)
    })
    expect(code).toBe(0)
  })

  it('refuses a request that came under another name', async () => {
    const folder = openFolder({'book/1.md': '# Title\n'})
    await withPreview(folder, async (url) => {
      expect((await get(url, {host: 'evil.example'})).status).toBe(403)
    })
  })

  it('tells the page of a change, and serves the new words', async () => {
    const folder = openFolder({'book/1.md': '# Title\n\nFirst words.\n'})
    await withPreview(folder, async (url) => {
      const told = new Promise<string>((resolve) => {
        get(`${url}words`, {}, (text) => { if (text.startsWith('data:')) resolve(text) }).catch(() => undefined) // ends with the server
      })
      await new Promise((resolve) => { setTimeout(resolve, 200) }) // the watcher opens after the address is printed
      writeFiles(folder, {'book/1.md': '# Title\n\nSecond words.\n'})
      expect(JSON.parse((await told).slice(5))).toEqual({kind: 'changed', text: ''})
      expect((await get(`${url}book/book`)).body).toContain('Second words.')
    })
  })

  it('keeps the last good page, and tells the errors, when a change breaks the book', async () => {
    const folder = openFolder({'book/book.yml': 'title: A\n', 'book/1.md': '# Title\n\nFirst words.\n'})
    await withPreview(folder, async (url) => {
      const told = new Promise<string>((resolve) => {
        get(`${url}words`, {}, (text) => { if (text.startsWith('data:')) resolve(text) }).catch(() => undefined) // ends with the server
      })
      await new Promise((resolve) => { setTimeout(resolve, 200) })
      writeFiles(folder, {'book/book.yml': 'titel: A\n'})
      expect(JSON.parse((await told).slice(5))).toMatchObject({kind: 'failed', text: expect.stringContaining('config-unknown')})
      expect((await get(`${url}book/book`)).body).toContain('First words.')
    })
  })
})
