/** The author's CSS → CSS that can only dress: nothing is fetched, nothing runs, no comment or string can end the style element. */
import {message} from '../diagnostics/index.ts'
import type {Message} from '../model/message.ts'
import {refusedInPrint, unknownFonts} from './print-rules.ts'

/** @param print For the PDF, whose pages and fonts are its own.
 * @returns The style as it may be used; what was taken out is reported with its place. */
export async function cleanStyle(source: string, file: string, print = false): Promise<{css: string; messages: Message[]}> {
  const {generate, parse, walk} = await import('css-tree') // only for books with CSS of their own
  const messages: Message[] = []
  const refuse = (what: string, at: {start: {line: number; column: number}} | null | undefined, rule: 'style-refused' | 'style-page' | 'style-font' = 'style-refused') => {
    messages.push(message(rule, at ? {path: file, line: at.start.line, column: at.start.column} : {path: file}, {what}))
  }
  const tree = parse(source, {
    positions: true,
    filename: file,
    onParseError: (error) => messages.push(message('style-invalid', {path: file, line: (error as unknown as {line?: number}).line ?? 1, column: (error as unknown as {column?: number}).column ?? 1}, {detail: error.message})), // css-tree's SyntaxError has them, its types do not
  })
  walk(tree, function (node, item, list) {
    if (node.type === 'Atrule' && /^(?:import|namespace|charset|font-face)$/i.test(unescape(node.name))) {
      refuse(`@${node.name}`, node.loc)
      if (list) list.remove(item)
      return this.skip
    }
    if (node.type === 'Raw' || node.type === 'Declaration') {
      const text = unescape(generate(node))
      const fault = /url\(\s*["']?(?!#|["']?data:image\/(?:png|jpeg|gif|webp);)[^)]{0,40}|(?:image|image-set|src|expression)\(|(?:-moz-binding|behavior)\s*:|<\/?|javascript:/i.exec(text)?.[0]
      const page = print && node.type === 'Declaration' && refusedInPrint(node.property.toLowerCase(), generate(node.value), this.atrule?.name.toLowerCase())
      if (print && node.type === 'Declaration' && node.property.toLowerCase() === 'font-family') for (const name of unknownFonts(node.value)) refuse(name, node.loc, 'style-font')
      if (fault === undefined && !page) return
      if (fault !== undefined) refuse(fault, node.loc)
      else if (node.type === 'Declaration') refuse(node.property, node.loc, 'style-page')
      if (list) list.remove(item)
      return this.skip
    }
  })
  const css = generate(tree)
  return {css: /<\/|<!--/.test(css) ? '' : css, messages}
}

/** CSS Syntax 3 §4.3.7: `\75rl(` is `url(`. */
function unescape(text: string): string {
  return text.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => {
    const point = Number.parseInt(code, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD'
  }).replace(/\\(.)/g, '$1')
}
