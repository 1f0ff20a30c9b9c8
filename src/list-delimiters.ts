/** Step 1: a list whose numbers are written `1)` is told from one with `1.`: mdast keeps the number and not what stands behind it.
 *
 * The number of each item is kept, too: Markdown counts on from the first. All items of a list have the same delimiter; another one begins another list (CommonMark 0.31.2 §5.3). */
import type {Extension} from 'mdast-util-from-markdown'
import type {Processor} from 'unified'

export function remarkListDelimiters(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
}

const fromMarkdown: Extension = {
  exit: {
    listItemValue(token) {
      const item = this.stack.at(-1)
      if (item?.type === 'listItem') item.data = {...item.data, written: Number(this.sliceSerialize(token))}
    },
    listItemMarker(token) {
      const list = this.stack.at(-2)
      if (list?.type === 'list' && list.ordered && this.sliceSerialize(token) === ')') list.data = {...list.data, delimiter: ')'}
    },
  },
}
