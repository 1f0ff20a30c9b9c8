/** Pages from memory on the loopback address, with word of every change.
 *
 * A frame shows the edition just as it will be published; the page around it reloads the frame. */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {UsageError} from './session.ts'

export interface PreviewServer {
  url: string
  show(name: string, data: Uint8Array): void
  hasBooks(): boolean
  tell(word: Word): void
  close(): void
}

interface Word {kind: 'changed' | 'failed'; text: string}

/** @param port 0: any free one. @param page The page around the frame; `{lang}`, `{links}` and `{first}` are filled in. */
export async function openServer({port, lang, page}: {port: number; lang: string; page: string}): Promise<PreviewServer> {
  const books = new Map<string, Uint8Array>()
  const listeners = new Set<ServerResponse>()
  let address = ''
  const server = createServer((request, response) => {
    if (request.headers.host !== address && request.headers.host !== address.replace('127.0.0.1', 'localhost')) return refuse(response, 403) // another site's name that leads here (DNS rebinding)
    if (request.method !== 'GET') return refuse(response, 405)
    const url = request.url ?? '/'
    if (url === '/words') return listen(request, response, listeners)
    if (url === '/') return answer(response, 'text/html; charset=utf-8', frame(page, lang, [...books.keys()]))
    const book = books.get(decode(url.slice('/book/'.length)))
    return url.startsWith('/book/') && book ? answer(response, 'text/html; charset=utf-8', book) : refuse(response, 404)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new UsageError('usage.unwritable', {path: `127.0.0.1:${port}`, detail: error.message})))
    server.listen(port, '127.0.0.1', resolve)
  })
  address = `127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has no other kind of address
  return {
    url: `http://${address}/`,
    show: (name, data) => void books.set(name, data),
    hasBooks: () => books.size > 0,
    tell: (word) => { for (const listener of listeners) listener.write(`data: ${JSON.stringify(word)}\n\n`) },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function listen(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'}).write('\n')
  listeners.add(response)
  request.on('close', () => listeners.delete(response))
}

function answer(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, {'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff'}).end(body)
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a stray percent sign names no book
  }
}

function frame(page: string, lang: string, names: string[]): string {
  const links = names.length < 2 ? '' : names.map((name) => `<a target="book" href="/book/${encodeURIComponent(name)}">${escape(name)}</a>`).join(' ')
  const values: Record<string, string> = {lang, links, first: `/book/${encodeURIComponent(names[0] ?? '')}`}
  return page.replace(/\{(lang|links|first)\}/g, (_, name: string) => values[name] ?? '')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
