/** Step 1: lines that fence a container, and MkDocs's blocks.
 *
 * `::: tip 标题`, `:::note[Title]`, `::: {.callout-note title="…"}` and the bare `:::` that closes it each become a `containerFence`, which
 * `structure/` joins: what stands between is then parsed as if no fence stood there, in one walk, however they are nested. A block
 * `!!! note "Title"`, or a tab `=== "Title"`, holds the lines below it that are indented by four spaces, as a footnote does. Notion's
 * callout, `<aside>` on a line and Markdown right below it, is fenced by these lines; CommonMark would print all of it as it is written. */
import type {Extension as FromMarkdownExtension} from 'mdast-util-from-markdown'
import type {} from 'remark-parse'
import {asideFence, asideMarks} from './aside-syntax.ts'
import {blankLine} from 'micromark-core-commonmark'
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import type {Processor} from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    admonition: 'admonition'
    admonitionFence: 'admonitionFence'
    admonitionIndent: 'admonitionIndent'
    containerFence: 'containerFence'
    containerTitle: 'containerTitle'
    containerRest: 'containerRest'
  }
}

const [bang, colon, less, equals, question] = [33, 58, 60, 61, 63]
/** What indents the lines of a block `!!!`. */
const indent = 4

/** UTF-16 units of a line that are looked at. */
const longest = 400

/** Pandoc writes colons behind the name, too. */
const colons = String.raw`(?:[ \t]+:{3,})?[ \t]*$`
const name = String.raw`\p{L}[\p{L}\p{N}_-]{0,40}`
const fences: readonly RegExp[] = [
  /^(?<colons>:{3,})[ \t]*$/d,
  new RegExp(String.raw`^(?<colons>:{3,})[ \t]*(?<name>${name})?[ \t]*\{[^{}]*\btitle="(?<title>[^"{}]*)"[^{}]*\}${colons}`, 'du'),
  new RegExp(String.raw`^(?<colons>:{3,})[ \t]*\{(?<braces>[^{}]+)\}(?:[ \t]+(?<title>[^\s:{].*?))??${colons}`, 'd'),
  new RegExp(String.raw`^(?<colons>:{3,})[ \t]*(?<name>${name})(?:\[(?<title>.*)\])?[ \t]*\{[^{}]*\}${colons}`, 'du'),
  new RegExp(String.raw`^(?<colons>:{3,})[ \t]*(?<name>${name})\[(?<title>.*)\]${colons}`, 'du'),
  new RegExp(String.raw`^(?<colons>:{3,})[ \t]*(?<name>${name})(?:[ \t]+(?<title>\S.*?))??${colons}`, 'du'),
]
const block = /^(?:!!!|\?\?\?\+?)[ \t]+(?<name>[A-Za-z][\w-]{0,40})(?:[ \t]+(?:inline|end|annotate)){0,3}(?:[ \t]+(?:[A-Za-z][\w-]*[ \t]+)?"(?<title>.*)")?[ \t]*$/d
/** A tab, whose name stands above its contents in print. */
const tab = /^===[!+]?[ \t]+["“](?<title>[^"”]{1,100})["”][ \t]*$/d
const titleAmongBraces = /\btitle="([^"{}]*)"/

const fence: Construct = {name: 'containerFence', tokenize: tokenizeFence}
const admonition: Construct = {name: 'admonition', tokenize: tokenizeBlock, continuation: {tokenize: continueBlock}, exit: leaveBlock}

const syntax: Extension = {flow: {[colon]: fence, [less]: asideFence}, document: {[bang]: admonition, [equals]: admonition, [question]: admonition}}

const fromMarkdown: FromMarkdownExtension = {
  enter: {
    containerFence(token) {
      const value = this.sliceSerialize(token)
      this.enter({type: 'containerFence', value, ...readFence(value), children: []}, token)
    },
    containerTitle(token) {
      this.enter({type: 'paragraph', data: {calloutTitle: true}, children: []}, token)
    },
    admonition(token) {
      this.enter({type: 'admonition', value: '', name: '', children: []}, token)
    },
    admonitionFence(token) {
      const node = this.stack.at(-1)
      if (node?.type !== 'admonition') return
      node.value = this.sliceSerialize(token)
      node.name = block.exec(node.value)?.groups?.name ?? 'tab'
    },
  },
  exit: {
    containerFence(token) {
      this.exit(token)
    },
    containerTitle(token) {
      this.exit(token)
    },
    admonition(token) {
      this.exit(token)
    },
  },
}

