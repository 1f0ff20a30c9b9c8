/** The audit, the checks of sources, and the link check. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parse} from 'csv-parse/sync'
import {describe, expect, it} from 'vitest'
import {auditBook, auditCsv} from '../../src/citations/index.ts'
import {askAddress, isPrivate} from '../../src/commands/ask.ts'
import {checkLinks} from '../../src/commands/check-links.ts'
import type {Session} from '../../src/commands/session.ts'
import {composeBook} from '../../src/pipeline.ts'
import {composeFiles, manuscriptOf} from '../fixture.ts'

const text = '# 书\n\n## 一章\n\n前一句。模型变大了[[1]]，也变贵了[[2, p. 5]]。后一句。\n\n=公式也要转义[[1]]。\n\n[[3]]\n'
const sources = `- {id: 1, type: webpage, title: 甲, URL: "https://example.org/a/"}
- {id: 2, type: webpage, title: 乙, URL: "http://www.example.org/a", accessed: 2026-01-01, author: 某人}
- {id: 5, type: book, title: 丙, author: 某人, issued: 2020, ISBN: 978-7-111-11111-1, DOI: not-a-doi}
`

describe('audit', () => {
  it('puts each claim beside what it calls', async () => {
    const {book, services} = await composeBook(manuscriptOf({'a.md': text, 'sources.yml': sources}))
    const audit = auditBook(book, services)
    expect(audit.claims.map(({sentence, number, locator}) => [sentence, number, locator])).toEqual([
      ['模型变大了，也变贵了。', 1, undefined],
      ['模型变大了，也变贵了。', 2, 'p. 5'],
      ['=公式也要转义。', 1, undefined],
      ['', 3, undefined],
    ])
    expect([audit.undefined, audit.uncited]).toEqual([[3], [5]])
    const rows: Record<string, string>[] = parse(auditCsv([{book: 'b', ...audit}]), {columns: true, bom: true})
    expect(rows).toHaveLength(4)
    expect(rows[0]).toMatchObject({file: 'a.md', line: '5', number: '1', url: 'https://example.org/a/'})
    expect(rows[2]?.sentence).toBe("'=公式也要转义。") // no formula for a spreadsheet to run
  })

  it('gives a citation behind a full stop to the sentence before it', async () => {
    const {book} = await composeFiles({'a.md': '# 书\n\n甲句。乙句。[[1]]丙句[[2]]。丁句。\n'})
    expect(book.calls.map(({sentence}) => sentence)).toEqual(['乙句。', '丙句。'])
    expect((await composeFiles({'a.md': '甲句。[[1]]乙句。\n'})).book.calls.map(({sentence}) => sentence)).toEqual(['甲句。'])
    expect(book.dialects).toEqual({'double-bracket': 2})
  })

  it('names a source once for each sentence, and leaves no commas where citations stood', async () => {
    const {book, services} = await composeBook(manuscriptOf({'a.md': '# 书\n\n甲说[[1]]，[[2]]，[[3]]。乙说（[[1]]），又说[[1]]。\n\n|甲|\n|-|\n|是[[1]]|\n|是[[1]]|\n'}))
    expect(auditBook(book, services).claims.map(({sentence, number}) => [sentence, number])).toEqual([['甲说。', 1], ['甲说。', 2], ['甲说。', 3], ['乙说，又说。', 1], ['是', 1], ['是', 1]])
    expect(auditBook(book, services).calls).toEqual({1: 5, 2: 1, 3: 1})
  })

  it('reports what is wrong with the sources', async () => {
    const {messages} = await composeFiles({'a.md': text, 'sources.yml': sources})
    const rules = messages.split('\n').map((line) => / (?:warning|info|error) (\S+)/.exec(line)?.[1]).filter(Boolean)
    expect(rules.toSorted()).toEqual(['citation-alone', 'citation-gap', 'citation-undefined', 'source-duplicate', 'source-identifier', 'source-identifier', 'source-incomplete', 'source-incomplete', 'source-incomplete', 'source-uncited'].toSorted())
  })

  it('takes two titles at two places of a page for two works', async () => {
    const list = (...entries: string[]) => composeFiles({'a.md': `# 书\n\n甲[1]，乙[2]。\n\n## 参考资料\n\n${entries.map((entry, index) => `${index + 1}. ${entry}`).join('\n')}\n`})
    expect((await list('[甲报告](https://e.org/s#ref1)', '[乙白皮书](https://e.org/s#ref2)')).messages).not.toContain('source-duplicate')
    expect((await list('[甲报告](https://e.org/s#ref1)', '[甲报告](https://e.org/s#ref2)')).messages).toContain('source-duplicate')
    expect((await list('[甲报告](https://e.org/s#ref1)', '[乙白皮书](https://e.org/s)')).messages).toContain('source-duplicate')
  })

  it('is a page only where the book asks for it', async () => {
    const plain = await composeFiles({'a.md': text, 'sources.yml': sources})
    const asked = await composeFiles({'a.md': text, 'sources.yml': sources, 'book.yml': 'html: {audit: true}\n'})
    expect(plain.galley.chapters.some(({role}) => role === 'audit')).toBe(false)
    expect(asked.html).toContain('<table class="audit">')
    expect(asked.html.match(/<th scope="col">/g)).toHaveLength(2)
    const findings = asked.html.match(/<ul class="audit-findings">.*?<\/ul>/s)?.[0]
    for (const found of ['编号 3', '未被引用：5', '`[[3]]` 独占一段', 'not-a-doi', '的 DOI 或网址相同', '缺少 `issued`']) expect(findings).toContain(found)
    expect(asked.html).toMatch(/<a href="#cite-1">模型变大了，也变贵了。<\/a>/)
  })
})

describe('link check', () => {
  const open = () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'banben-links-'))
    writeFileSync(path.join(folder, 'a.md'), '# 书\n\n[[1]](https://good.example/1) [[2]](https://gone.example/2) [[3]](https://moved.example/3) [[4]](https://loop.example/4)\n')
    const notes: string[] = []
    // a session as the command line makes it, without a terminal
    const session = {note: (line: string) => void notes.push(line), print: () => {}, language: 'en', folder, cache: path.join(folder, 'cache'), signal: new AbortController().signal} as unknown as Session
    return {folder, notes, session}
  }

  it('tells dead addresses, follows moves, stops at loops, and keeps answers', async () => {
    const {folder, notes, session} = open()
    const asked: string[] = []
    const ask = async (url: string) => {
      asked.push(url)
      if (url.includes('gone')) return {status: 404}
      if (url.includes('moved.example')) return {status: 301, location: 'https://good.example/moved'}
      if (url.includes('loop')) return {status: 302, location: url}
      return {status: 200}
    }
    expect(await checkLinks([path.join(folder, 'a.md')], session, ask)).toEqual([2])
    expect(notes.join('')).toMatch(/network/)
    expect(notes.filter((line) => line.includes('gone.example'))).toHaveLength(1)
    expect(notes.find((line) => line.includes('loop.example'))).toMatch(/\[4\] — \S+ leads on more than 5 times/)
    const first = asked.length
    await checkLinks([path.join(folder, 'a.md')], session, ask)
    expect(asked.slice(first).map((url) => new URL(url).host)).toEqual(['gone.example', ...Array.from({length: 6}, () => 'loop.example')]) // bad answers are not kept
    expect(JSON.parse(readFileSync(path.join(folder, 'cache/links.json'), 'utf8'))).toHaveLength(2)
    rmSync(folder, {recursive: true})
  })

  it.each(['127.0.0.1', '10.1.2.3', '192.168.0.1', '172.16.0.1', '169.254.169.254', '::1', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '0.0.0.0', '224.0.0.1', '100.64.0.1'])('does not ask %s', (address) => {
    expect(isPrivate(address)).toBe(true)
  })

  it.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('asks %s', (address) => {
    expect(isPrivate(address)).toBe(false)
  })

  it('asks with HEAD, and with GET where that is refused; reads no body, and goes nowhere private', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      const {method = '', url = ''} = request
      asked.push(`${method} ${url}`)
      if (url === '/closes' && method === 'HEAD') request.socket.destroy()
      else if (url === '/never') return
      else if (url === '/moved') response.writeHead(301, {location: '/there'}).end()
      else if (url === '/endless' && method === 'GET') response.writeHead(200).write('x'.repeat(100_000))
      else response.writeHead(url === '/gone' || (['/refuses', '/endless'].includes(url) && method === 'HEAD') ? 404 : url === '/forbids' ? 403 : 200).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const {port} = server.address() as AddressInfo // listening on TCP
    const ask = (path: string, patience = 5000) => askAddress(`http://127.0.0.1:${port}${path}`, AbortSignal.timeout(patience), () => false)
    try {
      expect([await ask('/ok'), await ask('/moved'), await ask('/gone'), await ask('/refuses'), await ask('/closes'), await ask('/forbids'), await ask('/endless')]).toEqual([{status: 200}, {status: 301, location: '/there'}, {status: 404}, {status: 200}, {status: 200}, {status: 403}, {status: 200}])
      expect(asked).toEqual(['HEAD /ok', 'HEAD /moved', 'HEAD /gone', 'GET /gone', 'HEAD /refuses', 'GET /refuses', 'HEAD /closes', 'GET /closes', 'HEAD /forbids', 'HEAD /endless', 'GET /endless'])
      await expect(ask('/never', 200)).rejects.toThrow(/abort|timeout/i)
      await expect(askAddress(`http://127.0.0.1:${port}/ok`, AbortSignal.timeout(5000))).rejects.toMatchObject({silence: 'private'})
      await expect(askAddress(`http://localhost:${port}/ok`, AbortSignal.timeout(5000))).rejects.toMatchObject({silence: 'private'}) // by what the name means
      await expect(askAddress('file:///etc/passwd', AbortSignal.timeout(5000))).rejects.toMatchObject({silence: 'scheme'})
    } finally {
      server.closeAllConnections()
      server.close()
    }
    await expect(ask('/ok')).rejects.toMatchObject({silence: 'failed', code: 'ECONNREFUSED'})
  })
})
