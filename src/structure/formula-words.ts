/** A formula in TeX → a line of text: `E=mc^2` → `E = mc²`, `\frac{a}{b}` → `a/b`. What contents, running heads, outlines and
 * metadata print, which hold text only; the formula itself is set where it stands. */
import {accents, blackboard, bracketed, faces, fences, negated, shift, signs, silent, spaced} from './formula-signs.ts'

interface Reader {
  tokens: string[]
  at: number
  depth: number
  /** Within rows and cells. */
  rows?: boolean
}

/** Deeper than any formula in a heading. */
const deepest = 40
const longest = 1000

/** @returns What can't be read stays as it is written. */
export function formulaWords(tex: string): string {
  if (tex.length > longest) return tex
  const reader: Reader = {tokens: tex.match(/\\[A-Za-z]+\*?|\\.|[\s\S]/gu) ?? [], at: 0, depth: 0}
  const words = tidy(readUntil(reader))
  return words === '' ? tex.trim() : words
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/ (?=[_^])/g, '').replace(/,(?=[\p{L}(])/gu, ', ').replace(/([([{⟨⌊⌈]) /gu, '$1').replace(/ (?=[)\]},;⟩⌋⌉])/gu, '').trim()
}

/** A sum or an integral with its bounds. */
const afterLarge = /[∑∏∫∬∮⋃⋂](?:[_^](?:\([^()]*\)|\p{L}+|[^\s(])|[⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ⁻₀₁₂₃₄₅₆₇₈₉])*$/u
/** A letter behind it would be taken for part of it: `x_i y`, `lim_(n→∞) a`. */
const afterScript = /(?:[_^]\p{L}+|\p{L}{2}\s?[_^]\([^()]*\))$/u

/** @param close The token that ends the group. */
function readUntil(reader: Reader, close?: string): string {
  let text = ''
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at] ?? ''
    if (token === close) {
      reader.at += 1
      break
    }
    const end = text.slice(-60)
    if (afterLarge.test(end) && !/^[\s^_]$|^\\(?:no)?limits$/.test(token)) text += ' '
    else if (afterScript.test(end) && /^(?:\p{L}|\\[A-Za-z].*)$/u.test(token)) text += ' '
    text += readOne(reader, text)
  }
  return text
}

function readOne(reader: Reader, before = ''): string {
  const token = reader.tokens[reader.at] ?? ''
  reader.at += 1
  if (token === '{') return group(reader)
  if (token === '}') return ''
  if (token === '&') return reader.rows ? ', ' : ' '
  if (token === '^' || token === '_') return script(reader, token)
  if (token === "'") return '′'
  if (token === '~' || /^\s$/.test(token)) return /[A-Za-z\d\p{Script=Han}]$/u.test(before) && token === '~' ? ' ' : ''
  if (/^[=<>+*]$/.test(token) || token === '-') return operator(token, before)
  return token.startsWith('\\') ? command(token.slice(1), reader) : token
}

