/** Obsidian's links: `[[Note]]`, `[[Note#Heading|words]]` → links where the book has such a text, `![[image.png]]` → images. Words behind a
 * bar are those of a link that leads nowhere where it has none; all else that stands in two brackets is left, and told: `[[nodiscard]]` is
 * no link. */
import {slug} from 'github-slugger'
import type {Image, Link, Nodes, PhrasingContent, Text} from 'mdast'
import type {Book, ParsedText} from '../model/book.ts'
import {partText} from './text-parts.ts'
import {replaceChildren} from './walk.ts'

/** As `manuscript/` looks for images. */
const marker = /(?<![\p{Script=Latin}\p{N}_)\]])(!?)\[\[(?![\s\d,，、;；–-]{1,200}(?:\]|\|\s*\d))(?=[^\s[\]|])([^[\]|\n]{1,200}?)(?:\\?\|([^[\]|\n]{1,200}))?\]\]/gu
const picture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i

/** Before images are looked at, and before marks of other programs are told. */
export function readWikiLinks({texts}: Pick<Book, 'texts'>): void {
  const paths = texts.map(({path}) => path)
  for (const text of texts) {
    if (!text.text.includes('[[')) continue
    replaceChildren(text.tree, (node) => (node.type === 'text' && node.value.includes('[[') ? partsOf(node, text, paths) : undefined))
  }
}

function partsOf(node: Text, {text, path}: ParsedText, paths: string[]): Nodes[] | undefined {
  return partText(node, text, marker, ([, embeds = '', target = '', words]) => (embeds ? imageOf(target.trim(), words) : linkOf(target.trim(), words, path, paths)))
}

/** Behind the bar stand its words, or its width. */
function imageOf(url: string, words = ''): Image | undefined {
  if (!picture.test(url)) return undefined
  const [size, width, height] = /^(\d{1,4})(?:x(\d{1,4}))?$/.exec(words.trim()) ?? []
  if (size === undefined) return {type: 'image', url, alt: /^[\dx]+$/.test(words.trim()) ? '' : words.trim()}
  return {type: 'image', url, alt: '', data: {size: {width: Number(width), ...(height === undefined ? {} : {height: Number(height)})}}}
}

function linkOf(target: string, words: string | undefined, from: string, paths: string[]): Link | undefined {
  const [note = '', heading] = target.split('#', 2)
  const path = note === '' ? undefined : pathOf(note, paths)
  const shown: PhrasingContent[] = [{type: 'text', value: (words ?? (note ? note.replace(/^.*\//, '') : (heading ?? ''))).trim()}]
  const fragment = heading && !heading.startsWith('^') ? `#${slug(heading)}` : ''
  if (path !== undefined) return {type: 'link', url: encodeURI('../'.repeat(from.split('/').length - 1) + path) + fragment, children: shown}
  if (note === '' && fragment) return {type: 'link', url: fragment, children: shown}
  return words === undefined || note === '' ? undefined : {type: 'link', url: encodeURI(`${note}.md`), children: shown} // told as any link that leads nowhere
}

/** A note is named by its file, with folders or without. */
function pathOf(note: string, paths: string[]): string | undefined {
  const name = /\.md$/i.test(note) ? note : `${note}.md`
  const found = paths.filter((path) => path === name || path.endsWith(`/${name}`))
  return found.length === 1 ? found[0] : found.find((path) => path === name)
}
