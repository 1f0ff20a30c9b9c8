/** One address, asked for as little as possible: HEAD, and GET where a server does not serve HEAD well. No body is read.
 *
 * The host is looked up once, and what was found is what is connected to: a name that answers first with a public address
 * and then with a private one leads nowhere. */
import {lookup} from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import {BlockList, isIP, type LookupFunction} from 'node:net'

export interface Reply {status: number; location?: string}

/** What is told of an address that did not answer. */
export type Silence = 'private' | 'scheme' | 'host' | 'failed'

export class Unanswered extends Error {
  readonly silence: Silence
  /** Of the system: `ECONNREFUSED`. */
  readonly code: string
  constructor(silence: Silence, code = '') {
    super(code || silence)
    this.silence = silence
    this.code = code
  }
}

/** Answers to HEAD that a page which is there may give: they are asked again. 401, 403 and 429 stay what they are. */
function isDoubtful(status: number): boolean {
  return status >= 400 && ![401, 403, 429].includes(status)
}

/** @param refuses Addresses that are not connected to. @throws Unanswered, and what the signal says. */
export async function askAddress(url: string, signal: AbortSignal, refuses: (address: string) => boolean = isPrivate): Promise<Reply> {
  const head = await request(url, 'HEAD', signal, refuses).catch((error: unknown) => {
    if (signal.aborted || !(error instanceof Unanswered) || error.silence !== 'failed' || error.code === 'ECONNREFUSED') throw error
    return undefined // some servers close the connection
  })
  return head && !isDoubtful(head.status) ? head : request(url, 'GET', signal, refuses)
}

function request(address: string, method: 'HEAD' | 'GET', signal: AbortSignal, refuses: (address: string) => boolean): Promise<Reply> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return Promise.reject(new Unanswered('scheme', url.protocol))
  if (isIP(host) && refuses(host)) return Promise.reject(new Unanswered('private'))
  return new Promise((resolve, reject) => {
    const headers = {'user-agent': 'Mozilla/5.0 (compatible; banben link check)', accept: '*/*'}
    const asked = (url.protocol === 'https:' ? https : http).request(url, {method, signal, headers, lookup: lookupUnless(refuses), agent: false}, (response) => {
      const {statusCode: status = 0, headers: {location}} = response
      response.destroy()
      resolve({status, ...(location ? {location} : {})})
    })
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error instanceof Unanswered || signal.aborted) reject(error)
      else reject(new Unanswered(error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN' ? 'host' : 'failed', error.code ?? error.message))
    })
    asked.end()
  })
}

function lookupUnless(refuses: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    lookup(host, {...options, all: true}, (error, addresses) => {
      if (error) callback(error, '')
      else if (addresses.some(({address}) => refuses(address))) callback(new Unanswered('private'), '')
      else if (options.all) callback(null, addresses)
      else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
    })
  }
}

/** RFC 6890 and the registries it began: what no page of the open net stands at. IPv4 within IPv6 is checked as IPv4. */
const reserved = new BlockList()
for (const [network, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) reserved.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [['::', 127], ['64:ff9b::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['2002::', 16]] as const) reserved.addSubnet(network, prefix, 'ipv6')

export function isPrivate(address: string): boolean {
  return reserved.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
