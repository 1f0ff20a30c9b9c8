import type {Rule} from './rule.ts'

export const epubRules = {
  'link-dangling': {
    severity: 'error',
    summary: {en: 'A link inside the book leads nowhere', zh: '书内链接没有去处'},
    reason: {en: 'Unexpected link to {target} in “{chapter}”, expected an anchor of the book', zh: '“{chapter}”中的链接 {target} 没有去处，应指向书内的锚点'},
    note: {en: 'Correct the link, or add what it points to.', zh: '请改正链接，或补上它所指的内容。'},
  },
  'image-unreadable': {
    severity: 'warning',
    summary: {en: 'An image cannot be read', zh: '图片无法读取'},
    reason: {en: 'Unexpected content of {image}, expected a picture that can be decoded', zh: '{image} 无法解码，应为完好的图片'},
    note: {en: 'Save the picture anew as PNG, JPEG or SVG. Its alternative text stands in its place.', zh: '请另存为 PNG、JPEG 或 SVG。此处暂以替代文本代之。'},
  },
} satisfies Record<string, Rule>
