/** `banben check --links`: ask for every address of the sources. The only part of banben that uses the network, and only when asked.
 *
 * Bounded: one address at a time for each host, four hosts at once, 15 s an address, 5 redirects, no body read. Only public
 * hosts over http and https. Good answers are kept for a week; the others are asked for again. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {readManuscript} from '../manuscript/index.ts'
import type {Book} from '../model/book.ts'
import {composeBook} from '../pipeline.ts'
import {say, type StringKey} from '../report/index.ts'
import {askAddress, type Reply, Unanswered} from './ask.ts'
import {findInputs} from './inputs.ts'
import type {Session} from './session.ts'

export interface LinkAnswer {
  url: string
  /** HTTP status; 0 where there was no answer. */
  status: number
  /** Why there was none. */
  silence?: StringKey
  /** Where the address leads now, or what the system said. */
  detail: string
  /** Milliseconds since 1970. */
  asked: number
}

export type Ask = (url: string, signal: AbortSignal) => Promise<Reply>

const week = 7 * 24 * 3600 * 1000
const hostsAtOnce = 4
const patience = 15_000
const longestChain = 5

/** @returns How many addresses did not answer well, book by book. */
export async function checkLinks(named: string[], session: Session, ask: Ask = askAddress): Promise<number[]> {
  session.note(`${say(session.language, 'links.note')}\n`)
  const faults: number[] = []
  for (const input of findInputs(named, session.folder)) {
    const {book} = await composeBook(await readManuscript(input.path, {epoch: undefined}))
    const addresses = addressesOf(book)
    const answers = await askAll([...addresses.keys()], session, ask)
    for (const [url, {number, path: file, line}] of addresses) {
      const answer = answers.get(url)
      if (!answer || !isFault(answer)) continue
      const {status, silence, detail} = answer
      session.note(`${[`${file}:${line}`, `[${number}]`, status || '—', url, silence && say(session.language, silence), detail].filter(Boolean).join(' ')}\n`)
    }
    const dead = [...answers.values()].filter(isFault).length
    faults.push(dead)
    session.note(`${say(session.language, 'links.done', {book: book.name, count: String(answers.size), faults: String(dead)})}\n`)
  }
  return faults
}

function addressesOf({sources}: Book): Map<string, {number: number; path: string; line: number}> {
  const found = new Map<string, {number: number; path: string; line: number}>()
  for (const {number, csl, verbatim, place} of sources.values()) {
    const urls = [csl?.URL, csl?.DOI && `https://doi.org/${csl.DOI}`, ...(csl?.URL ? [] : (verbatim?.match(/https?:\/\/[^\s<>()[\]（）【】，。；]+/giu) ?? []))]
    for (const url of urls) if (url && !found.has(url)) found.set(url, {number, path: place.path, line: place.line ?? 1})
  }
  return found
}

/** 401, 403 and 429 say that the page is there but not for programs. */
function isFault({status}: LinkAnswer): boolean {
  return (status < 200 || status >= 400) && ![401, 403, 429].includes(status)
}

/** Addresses of one host are asked one after another. */
async function askAll(urls: string[], session: Session, ask: Ask): Promise<Map<string, LinkAnswer>> {
  const kept = readKept(session)
  const byHost = new Map<string, string[]>()
  for (const url of urls) byHost.set(hostOf(url), [...(byHost.get(hostOf(url)) ?? []), url])
  const answers = new Map<string, LinkAnswer>()
  const queues = [...byHost.values()]
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const url of queue) {
        session.signal.throwIfAborted()
        const known = kept.get(url)
        const answer = known && !isFault(known) && Date.now() - known.asked < week ? known : await follow(url, session.signal, ask)
        if (isFault(answer)) kept.delete(url)
        else kept.set(url, answer)
        answers.set(url, answer)
      }
    }
  }
  await Promise.all(Array.from({length: hostsAtOnce}, work))
  writeKept(session, kept)
  return answers
}

/** With a timer of our own: Node 20 may collect `AbortSignal.any([…, AbortSignal.timeout()])` before it fires, and wait for ever. */
async function askInTime(url: string, signal: AbortSignal, ask: Ask): Promise<Reply> {
  const late = new AbortController()
  const stop = () => late.abort(signal.reason)
  const timer = setTimeout(() => late.abort(new DOMException(`${patience} ms`, 'TimeoutError')), patience)
  signal.addEventListener('abort', stop, {once: true})
  try {
    return await ask(url, late.signal)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

async function follow(url: string, signal: AbortSignal, ask: Ask): Promise<LinkAnswer> {
  let at = url
  try {
    for (let step = 0; step <= longestChain; step++) {
      const {status, location} = await askInTime(at, signal, ask)
      if (!location || status < 300 || status >= 400) return {url, status, detail: at === url ? '' : `→ ${at}`, asked: Date.now()}
      at = new URL(location, at).href
    }
    return {url, status: 0, silence: 'links.loop', detail: `→ ${at}`, asked: Date.now()}
  } catch (error) {
    signal.throwIfAborted()
    const from = at === url ? '' : `→ ${at}`
    if (error instanceof Unanswered) return {url, status: 0, silence: `links.${error.silence}`, detail: [error.code, from].filter(Boolean).join(' '), asked: Date.now()}
    return {url, status: 0, silence: error instanceof Error && /abort|timeout/i.test(error.name) ? 'links.late' : 'links.failed', detail: from, asked: Date.now()}
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}

function readKept({cache}: Session): Map<string, LinkAnswer> {
  try {
    const kept: unknown = JSON.parse(readFileSync(path.join(cache, 'links.json'), 'utf8'))
    return new Map(Array.isArray(kept) ? kept.filter(isAnswer).map((answer) => [answer.url, answer]) : [])
  } catch {
    return new Map() // none yet, or not ours
  }
}

function isAnswer(value: unknown): value is LinkAnswer {
  return typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string' && 'status' in value && typeof value.status === 'number' && 'asked' in value && typeof value.asked === 'number' && 'detail' in value && typeof value.detail === 'string'
}

function writeKept({cache}: Session, kept: Map<string, LinkAnswer>): void {
  mkdirSync(cache, {recursive: true})
  writeFileSync(path.join(cache, 'links.json'), JSON.stringify([...kept.values()]))
}
