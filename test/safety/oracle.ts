/** An independent judge of markup: parse5 reads the finished bytes as a browser does, and names all that could run, fetch or lead astray. */
import {type DefaultTreeAdapterTypes as Tree, parse} from 'parse5'

/** What an edition has by itself: scripts and styles of a harmless book. */
export interface Baseline {
  scripts: Set<string>
  /** Start tags of elements that an author may not use: the page's own controls. */
  tags: Set<string>
}

const forbidden = new Set(['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'form', 'button', 'textarea', 'select', 'foreignobject', 'animate', 'set', 'audio', 'video', 'source', 'track', 'portal', 'template', 'noscript', 'marquee', 'isindex', 'banben-holder'])
const addresses = new Set(['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'cite', 'xlink:href', 'srcset', 'ping', 'longdesc', 'manifest', 'codebase', 'usemap', 'dynsrc', 'lowsrc'])

export const noBaseline: Baseline = {scripts: new Set(), tags: new Set()}

export function baselineOf(html: string): Baseline {
  const baseline: Baseline = {scripts: new Set(), tags: new Set()}
  walk(parse(html), (node) => {
    if (node.tagName === 'script') baseline.scripts.add(textOf(node))
    if (forbidden.has(node.tagName)) baseline.tags.add(startTag(node))
  })
  return baseline
}

const startTag = ({tagName, attrs}: Tree.Element) => `<${[tagName, ...attrs.map(({name, value}) => `${name}="${value}"`)].join(' ')}>`

/** @returns One line a fault. */
export function judge(html: string, {scripts, tags}: Baseline): string[] {
  const faults: string[] = []
  walk(parse(html), (node) => {
    const {tagName, attrs} = node
    if (forbidden.has(tagName.toLowerCase()) && !tags.has(startTag(node))) faults.push(`<${tagName}>`)
    if (tagName === 'script' && !(isData(node) ? isJson(textOf(node)) : scripts.has(textOf(node)))) faults.push(`<script> ${textOf(node).slice(0, 60)}`)
    if (tagName === 'meta' && attrs.some(({name, value}) => name === 'http-equiv' && !/^content-security-policy$|^content-type$|^default-style$/i.test(value))) faults.push('<meta http-equiv>')
    for (const {name, value, prefix} of attrs) {
      const full = prefix ? `${prefix}:${name}` : name
      if (/^on/i.test(full)) faults.push(`${tagName} ${full}=${value.slice(0, 40)}`)
      if (addresses.has(full.toLowerCase()) && !isSafe(tagName, value)) faults.push(`${tagName} ${full}=${value.slice(0, 60)}`)
      if (full === 'style' && /url\s*\(|expression|javascript|@import|\\/i.test(value)) faults.push(`${tagName} style=${value.slice(0, 60)}`)
      if (full === 'srcdoc') faults.push(`${tagName} srcdoc`)
    }
  })
  return faults
}

/** Tabs, line ends and controls in an address are nothing to a browser (URL Standard §4.4). */
function isSafe(tagName: string, value: string): boolean {
  const address = value.replace(/[\t\r\n]/g, '').replace(/^[\0-\x20]+/, '')
  if (/^(?:https?:\/\/|mailto:|tel:|#)/i.test(address)) return tagName === 'a' || tagName === 'blockquote' || tagName === 'q' || tagName === 'del' || tagName === 'ins' || address.startsWith('#') || tagName === 'link'
  if (/^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(address)) return tagName === 'img' || tagName === 'image' || tagName === 'link'
  return !address.includes('..') && /^[\w-][\w./-]*\.(?:xhtml|css|png|jpe?g|gif|svg|otf|ttf|woff2)(?:#[\w.:-]+)?$/.test(address) // an EPUB's own files
}

const isData = ({attrs}: Tree.Element) => attrs.some(({name, value}) => name === 'type' && value === 'application/ld+json')
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function walk(node: Tree.Node, visit: (element: Tree.Element) => void): void {
  if ('tagName' in node) visit(node)
  if ('content' in node) walk(node.content, visit)
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, visit)
}

function textOf(node: Tree.Element): string {
  return node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
}
