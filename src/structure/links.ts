/** Author's links inside the book → `#id`: `#heading-slug`, `other.md`, `other.md#heading-slug`. */
import type {Link, Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {message} from '../diagnostics/index.ts'
import type {Book, Captioned} from '../model/book.ts'
import {listCaptioned} from './captions.ts'
import {collectTargets, type Targets, type TitleHeading} from './targets.ts'
import {replaceChildren} from './walk.ts'

/** Has a scheme or a host. */
const outward = /^[a-z][a-z0-9+.-]*:|^\/\//i
/** Kept in all editions, as the sanitiser of HTML has it. */
const kept = /^(?:https?:|mailto:|tel:|\/\/)/i

export function resolveLinks(book: Book, title?: TitleHeading): void {
  for (const {tree, path} of book.chapters) refuseSchemes(tree, path, book)
  if (!book.chapters.some(({tree}) => leadsInside(tree))) return
  const targets = collectTargets(book, title)
  const captioned = new Map(listCaptioned(book).map((entry) => [entry.id, entry]))
  for (const {tree, path} of book.chapters) {
    replaceChildren(tree, (node) => {
      const target = node.type === 'link' ? targetOf(node.url, path, targets) : undefined
      if (node.type !== 'link' || target === undefined) return undefined
      if (target === '') {
        book.messages.push(message('link-undefined', {path, ...placeOf(node)}, {url: decode(node.url)}))
        return node.children // the words stay, the link goes
      }
      if (!isExact(node.url, path, targets)) book.messages.push(message('link-imprecise', {path, ...placeOf(node)}, {url: node.url}))
      node.url = `#${target}`
      nameTarget(node, captioned.get(target), path, book)
      return undefined
    })
  }
}

/** `obsidian://`, `file:`, `sandbox:`: no reader of a book can follow them. */
function refuseSchemes(tree: Nodes, path: string, book: Book): void {
  replaceChildren(tree, (node) => {
    if (node.type !== 'link' || !outward.test(node.url) || kept.test(node.url)) return undefined
    book.messages.push(message('link-scheme', {path, ...placeOf(node)}, {url: decode(node.url)}))
    return node.children
  })
}

function leadsInside(node: Nodes): boolean {
  return (node.type === 'link' && !outward.test(node.url)) || ('children' in node && node.children.some(leadsInside))
}

/** An empty link takes the label of its figure or table, or its caption; a link that names another number is reported. */
function nameTarget(node: Link, target: Captioned | undefined, path: string, book: Book): void {
  if (!target) return
  const text = toString(node).replace(/\s+/g, '')
  const words = target.label || target.caption
  if (text === '' && words) {
    node.children = [{type: 'text', value: words}]
    node.data = {...node.data, labelled: true}
  }
  const [kind] = /^\D+/.exec(target.label) ?? []
  const named = kind && text.startsWith(kind.trim()) && /\d/.test(text)
  if (named && text !== target.label.replace(/\s+/g, '')) book.messages.push(message('label-mismatched', {path, ...placeOf(node)}, {written: toString(node), label: target.label}))
}

/** @returns An anchor; '' where the book has no such place; undefined where the link leads out of the book. */
function targetOf(url: string, path: string, targets: Targets): string | undefined {
  if (outward.test(url)) return undefined
  const [file = '', fragment] = decode(url).split('#', 2)
  if (file === '') return targets.get(`${path}#${fragment}`) ?? targets.get(`#${fragment}`) ?? ''
  if (!/\.(md|markdown)$/i.test(file)) return ''
  const full = resolvePath(path, file)
  return (fragment ? targets.get(`${full}#${fragment}`) : undefined) ?? targets.get(full) ?? ''
}

/** Whether the book has the heading that the link names, and not only its file. */
function isExact(url: string, path: string, targets: Targets): boolean {
  const [file = '', fragment] = decode(url).split('#', 2)
  return file === '' || !fragment || targets.has(`${resolvePath(path, file)}#${fragment}`)
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

function resolvePath(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function placeOf({position}: Link) {
  return position ? {line: position.start.line, column: position.start.column, endLine: position.end.line, endColumn: position.end.column} : {}
}
