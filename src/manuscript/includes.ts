/** `{{#include file}}` (as mdBook writes it) and `{{< include file >}}` (as Quarto does), alone on a line → the text of that file.
 *
 * On text, before the parse: an included list goes on with the list around it, a listing stands in its fence, and
 * definitions serve both. What each line was is kept, so that messages name the file that holds it. */
import path from 'node:path'
import {message} from '../diagnostics/index.ts'
import {nearest} from '../diagnostics/nearest.ts'
import type {TextFile, TextOrigin} from '../model/book.ts'
import type {Place} from '../model/message.ts'
import {decodeText} from './decode.ts'
import type {Reading} from './files.ts'
import {partFrontMatter} from './front-matter.ts'

const directive = /^ {0,3}(\\?)(?:\{\{#include[ \t]+([^{}\n]{1,1000}?)[ \t]*\}\}|\{\{<[ \t]*include[ \t]+([^{}\n]{1,1000}?)[ \t]*>\}\})[ \t]*$/
const fence = /^[ \t>]*(`{3,}|~{3,})/
/** Looked for before a text is read in full. */
export const anyInclude = /\{\{(?:#|<[ \t]*)include[ \t]/

const hidden = /^(?:\.|node_modules$)/

/** What lists of a folder leave out: a checkout's own files hold secrets. @param name What was really read, behind any link. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => hidden.test(part))
}

/** Files within files: deeper is a mistake. */
const deepest = 8

/** Includes of one text: files that include each other may ask for any number. */
const most = 1_000

/** What is being assembled. */
interface Assembly {
  reading: Reading
  lines: string[]
  origins: TextOrigin[]
  /** UTF-16 units. */
  length: number
  full: boolean
  /** Files read. */
  count: number
  /** Lines that stay as they are, since nothing can be read of what they name. */
  missing: {written: string; place: Place}[]
  /** A circle has been told. */
  circular: boolean
}

export interface Expanded {
  file: TextFile
  /** Names of the files that stand in it. */
  included: string[]
}

/** A file that a text includes is no text of its own: it stands there. Of files that include each other, the first stays. */
export function withoutIncluded(files: Expanded[]): Expanded[] {
  const anywhere = new Set(files.flatMap(({included}) => included))
  const kept = files.filter(({file}) => !anywhere.has(file.path))
  for (const candidate of files) if (!kept.includes(candidate) && !kept.some(({included}) => included.includes(candidate.file.path))) kept.push(candidate)
  return files.filter((candidate) => kept.includes(candidate))
}

/** Reports what cannot be included. */
export async function expandIncludes(file: TextFile, reading: Reading): Promise<Expanded> {
  if (!anyInclude.test(file.text)) return {file, included: []}
  const assembly: Assembly = {reading, lines: [], origins: [], length: 0, full: false, count: 0, missing: [], circular: false}
  await append(file, [file.path], assembly)
  reportMissing(assembly)
  const included = [...new Set(assembly.origins.map(({path: name}) => name))].filter((name) => name !== file.path)
  return {file: {path: file.path, text: assembly.lines.join('\n'), origins: assembly.origins}, included}
}

async function append({path: name, text}: TextFile, within: string[], assembly: Assembly): Promise<void> {
  const {lines, origins} = assembly
  let open = '' // the fence that is open
  let comment = false
  let read = 0 // of this file
  const resume = (from: number) => void origins.push({line: lines.length + 1, path: name, from, offsets: {text: assembly.length, file: read}})
  resume(1)
  for (const [index, line] of text.split('\n').entries()) {
    const match = directive.exec(line.replace(/\r$/, ''))
    const place = {path: name, line: index + 1, column: 1}
    const rest = read + line.length + 1
    const inner = match && match[1] === '' && !comment ? await readInclude(match[2] ?? match[3] ?? '', place, within, open !== '', assembly) : undefined
    if (inner) {
      const indent = open === '' ? '' : (/^ */.exec(line)?.[0] ?? '') // a listing stands in its fence as the fence stands in its list
      await append(indent === '' ? inner : {...inner, text: inner.text.replace(/^(?=.)/gm, indent)}, [...within, inner.path], assembly)
      read = rest
      resume(index + 2)
      continue
    }
    const mark = fence.exec(line)?.[1] ?? ''
    if (open === '') open = mark
    else if (mark[0] === open[0] && mark.length >= open.length) open = ''
    if (open === '' && line.includes('<!--')) comment = true
    if (comment && line.lastIndexOf('-->') > line.lastIndexOf('<!--')) comment = false
    const escaped = match && match[1] !== ''
    const printed = escaped ? line.replace('\\', '') : line
    lines.push(printed)
    assembly.length += printed.length + 1
    read = rest
    if (escaped) resume(index + 2) // offsets differ from here on
  }
}

/** Further places that one message lists. */
const listed = 20

/** One message a text: a book that was taken out of its folder lacks every listing. A path that leads out of it is not followed. */
function reportMissing({missing, reading: {names, messages}}: Assembly): void {
  const [first, ...further] = missing
  if (!first) return
  const meant = nearest(first.written, names)
  messages.push(message('include-missing', first.place, {file: first.written, count: missing.length, ...(meant ? {meant} : {})}, {related: further.slice(0, listed).map(({place}) => place)}))
}

/** @returns The file; undefined where the line stays as it is, which is told. */
async function readInclude(written: string, place: Place, within: string[], fenced: boolean, assembly: Assembly): Promise<TextFile | undefined> {
  const {folder, config, messages, digest} = assembly.reading
  const wanted = written.replaceAll('\\', '/')
  const name = path.posix.isAbsolute(wanted) ? wanted : path.posix.join(path.posix.dirname(place.path), wanted)
  const limit = config.limits.documentBytes
  if (assembly.full) return undefined
  const read = await folder.read(name, limit)
  if ('refused' in read || isHidden(read.path)) {
    assembly.missing.push({written, place})
    return undefined
  }
  if (within.includes(read.path) || within.length >= deepest) {
    if (!assembly.circular) messages.push(message('include-circular', place, {file: written}))
    assembly.circular = true
    return undefined
  }
  const bytes = assembly.length + read.data.byteLength
  assembly.full = bytes > limit || ++assembly.count > most
  if (assembly.full) {
    messages.push(bytes > limit ? message('limit-exceeded', place, {limit: 'limits.documentBytes', found: bytes, allowed: limit}) : message('include-circular', place, {file: written}))
    return undefined
  }
  digest.add(read.path, read.data)
  const decoded = decodeText(read.data, read.path)
  messages.push(...decoded.messages.filter(({ruleId}) => !messages.some((known) => known.ruleId === ruleId && known.place.path === read.path))) // told when it is read first
  return {path: read.path, text: (fenced ? decoded.text : partFrontMatter(decoded.text).text).replace(/\r?\n$/, '')}
}
