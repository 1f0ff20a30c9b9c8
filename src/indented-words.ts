/** Step 1: words that spaces indent are words. In Chinese typescripts four of them open a paragraph, and many push a signature to the
 * right; CommonMark reads both as code (0.31.2 §4.4), which is set in type of its own and breaks no line.
 *
 * Only where a whole block is certain: each line is Chinese and holds no sign of code, and some line is a paragraph's, or all stand
 * far to the right. What a paragraph announces (`输出如下：`) may be meant as code. `repair/` tells them, and sets what stands far right. */
import type {Extension as FromMarkdown} from 'mdast-util-from-markdown'
import {content} from 'micromark-core-commonmark'
import type {Code, Construct, Effects, Extension, ParseContext, State, TokenizeContext} from 'micromark-util-types'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    indentedLine: 'indentedLine'
    indentedWords: 'indentedWords'
  }
}

const [space, tab, virtual] = [32, -2, -1]
/** Columns that make code. */
const indent = 4
/** Lines of a block that are looked at. */
const most = 2000
/** UTF-16 units of a line that is kept. */
const longest = 400

/** For texts only. */
export function remarkIndentedWords(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
}

const fromMarkdown: FromMarkdown = {
  exit: {
    indentedWords() {
      const parent = this.stack.at(-1)
      const node = parent && 'children' in parent ? parent.children.at(-1) : undefined
      if (node?.type === 'paragraph') node.data = {...node.data, indented: true}
    },
  },
}

/** What was found of a block stands for all of its paragraphs: it is looked through once. */
const verdicts = new WeakMap<ParseContext, {line: number; words: boolean}>()

const words: Construct = {name: 'indentedWords', tokenize: tokenizeWords}
const syntax: Extension = {flowInitial: {[space]: words, [tab]: words}}

function tokenizeWords(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const {line, column} = this.now()
  const known = verdicts.get(this.parser)
  const read = (code: Code) => {
    if (column !== 1) return nok(code)
    if (known && line <= known.line) return known.words ? open(code) : nok(code)
    const announced = /[:：][*_\s]*$/u.test(lastWords(this))
    const judge = (lines: string[], end: number) => {
      const found = !announced && areWords(lines)
      verdicts.set(this.parser, {line: end, words: found})
      return found
    }
    return effects.check(blockAhead(judge), open, nok)(code)
  }
  const open = (code: Code) => {
    effects.enter('indentedWords')
    effects.enter('linePrefix')
    return prefix(code)
  }
  const prefix: State = (code) => {
    if (code === space || code === tab || code === virtual) {
      effects.consume(code)
      return prefix
    }
    effects.exit('linePrefix')
    return effects.attempt(content, (next) => {
      effects.exit('indentedWords')
      return ok(next)
    }, nok)(code)
  }
  return read
}

/** Of what stands before the block. */
function lastWords({events, sliceSerialize}: TokenizeContext): string {
  for (let index = events.length - 1; index >= 0; index--) {
    const [edge, token] = events[index] ?? []
    if (edge !== 'exit' || !token || token.type === 'lineEndingBlank' || token.type === 'lineEnding' || token.type === 'linePrefix') continue
    return sliceSerialize(token).slice(-8)
  }
  return ''
}

/** Looks at all lines that are indented or blank, and takes none. */
function blockAhead(judge: (lines: string[], end: number) => boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const lines: string[] = []
      let line = ''
      let last = this.now().line
      const end: State = (code) => (judge(lines, last) ? ok(code) : nok(code))
      let entered = false
      const begin: State = (code) => {
        if (!isEnd(code)) effects.enter('indentedLine')
        entered = !isEnd(code)
        return within(code)
      }
      const within: State = (code) => {
        if (code === null || isEnd(code)) {
          if (entered) effects.exit('indentedLine')
          if (line.trim() !== '' && columnsOf(line) < indent) return end(code)
          last = this.now().line
          if (line.trim() !== '') lines.push(line)
          line = ''
          if (code === null || lines.length > most) return end(code)
          effects.enter('lineEnding')
          effects.consume(code)
          effects.exit('lineEnding')
          return begin
        }
        if (line.length < longest) line += code < 0 ? (code === tab ? '\t' : '') : String.fromCharCode(code)
        effects.consume(code)
        return within
      }
      return begin
    },
  }
}

function isEnd(code: Code): boolean {
  return code === null || code < -2
}

function columnsOf(line: string): number {
  let columns = 0
  for (const character of /^[ \t]*/.exec(line)?.[0] ?? '') columns += character === '\t' ? indent - (columns % indent) : 1
  return columns
}

/** Columns of a line that is pushed to the right. */
const far = 16
/** UTF-16 units of such a line, and Han of a line that is a paragraph. */
const [short, long] = [40, 20]
const code = /^(?:[#;%@$&{}<>|+*~^]|\/[/*]|-{1,3}(?:\s|>|-)|\.{2})|[\u2500-\u257F\u2190-\u21FF]|[{};\\]$|[-=]>|::|\(\)|:\/\/|[^\s=<>]\s?={1,3}\s?[^\s=]/u
const sentence = /[。！？；…：][”’」』）]?$/u

/** @param lines Not blank. */
function areWords(lines: string[]): boolean {
  if (lines.length === 0 || lines.length > most) return false
  const written = lines.map((line) => line.trim())
  if (written.some((line) => code.test(line) || !isChinese(line))) return false
  if (lines.every((line, index) => columnsOf(line) >= far && (written[index]?.length ?? 0) <= short)) return true
  return lines.every((line, index) => columnsOf(line) < far || (written[index]?.length ?? 0) <= short) && written.some((line) => sentence.test(line) && countHan(line) >= long)
}

function countHan(line: string): number {
  return line.match(/\p{Script=Han}/gu)?.length ?? 0
}

/** Half of what is printed but figures. */
function isChinese(line: string): boolean {
  const printed = line.replace(/[\s\d]/gu, '').length
  const chinese = line.match(/[\p{Script=Han}\u2014\u2018-\u201D\u2026\u3001-\u301F\uFF01-\uFF60]/gu)?.length ?? 0
  return countHan(line) > 0 && 2 * chinese >= printed
}
