/** Short ASCII ids for headings and blocks: the PDF has a length limit on names, and EPUB files are flat ASCII. */
import type {Nodes, Root} from 'mdast'
import type {Chapter} from '../model/book.ts'

/** Blocks that may be the first on a printed page. */
const anchored = new Set(['paragraph', 'listItem', 'code', 'table', 'math', 'thematicBreak', 'block'])

/** Headings get `c1-h2`, blocks `c1-b7`. The chapter's own heading gets none: its section is `c1`. */
export function assignIds(chapter: Chapter): void {
  const opening = chapter.tree.children[0]
  let headings = 0
  let blocks = 0
  const walk = (node: Nodes | Root) => {
    if (node.type === 'heading') {
      if (node !== opening) node.data = {...node.data, id: `${chapter.id}-h${++headings}`}
    } else if (anchored.has(node.type) && node.data?.id === undefined && node.data?.hName !== 'p') {
      node.data = {...node.data, id: `${chapter.id}-b${++blocks}`}
    }
    if (node.type === 'root' || node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || (node.type === 'block' && node.data?.hName === 'aside')) {
      for (const child of node.children) walk(child)
    }
  }
  walk(chapter.tree)
}
