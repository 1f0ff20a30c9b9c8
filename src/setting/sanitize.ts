/** What an author may say in HTML. Everything else is dropped before our own nodes are added. */
import type {Element, ElementContent, Nodes, Root} from 'hast'
import {defaultSchema, sanitize, type Schema} from 'hast-util-sanitize'
import {finishMath, mathAttributes, mathNames} from './author-math.ts'
import {holderName} from './holders.ts'

/** GitHub's list has them for images with alternatives, whose addresses no rule of it looks at. An image of ours is one file. */
const dropped = new Set(['picture', 'source'])

/** `Https://`, as telephones write it: the list is of letters, not of schemes. */
function inCapitals(scheme: string): string[] {
  return [scheme, scheme.toUpperCase(), `${scheme[0]?.toUpperCase() ?? ''}${scheme.slice(1)}`]
}

const alignment: NonNullable<Schema['attributes']>[string] = [['align', 'left', 'center', 'right']]
const aligned = Object.fromEntries(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, alignment]))

const schema: Schema = {
  ...defaultSchema,
  strip: ['script', 'style', 'title', 'iframe', 'noembed', 'noframes', 'annotation', 'annotation-xml', 'mglyph', 'malignmark'], // what they hold is no text of the book
  tagNames: [...(defaultSchema.tagNames ?? []).filter((name) => !dropped.has(name)), holderName, 'figure', 'figcaption', 'ruby', 'rt', 'rp', 'mark', 'u', 'small', 'abbr', 'cite', 'time', 'wbr', 'bdi', 'bdo', ...mathNames],
  ancestors: {...defaultSchema.ancestors, ...Object.fromEntries(mathNames.filter((name) => name !== 'math').map((name) => [name, ['math']]))},
  attributes: {
    ...defaultSchema.attributes,
    ...mathAttributes,
    ...aligned,
    '*': ['dataAnchor', 'dir', 'lang', 'title', 'id'],
    [holderName]: ['dataHolder'],
    a: ['href', 'name', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel', 'ariaDescribedBy', ['className', 'data-footnote-backref']],
    code: [['className', /^language-/, 'math-inline', 'math-display']],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    td: ['align', 'colSpan', 'rowSpan'],
    ol: ['start', 'reversed', 'type', ['className', 'contains-task-list', 'parenthesis']],
    li: [...(defaultSchema.attributes?.li ?? []), 'value'],
    img: ['alt', 'width', 'height'],
    details: ['open'],
    time: ['dateTime'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    section: ['dataFootnotes', ['className', 'footnotes']],
  },
  protocols: {href: ['http', 'https', 'mailto', 'tel'].flatMap(inCapitals), cite: ['http', 'https'].flatMap(inCapitals)},
}

/** What a link may lead to. A book has no address of its own that a relative link could start from: structure has made
 * links to the book's own files `#id` before. */
const outward = /^(?:https?:\/\/|mailto:|tel:|#)/i

/** @param chapter Prefix of author's own ids, so that none can collide with ours. */
export function sanitizeAuthor(tree: Root, chapter: string): Root {
  const safe = sanitize(tree, {...schema, clobber: ['id', 'name'], clobberPrefix: `${chapter}-u-`}) as Root // a root in is a root out
  dropInwardLinks(safe)
  finishMath(safe)
  return safe
}

/** Elements inside one another, from which on only the words stay: browsers stop at 512, and EPUB sets each in some calls of its own. */
const deepest = 256

/** A plain recursion: a general visitor took 2 % of a long build. */
function dropInwardLinks(node: Nodes, depth = 0): void {
  if (depth === deepest && node.type === 'element') node.children = leavesOf(node)
  if (node.type === 'element') {
    for (const name of ['href', 'cite']) {
      const value = node.properties[name]
      if (typeof value === 'string' && !outward.test(value)) delete node.properties[name]
    }
  }
  if ('children' in node) for (const child of node.children) dropInwardLinks(child, depth + 1)
}

/** Without recursion: there may be thousands of levels. */
function leavesOf({children}: Element): ElementContent[] {
  const leaves: ElementContent[] = []
  const stack = children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element' || node.children.length === 0) leaves.push(node)
    else for (const child of node.children.toReversed()) stack.push(child)
  }
  return leaves
}

