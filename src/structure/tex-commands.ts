/** Commands of LaTeX among the words (`\cite{key}`, `\textbf{…}`, `\frac{1}{2}`): Markdown prints them as they stand. They are told, once for
 * all; nothing is read, since what they mean lies in files that a book does not have.
 *
 * Only names that LaTeX knows, with their brace, or a few that open a line: C:\text\new is a path, and \d{3} an expression. */
import type {Text} from 'mdast'
import type {InlineMath} from 'mdast-util-math'
import {message} from '../diagnostics/index.ts'
import {alignWords, placeOfWords} from '../diagnostics/word-places.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {walk} from './walk.ts'

const calls = 'cite(?:p|t|alp|alt|author|year|yearpar)?|(?:paren|text|auto|foot|super|no)cite|(?:eq|page|auto|name|[cC])?ref|label|footnote(?:mark|text)?|bibitem|bibliography(?:style)?'
const words = 'text(?:bf|it|tt|sc|sf|rm|sl|color|superscript|subscript)|emph|underline|href|url|caption|includegraphics'
const blocks = '(?:sub){0,2}section|chapter|part|(?:sub)?paragraph|begin|documentclass|usepackage|input|[hv]space'
/** Of formulas; not behind a letter, where a path may go on. */
const formulas = '(?<![A-Za-z]\\\\)(?:[dt]?frac|sqrt|text|math(?:bb|bf|cal|it|rm|sf)|boldsymbol|operatorname|overline|vec|hat)'

const command = new RegExp(String.raw`\\(?:(?:${calls}|${words}|${blocks}|${formulas})\*?(?:\[[^\]\n]{0,100}\]){0,2}(?=\{)|(?<=(?:^|\n)[ \t]{0,8}\\)(?:item|maketitle|tableofcontents|noindent|centering)(?=[ \t\n]|$))`, 'gu')
/** A path of Windows up to here. */
const path = /(?:(?<!\p{L})[A-Za-z]:|\\\\|(?<=^|[\s、，（(“"])\.{1,2}(?:\\|$))[^\s"”）)、，；。]*$/u
/** UTF-16 units before a command that may be such a path. */
const longestPath = 200

/** UTF-16 units. */
const longestReference = 120

/** Further places that one message lists. */
const most = 20
/** Names that it tells. */
const mostNames = 5

/** Of the text as it was written. @param named Formulas that references lead to. */
export function reportTexCommands({texts, messages}: Pick<Book, 'texts' | 'messages'>, named: Set<string>): void {
  const places: Place[] = []
  const names = new Set<string>()
  let count = 0
  for (const text of texts) {
    if (!text.text.includes('\\')) continue
    walk(text.tree, (node) => {
      if ((node.type !== 'text' && node.type !== 'inlineMath') || !node.value.includes('\\')) return
      const told = node.type === 'text' ? commandsIn(node, text, named) : referenceIn(node, text, named)
      for (const {name, place} of told) {
        count += 1
        names.add(`\`${name}\``)
        if (places.length <= most) places.push(place)
      }
    })
  }
  const [first, ...related] = places
  if (first) messages.push(message('tex-in-text', first, {commands: [...names].slice(0, mostNames).join(' ') + (names.size > mostNames ? ' …' : ''), count}, {related}))
}

/** A formula that is a reference to none prints nothing. */
function referenceIn({value, position}: InlineMath, {path: file}: ParsedText, named: Set<string>): Told[] {
  const [, name = '', target = ''] = /^\s*(\\(?:eq)?ref)\{([^{}]*)\}\s*$/.exec(value) ?? []
  return name === '' || named.has(target.trim()) || !position ? [] : [{name, place: {path: file, line: position.start.line, column: position.start.column}}]
}

interface Told {name: string; place: Place}

function commandsIn(node: Text, {path: file, text}: ParsedText, named: Set<string>): Told[] {
  const refers = (index: number) => named.has(/^\\(?:eqref|ref|autoref|[cC]ref)\{([^{}\n]*)\}/.exec(node.value.slice(index, index + longestReference))?.[1]?.trim() ?? '')
  const found = [...node.value.matchAll(command)].filter(({index}) => !refers(index) && !path.test(node.value.slice(Math.max(0, index - longestPath), index)))
  const aligned = found.length > 0 ? alignWords(node, text) : undefined
  if (!aligned) return []
  return found.flatMap(({0: whole, index}) => {
    const {start, exact} = placeOfWords(aligned, index, index + whole.length)
    return exact ? [{name: whole.replace(/[*[].*$/su, ''), place: {path: file, line: start.line, column: start.column}}] : [] // escaped: it is meant to be seen
  })
}
