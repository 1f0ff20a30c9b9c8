import type {Rule} from './rule.ts'

export const epubRules = {
  'link-dangling': {
    severity: 'error',
    summary: {en: 'A link inside the book leads nowhere', zh: '书内链接没有去处'},
    reason: {en: 'Unexpected link to {target} in “{chapter}”, expected an anchor of the book', zh: '“{chapter}”中的链接 {target} 没有去处，应指向书内的锚点'},
    note: {en: 'Correct the link, or add what it points to.', zh: '请改正链接，或补上它所指的内容。'},
  },
  'chapter-large': {
    severity: 'info',
    summary: {en: 'A chapter is too large for older e-readers', zh: '一章过大，旧阅读器翻页迟缓'},
    reason: {en: 'Unexpected {size} kB of “{chapter}” in the EPUB, expected at most {allowed} kB', zh: '“{chapter}”在 EPUB 中达 {size} kB，应不超过 {allowed} kB'},
    note: {en: 'Divide the chapter in two where its sense allows. Each chapter is one file, which readers of Adobe’s engine open slowly, and old ones not at all, beyond this size.', zh: '请在文意允许处将该章分为两章。每章是一个文件，超过此限时，以 Adobe 引擎为本的阅读器打开迟缓，旧机甚至打不开。'},
  },
  'image-unreadable': {
    severity: 'warning',
    summary: {en: 'An image cannot be read', zh: '图片无法读取'},
    reason: {en: 'Unexpected content of {image}, expected a picture that can be decoded', zh: '{image} 无法解码，应为完好的图片'},
    note: {en: 'Save the picture anew as PNG, JPEG or SVG. Its alternative text stands in its place.', zh: '请另存为 PNG、JPEG 或 SVG。此处暂以替代文本代之。'},
  },
  'image-parts-outside': {
    severity: 'warning',
    summary: {en: 'A drawing shows pictures from other files', zh: '图形引用了其他文件中的图片'},
    reason: {en: 'Unexpected pictures from elsewhere in {image} ({count} in all), expected a drawing that holds all that it shows', zh: '{image} 引用了外部图片（共 {count} 处），图形应自含全部内容'},
    note: {en: 'They are left out, since an image of a book is one file. Embed them in the drawing (as `data:` addresses; most programs call it “embed images”).', zh: '书中的图片须自成一个文件，故外部图片未印出。请在绘图程序中选择“嵌入图片”后另存。'},
  },
} satisfies Record<string, Rule>
