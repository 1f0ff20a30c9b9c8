/** Author's links inside the book → `#id`: `#heading-slug`, `other.md`, `other.md#heading-slug`. */
import GithubSlugger from 'github-slugger'
import type {Link, Parents} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'

export function resolveLinks(book: Book): void {
  const targets = collectTargets(book)
  for (const chapter of book.chapters) {
    visit(chapter.tree, 'link', (node, index, parent) => {
      const target = targetOf(node.url, chapter.path, targets)
      if (target === undefined) return
      if (target !== '') {
        node.url = `#${target}`
        return
      }
      book.messages.push(message('link-undefined', {path: chapter.path, ...placeOf(node)}, {url: node.url}))
      if (!parent || index === undefined) return
      ;(parent as Parents).children.splice(index, 1, ...(node.children as never[])) // the words stay, the link goes
      return index
    })
  }
}

/** By `path#slug`, `path`, and `#slug` for the first of each slug in the book. */
function collectTargets(book: Book): Map<string, string> {
  const targets = new Map<string, string>()
  const sluggers = new Map<string, GithubSlugger>()
  for (const {id, path, tree} of book.chapters) {
    if (!targets.has(path)) targets.set(path, id)
    const slugger = sluggers.get(path) ?? new GithubSlugger()
    sluggers.set(path, slugger)
    visit(tree, 'heading', (node) => {
      const slug = slugger.slug(toString(node))
      const anchor = node.data?.id ?? id
      targets.set(`${path}#${slug}`, anchor)
      if (!targets.has(`#${slug}`)) targets.set(`#${slug}`, anchor)
    })
  }
  return targets
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
