/** `banben check --links`: ask for every address of the sources. The only part of banben that uses the network, and only when asked.
 *
 * Bounded: one address at a time for each host, four hosts at once, 15 s an address, 5 redirects, no body read. Only public
 * hosts over http and https. Answers are kept for a week. */
import {lookup} from 'node:dns/promises'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {isIP} from 'node:net'
import path from 'node:path'
import {readManuscript} from '../manuscript/index.ts'
import type {Book} from '../model/book.ts'
import {composeBook} from '../pipeline.ts'
import {say} from '../report/index.ts'
import {findInputs} from './inputs.ts'
import type {Session} from './session.ts'

export interface LinkAnswer {
  url: string
  /** HTTP status; 0 where there was no answer. */
  status: number
  /** Why there was none, or where the address leads now. */
  detail: string
  /** Milliseconds since 1970. */
  asked: number
}

export type Ask = (url: string, signal: AbortSignal) => Promise<{status: number; location?: string}>

const week = 7 * 24 * 3600 * 1000
const hostsAtOnce = 4
const patience = 15_000
const longestChain = 5

/** @returns How many addresses did not answer well. */
export async function checkLinks(named: string[], session: Session, ask: Ask = askHead): Promise<number> {
  session.note(`${say(session.language, 'links.note')}\n`)
  let faults = 0
  for (const input of findInputs(named, session.folder)) {
    const {book} = await composeBook(await readManuscript(input.path, {epoch: undefined}))
    const addresses = addressesOf(book)
    const answers = await askAll([...addresses.keys()], session, ask)
    for (const answer of answers.filter(isFault)) {
      faults++
      const {number, path: file, line} = addresses.get(answer.url) ?? {number: 0, path: '', line: 1}
      session.note(`${file}:${line} [${number}] ${answer.status || '—'} ${answer.url} ${answer.detail}\n`)
    }
    session.note(`${say(session.language, 'links.done', {book: book.name, count: String(answers.length), faults: String(answers.filter(isFault).length)})}\n`)
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
async function askAll(urls: string[], session: Session, ask: Ask): Promise<LinkAnswer[]> {
  const kept = readKept(session)
  const byHost = new Map<string, string[]>()
  for (const url of urls) byHost.set(hostOf(url), [...(byHost.get(hostOf(url)) ?? []), url])
  const answers: LinkAnswer[] = []
  const queues = [...byHost.values()]
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const url of queue) {
        session.signal.throwIfAborted()
        const known = kept.get(url)
        const answer = known && Date.now() - known.asked < week ? known : await follow(url, session.signal, ask)
        kept.set(url, answer)
        answers.push(answer)
      }
    }
  }
  await Promise.all(Array.from({length: hostsAtOnce}, work))
  writeKept(session, kept)
  return answers.sort((a, b) => (a.url < b.url ? -1 : 1))
}

async function follow(url: string, signal: AbortSignal, ask: Ask): Promise<LinkAnswer> {
  let at = url
  try {
    for (let step = 0; step <= longestChain; step++) {
      const {status, location} = await ask(at, AbortSignal.any([signal, AbortSignal.timeout(patience)]))
      if (!location || status < 300 || status >= 400) return {url, status, detail: at === url ? '' : `→ ${at}`, asked: Date.now()}
      at = new URL(location, at).href
    }
    return {url, status: 0, detail: `> ${longestChain} redirects`, asked: Date.now()}
  } catch (error) {
    signal.throwIfAborted()
    return {url, status: 0, detail: error instanceof Error ? error.message : String(error), asked: Date.now()}
  }
}

/** Every step of a chain is checked, so that a public page cannot send us into a private network. */
async function askHead(url: string, signal: AbortSignal): Promise<{status: number; location?: string}> {
  const {protocol, hostname} = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') throw new Error(`${protocol} is not asked`)
  const host = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : (await lookup(host, {all: true})).map(({address}) => address)
  if (addresses.some(isPrivate)) throw new Error('not a public host')
  const headers = {'user-agent': 'banben link check', accept: '*/*'}
  let response = await fetch(url, {method: 'HEAD', redirect: 'manual', signal, headers})
  if (response.status === 405 || response.status === 501) {
    response = await fetch(url, {redirect: 'manual', signal, headers})
    await response.body?.cancel()
  }
  const location = response.headers.get('location')
  return {status: response.status, ...(location ? {location} : {})}
}

/** RFC 1918, RFC 6598, RFC 3927, RFC 4193 and the loopbacks. */
export function isPrivate(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  return /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^(?:22[4-9]|2[3-5]\d)\./.test(plain) || /^(?:::1?$|f[cd]|fe[89ab]|ff)/i.test(plain)
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
