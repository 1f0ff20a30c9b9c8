/** Places of the book that a link may name: `path`, `path#slug`, and `#slug` for the first of each slug. */
import GithubSlugger from 'github-slugger'
import type {Heading, Nodes} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Book, Chapter} from '../model/book.ts'
import {walk} from './walk.ts'

/** The heading that became the book's title; links to it lead to the first chapter. */
export interface TitleHeading {heading: Heading; path: string}

/** By what a link says → anchor. */
export type Targets = Map<string, string>

interface Found {
  slugs: Targets
  /** pandoc's: without the number before the words. */
  bare: Targets
  /** Ids in the author's HTML, as `[text](#id)` may mean them. Setting prefixes them with the chapter's. */
  html: Targets
  /** `{#id}` */
  labels: Targets
  sluggers: Map<string, GithubSlugger>
}

export function collectTargets({chapters}: Book, title: TitleHeading | undefined): Targets {
  const found: Found = {slugs: new Map(), bare: new Map(), html: new Map(), labels: new Map(), sluggers: new Map()}
  const [opening] = chapters
  if (title && opening) collectNode(title.heading, {...opening, path: title.path}, found)
  for (const chapter of chapters) {
    if (!found.slugs.has(chapter.path)) found.slugs.set(chapter.path, chapter.id)
    walk(chapter.tree, (node) => collectNode(node, chapter, found))
  }
  return new Map([...found.bare, ...found.slugs, ...found.html, ...found.labels]) // an id that the author gave wins over a slug
}

function collectNode(node: Nodes, {id, path}: Chapter, {slugs, bare, html, labels, sluggers}: Found): void {
  const name = (targets: Targets, fragment: string, anchor: string) => {
    for (const key of [`${path}#${fragment}`, `#${fragment}`]) if (!targets.has(key)) targets.set(key, anchor)
  }
  if (node.type === 'html') for (const own of namesOf(node.value)) name(html, own, `${id}-u-${own}`)
  const anchor = node.data?.id ?? (node.type === 'heading' ? id : undefined)
  if (anchor === undefined) return
  if (node.data?.label !== undefined) name(labels, node.data.label, anchor)
  if (node.type !== 'heading') return
  const slugger = sluggers.get(path) ?? new GithubSlugger()
  sluggers.set(path, slugger)
  const written = toString(node).slice(node.data?.joined ?? 0)
  name(slugs, slugger.slug(written), anchor)
  const words = /\p{L}.*/su.exec(written)?.[0]
  if (words !== undefined) name(bare, pandocSlug(words), anchor)
}

/** pandoc, `auto_identifiers`. */
function pandocSlug(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}\s_.-]/gu, '').trim().replace(/\s+/g, '-')
}

function namesOf(html: string): string[] {
  return [...html.matchAll(/<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)')/gi)].map(([, double, single]) => double ?? single ?? '')
}
