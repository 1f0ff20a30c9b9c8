/** Inputs that make parsers slow: the list of the corpus beside the project, built from its few parameters. */
import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'

type Part = {rep: string; k?: number} | {lit: string} | {stair: string; pre?: string; post?: string} | {tpl: string; from: number}
interface Case {id: string; n: number; parts: Part[]}

const file = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpus', 'pathological', 'cases.json')

/** @param scale Share of the size that the corpus asks for. */
export function pathologicalCases(scale = 1): {id: string; text: string}[] {
  if (!existsSync(file)) return []
  const {cases} = JSON.parse(readFileSync(file, 'utf8')) as {cases: Case[]}
  return cases.map(({id, n, parts}) => ({id, text: parts.map((part) => print(part, Math.max(1, Math.round(n * scale)))).join('')}))
}

/** Each case as large as it may be within a number of bytes. */
export function pathologicalWithin(bytes: number): {id: string; text: string}[] {
  const sized = new Map<string, string>()
  for (let scale = 1; scale > 1e-5; scale /= 1.2) {
    const open = pathologicalCases(scale).filter(({id}) => !sized.has(id))
    if (open.length === 0) break
    for (const {id, text} of open) if (Buffer.byteLength(text) <= bytes) sized.set(id, text)
  }
  return [...sized].map(([id, text]) => ({id, text}))
}

function print(part: Part, n: number): string {
  if ('rep' in part) return part.rep.repeat(Math.round((part.k ?? 1) * n))
  if ('lit' in part) return part.lit
  if ('stair' in part) return Array.from({length: n}, (_, i) => `${part.pre ?? ''}${part.stair.repeat(i)}${part.post ?? ''}`).join('')
  return Array.from({length: Math.max(0, n - part.from + 1)}, (_, i) => part.tpl.replaceAll('{i}', String(i + part.from))).join('')
}
