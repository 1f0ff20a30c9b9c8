/** A label that stands alone above its heading: `附件1`, below it `## 检查表`, as official papers and tenders have it → one heading. */
import type {Heading, Paragraph, RootContent} from 'mdast'
import type {ParsedText} from '../model/book.ts'
import {hasLabel, roleOf} from './roles.ts'
import {plainText} from './plain-text.ts'

const label = /^(?:附件|附[录錄])\s?(?:[\dA-Z]{1,2}|[一二三四五六七八九十]{1,3})[:：]?$|^(?:Appendix|Annex) (?:[A-Z]|\d{1,2})[.:]?$/u

/** Before headings are counted. */
export function joinLabels({tree}: ParsedText): void {
  if (!tree.children.some((node, index) => isLabel(node) && isUnlabelled(tree.children[index + 1]))) return
  const result: RootContent[] = []
  for (const node of tree.children) {
    const before = result.at(-1)
    if (isUnlabelled(node) && before && isLabel(before)) {
      result.pop()
      const [words] = before.children
      const value = words?.type === 'text' ? `${words.value.trim().replace(/[:：.]$/u, '')}\u3000` : ''
      if (words?.type === 'text') node.children = [{...words, value}, ...node.children]
      node.data = {...node.data, joined: value.length}
      if (node.position && before.position) node.position = {start: before.position.start, end: node.position.end}
    }
    result.push(node)
  }
  tree.children = result
}

function isLabel(node: RootContent): node is Paragraph {
  const [only, ...others] = node.type === 'paragraph' ? node.children : []
  return only?.type === 'text' && others.length === 0 && label.test(only.value.trim())
}

function isUnlabelled(node: RootContent | undefined): node is Heading {
  return node?.type === 'heading' && node.children.length > 0 && !hasLabel(plainText(node)) && roleOf(plainText(node)).role === 'chapter'
}
