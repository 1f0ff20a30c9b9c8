/** puppeteer's wire over the browser's pipes: messages ended by a zero byte. */
import type {ConnectionTransport} from 'puppeteer'
import type {BrowserProcess} from './browser-process.ts'

export function pipeTransport({commands, answers, ended}: BrowserProcess): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => void commands.write(`${message}\0`),
    close: () => void commands.end(),
  }
  let parts: Buffer[] = []
  answers.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = Buffer.concat([...parts, rest.subarray(0, end)]).toString()
      parts = []
      rest = rest.subarray(end + 1)
      transport.onmessage?.(message)
    }
    if (rest.length > 0) parts.push(rest)
  })
  void ended.then(() => transport.onclose?.())
  return transport
}
