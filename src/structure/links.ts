/** Author's links inside the book → `#id`: `#heading-slug`, `other.md`, `other.md#heading-slug`. */
import GithubSlugger from 'github-slugger'
import type {Heading, Link, Parents} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {message} from '../diagnostics/index.ts'
import type {Book, Captioned} from '../model/book.ts'
import {listCaptioned} from './captions.ts'

/** @param title The heading that became the book's title: links to it lead to the first chapter. */
export function resolveLinks(book: Book, title?: {heading: Heading; path: string}): void {
  const targets = collectTargets(book, title)
  const captioned = new Map(listCaptioned(book).map((entry) => [entry.id, entry]))
  for (const chapter of book.chapters) {
    visit(chapter.tree, 'link', (node, index, parent) => {
      const target = targetOf(node.url, chapter.path, targets)
      if (target === undefined) return
      if (target !== '') {
        node.url = `#${target}`
        nameTarget(node, captioned.get(target), chapter.path, book)
        return
      }
      book.messages.push(message('link-undefined', {path: chapter.path, ...placeOf(node)}, {url: node.url}))
      if (!parent || index === undefined) return
      ;(parent as Parents).children.splice(index, 1, ...(node.children as never[])) // the words stay, the link goes
      return index
    })
  }
}

/** An empty link takes the label of its figure or table; a link that names another number is reported. */
function nameTarget(node: Link, target: Captioned | undefined, path: string, book: Book): void {
  if (!target?.label) return
  const text = toString(node).replace(/\s+/g, '')
  if (text === '') node.children = [{type: 'text', value: target.label}]
  const [kind] = /^\D+/.exec(target.label) ?? []
  const named = kind && text.startsWith(kind.trim()) && /\d/.test(text)
  if (named && text !== target.label.replace(/\s+/g, '')) book.messages.push(message('label-mismatched', {path, ...placeOf(node)}, {written: toString(node), label: target.label}))
}

/** By `path#slug`, `path`, and `#slug` for the first of each slug in the book. */
function collectTargets(book: Book, title?: {heading: Heading; path: string}): Map<string, string> {
  const targets = new Map<string, string>()
  const labels = new Map<string, string>()
  const named = new Map<string, string>()
  const sluggers = new Map<string, GithubSlugger>()
  const [opening] = book.chapters
  if (title && opening) {
    const slugger = new GithubSlugger()
    sluggers.set(title.path, slugger)
    for (const name of [slugger.slug(toString(title.heading)), title.heading.data?.label]) if (name !== undefined) for (const key of [`${title.path}#${name}`, `#${name}`]) targets.set(key, opening.id)
  }
  for (const {id, path, tree} of book.chapters) {
    if (!targets.has(path)) targets.set(path, id)
    const slugger = sluggers.get(path) ?? new GithubSlugger()
    sluggers.set(path, slugger)
    visit(tree, (node) => {
      if (node.type === 'html') for (const name of namesOf(node.value)) for (const key of [`${path}#${name}`, `#${name}`]) if (!named.has(key)) named.set(key, `${id}-u-${name}`)
      const own = node.data?.label
      const anchor = node.data?.id ?? (node.type === 'heading' ? id : undefined)
      if (own !== undefined && anchor !== undefined) {
        for (const key of [`${path}#${own}`, `#${own}`]) if (!labels.has(key)) labels.set(key, anchor)
      }
      if (node.type !== 'heading') return
      const slug = slugger.slug(toString(node))
      for (const key of [`${path}#${slug}`, `#${slug}`]) if (anchor !== undefined && !targets.has(key)) targets.set(key, anchor)
    })
  }
  return new Map([...targets, ...named, ...labels]) // an id that the author gave wins over a slug
}

/** Ids in the author's HTML, as `[text](#id)` may mean them. Setting prefixes them with the chapter's. */
function namesOf(html: string): string[] {
  return [...html.matchAll(/<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)')/gi)].map(([, double, single]) => double ?? single ?? '')
}

/** @returns An anchor; '' where the book has no such place; undefined where the link leads out of the book. */
function targetOf(url: string, path: string, targets: Map<string, string>): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return undefined
  const [file = '', fragment] = decode(url).split('#', 2)
  if (file === '') return targets.get(`${path}#${fragment}`) ?? targets.get(`#${fragment}`) ?? ''
  if (!/\.(md|markdown)$/i.test(file)) return ''
  const full = resolvePath(path, file)
  return (fragment ? targets.get(`${full}#${fragment}`) : undefined) ?? targets.get(full) ?? ''
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
