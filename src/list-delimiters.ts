/** Step 1: a list whose numbers are written `1)` is told from one with `1.`: mdast keeps the number and not what stands behind it.
 *
 * All items of a list have the same delimiter; another one begins another list (CommonMark 0.31.2 §5.3). */
import type {Extension} from 'mdast-util-from-markdown'
import type {Processor} from 'unified'

export function remarkListDelimiters(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
}

const fromMarkdown: Extension = {
  exit: {
    listItemMarker(token) {
      const list = this.stack.at(-2)
      if (list?.type === 'list' && list.ordered && this.sliceSerialize(token) === ')') list.data = {...list.data, delimiter: ')'}
    },
  },
}