/** A sign in front of a number touches it. */
function operator(token: string, before: string): string {
  const sign = token === '-' ? '−' : token === '*' ? '∗' : token
  return /[-+]/.test(token) && /(?:^|[=<>(,[{×·+−≤≥≈∈→]\s*)$/u.test(before) ? sign : ` ${sign} `
}

function group(reader: Reader): string {
  if (reader.depth >= deepest) return ''
  reader.depth += 1
  const text = readUntil(reader, '}')
  reader.depth -= 1
  return text
}

function argument(reader: Reader): string {
  while (/^\s$/.test(reader.tokens[reader.at] ?? '')) reader.at += 1
  if (reader.depth >= deepest || reader.at >= reader.tokens.length) return ''
  reader.depth += 1
  const text = tidy(readOne(reader))
  reader.depth -= 1
  return text
}

/** Words as they stand: spaces in them count. */
function wordsOf(reader: Reader): string {
  if (reader.tokens[reader.at] !== '{') return argument(reader)
  const close = reader.tokens.indexOf('}', reader.at)
  const text = reader.tokens.slice(reader.at + 1, close < 0 ? undefined : close).join('')
  reader.at = close < 0 ? reader.tokens.length : close + 1
  return text.replace(/\\(.)/g, '$1')
}

function script(reader: Reader, mark: '^' | '_'): string {
  const text = argument(reader)
  if (/^[′∘°]+$/u.test(text)) return text === '∘' ? '°' : text
  return shift(text, mark) ?? `${mark}${bracketed(text.replace(/\s/g, ''))}`
}

function command(name: string, reader: Reader): string {
  if (/^(?:text(?:rm|bf|it|sf|tt)?|mbox|hbox)$/.test(name)) return wordsOf(reader)
  if (name === 'mathbb') return blackboard(argument(reader))
  if (faces.test(name)) return argument(reader)
  if (/^operatorname\*?$/.test(name)) return ` ${argument(reader)} `
  if (/^[dt]?frac$/.test(name)) return `${bracketed(argument(reader))}/${bracketed(argument(reader))}`
  if (name === 'sqrt') return root(reader)
  const accent = accents.get(name)
  if (accent !== undefined) return argument(reader).replace(name === 'overline' ? /\p{L}/gu : /^./u, `$&${accent}`)
  if (/^[,:;> ]$|^q?quad$/.test(name)) return ' '
  if (silent.test(name)) {
    if (reader.tokens[reader.at] === '.' && /^(?:left|right)$/.test(name)) reader.at += 1
    return ''
  }
  if (name === 'begin') return environment(reader)
  if (name === 'end') return wordsOf(reader) && ''
  if (name === '\\') return reader.rows ? '; ' : ' '
  const made = withArguments(name, reader)
  if (made !== undefined) return made
  const between = spaced.get(name)
  if (between !== undefined) return ` ${between} `
  return signs.get(name) ?? (/^[A-Za-z]/.test(name) ? ` ${name.replace('*', '')} ` : name)
}

/** Commands that take something, and are not shown as it stands. */
function withArguments(name: string, reader: Reader): string | undefined {
  if (/^[dt]?binom$/.test(name)) return `C(${argument(reader)}, ${argument(reader)})`
  if (/^x(?:right|left)arrow$/.test(name)) {
    if (reader.tokens[reader.at] === '[') readUntil(reader, ']')
    argument(reader)
    return name === 'xrightarrow' ? ' → ' : ' ← '
  }
  if (/^(?:overset|stackrel)$/.test(name)) return argument(reader) && ` ${argument(reader)} `
  if (name === 'underset') {
    const below = argument(reader)
    return ` ${argument(reader)}${shift(below, '_') ?? `_${bracketed(below.replace(/\s/g, ''))}`} `
  }
  if (name === 'textcolor') return wordsOf(reader) && argument(reader)
  if (/^(?:color|label|[hv]space\*?|[hv]?phantom)$/.test(name)) return wordsOf(reader) && ''
  if (/^tag\*?$/.test(name)) return ` (${wordsOf(reader)})`
  if (/^p?mod$/.test(name)) return name === 'pmod' ? ` (mod ${argument(reader)})` : ` mod ${argument(reader)}`
  if (name === 'bmod') return ' mod '
  if (name === 'not') return negated(argument(reader))
  return name === 'ce' ? wordsOf(reader).replace(/(?<=[\p{L})])\d+/gu, (count) => shift(count, '_') ?? count).replace(/\s*<?->\s*/g, ' → ') : undefined
}

/** `\begin{pmatrix} a & b \\ c & d \end{pmatrix}` → `(a, b; c, d)` */
function environment(reader: Reader): string {
  const name = wordsOf(reader).replace('*', '')
  if (name === 'array') argument(reader)
  if (reader.depth >= deepest) return ''
  const inner: Reader = {...reader, depth: reader.depth + 1, rows: name === 'array' || name === 'cases' || name.endsWith('matrix')}
  const cells = tidy(readUntil(inner, '\\end')).replace(/[;,\s]+$/u, '')
  reader.at = inner.at
  wordsOf(reader)
  const [open, close] = fences[name] ?? ['', '']
  return `${open}${cells}${close}`
}

function root(reader: Reader): string {
  let degree = ''
  if (reader.tokens[reader.at] === '[') {
    reader.at += 1
    degree = tidy(readUntil(reader, ']'))
  }
  return `${degree === '' ? '' : (shift(degree, '^') ?? degree)}√${bracketed(argument(reader))}`
}
