/** TeX of a formula → those of its lines that LaTeX numbers by itself: `equation`, `align`, `gather` and their kin, without a star.
 *
 * amsmath §3: each line has a number, but for one with `\tag`, `\notag` or `\nonumber`; `multline` has one, on its last line. */
const environments = /^(?:equation|align(?:at)?|gather|multline)$/

const token = /\\label\s*\{([^{}]{1,100})\}|\\(begin|end)\s*\{([^{}]{0,40})\}|\\(notag|nonumber|tag)(?![A-Za-z])|(\\\\|\\cr(?![A-Za-z]))|\\[\s\S]|%.*|([{}])|\s+|[^\\%{}\s]+/g

interface Environment {name: string; lines: Line[]; braces: number; inside: number}
interface Line {own: boolean; empty: boolean; labels: string[]}

/** @returns One for each line that a number can be set on: whether it has one. */
export function numberedLines(tex: string): boolean[] {
  return readLines(tex).map(({numbered}) => numbered)
}

/** @returns Lines that a number can be set on, with the names that `\label` gives them. */
export function readLines(tex: string): {numbered: boolean; labels: string[]}[] {
  if (!tex.includes('\\begin')) return []
  const found: {numbered: boolean; labels: string[]}[] = []
  let open: Environment | undefined
  for (const [whole, label, edge, name = '', mark, end, brace] of tex.matchAll(token)) {
    if (label !== undefined) open?.lines.at(-1)?.labels.push(label.trim())
    else if (!open) {
      if (edge === 'begin' && environments.test(name)) open = {name, lines: [{own: false, empty: true, labels: []}], braces: 0, inside: 0}
    } else if (edge === 'end' && open.inside === 0) {
      found.push(...linesOf(open))
      open = undefined
    } else readInside(open, {whole, edge, mark, end, brace})
  }
  return found
}

function readInside(open: Environment, {whole, edge, mark, end, brace}: {whole: string; edge: string | undefined; mark: string | undefined; end: string | undefined; brace: string | undefined}): void {
  const line = open.lines.at(-1)
  if (edge) open.inside += edge === 'begin' ? 1 : -1
  if (brace) open.braces += brace === '{' ? 1 : -1
  if (end && open.inside === 0 && open.braces === 0 && open.name !== 'equation') open.lines.push({own: false, empty: true, labels: []})
  else if (line && mark) line.own = true
  else if (line && !/^(?:\s|%)/.test(whole)) line.empty = false
}

function linesOf({name, lines}: Environment): {numbered: boolean; labels: string[]}[] {
  const shown = lines.filter(({empty, own}, index) => index === 0 || index < lines.length - 1 || !empty || own) // a break behind the last line makes none
  const free = shown.filter(({own}) => !own)
  if (name !== 'multline') return free.map(({labels}) => ({numbered: true, labels}))
  return free.map((_, index) => ({numbered: free.length === shown.length && index === free.length - 1, labels: shown.flatMap(({labels}) => labels)}))
}