/** For texts only. */
export function remarkContainers(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
}

interface Fence {
  colons: number
  /** Name, classes and pairs; undefined where the line closes. */
  name?: string
}

function readFence(line: string): Fence {
  if (line.startsWith('<')) return {colons: asideMarks, ...(line.startsWith('</') ? {} : {name: 'aside'})}
  const found = matchFence(line)?.groups ?? {}
  const braces = found.braces ?? /\{([^{}]*)\}/.exec(line)?.[1]?.replace(titleAmongBraces, '')
  const name = found.name ?? braces
  return {colons: found.colons?.length ?? 0, ...(name === undefined ? {} : {name})}
}

function matchFence(line: string): RegExpExecArray | undefined {
  for (const pattern of fences) {
    const found = pattern.exec(line)
    if (found) return found
  }
  return undefined
}

function tokenizeFence(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return readLine(effects, (line) => {
    const found = matchFence(line)
    return found && ((start) => {
      effects.enter('containerFence')
      return consumeLine(effects, line, found.indices?.groups?.title, leave(effects, 'containerFence', ok))(start)
    })
  }, nok)
}

function tokenizeBlock(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return readLine(effects, (line) => {
    const found = block.exec(line) ?? tab.exec(line)
    return found && ((start) => {
      effects.enter('admonition')._container = true
      effects.enter('admonitionFence')
      return consumeLine(effects, line, found.indices?.groups?.title, leave(effects, 'admonitionFence', ok))(start)
    })
  }, nok)
}

function leave(effects: Effects, type: 'containerFence' | 'admonitionFence', then: State): State {
  return (code) => {
    effects.exit(type)
    return then(code)
  }
}

/** Look at a whole line before any of it is taken. */
function readLine(effects: Effects, take: (line: string) => State | null | undefined, nok: State): State {
  let line = ''
  let taken: State | null | undefined
  const ahead: Construct = {
    partial: true,
    tokenize(within, found, failed) {
      const state: State = (code) => {
        if (isEnd(code) || line.length > longest) {
          within.exit('containerRest')
          taken = line.length > longest ? undefined : take(line)
          return taken ? found(code) : failed(code)
        }
        line += code === null || code < 0 ? (code === -2 ? '\t' : ' ') : String.fromCharCode(code)
        within.consume(code)
        return state
      }
      return (code) => {
        within.enter('containerRest')
        return state(code)
      }
    },
  }
  return effects.check(ahead, (code) => taken?.(code), nok)
}

const isEnd = (code: Code) => code === null || code < -2

/** @param title Where the words begin and end that are read as such. */
function consumeLine(effects: Effects, line: string, title: [number, number] | undefined, then: State): State {
  const [from, to] = title && title[1] > title[0] ? title : [line.length, line.length]
  let at = 0
  const enter = (code: Code): void => {
    if (isEnd(code)) return
    if (at === from) {
      effects.enter('containerTitle')
      effects.enter('chunkText', {contentType: 'text'})
    } else if (at === 0 || at === to) effects.enter('containerRest')
  }
  const state: State = (code) => {
    if (at > 0 && (at === from || isEnd(code) || at === to)) exit()
    if (isEnd(code)) return then(code)
    enter(code)
    return take(code)
  }
  const take: State = (code) => {
    effects.consume(code)
    at += 1
    return (next) => (at === from || at === to || isEnd(next) ? state(next) : take(next))
  }
  const exit = (): void => {
    if (at > from && at <= to) {
      effects.exit('chunkText')
      effects.exit('containerTitle')
    } else effects.exit('containerRest')
  }
  return state
}

function continueBlock(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return effects.check(blankLine, ok, effects.attempt({partial: true, tokenize: tokenizeIndent}, ok, nok))
}

function tokenizeIndent(effects: Effects, ok: State, nok: State): State {
  let size = 0
  const within: State = (code) => {
    if (size < indent && (code === -2 || code === -1 || code === 32)) {
      size += 1
      effects.consume(code)
      return within
    }
    effects.exit('admonitionIndent')
    return size === indent ? ok(code) : nok(code)
  }
  return (code) => {
    if (code !== -2 && code !== -1 && code !== 32) return nok(code)
    effects.enter('admonitionIndent')
    return within(code)
  }
}

function leaveBlock(effects: Effects): undefined {
  effects.exit('admonition')
}
