/** `banben glossary extract | export | import`: proposals from a manuscript, and exchange with other programs. */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {message, wording} from '../diagnostics/index.ts'
import {exportTerms, mergeProposals, type MergedGlossary, mergeTerms, type Proposal, proposeTerms, readTerms} from '../glossary/index.ts'
import {readManuscript} from '../manuscript/index.ts'
import type {TextFile} from '../model/book.ts'
import type {Fix, Message} from '../model/message.ts'
import {composeBook} from '../pipeline.ts'
import {say} from '../report/index.ts'
import {findInputs, type Input} from './inputs.ts'
import {type ExitCode, type Session, UsageError} from './session.ts'

export interface ExtractFlags {
  /** Write into the book's glossary file; otherwise print. */
  write: boolean
  json: boolean
  /** Propose also what is only likely. */
  all: boolean
}

export async function extract(input: string | undefined, flags: ExtractFlags, session: Session): Promise<ExitCode> {
  const {write, json} = flags
  const [found] = findInputs(input === undefined ? [] : [input], session.folder)
  if (!found) throw new UsageError('usage.noBook')
  const manuscript = await readManuscript(found.path, {epoch: undefined})
  const terms = await readTerms(manuscript.glossaryFiles, manuscript.config)
  const {book} = await composeBook({...manuscript, config: {...manuscript.config, glossary: {...manuscript.config.glossary, enabled: false}}})
  const all = await proposeTerms(book, terms)
  const proposals = all.filter(({unsure}) => flags.all || !unsure)
  const left = all.filter(({unsure}) => !flags.all && unsure)
  const own = manuscript.glossaryFiles.find(({path: name}) => /\.ya?ml$/i.test(name))
  const merged = mergeProposals(own?.text ?? '', proposals, manuscript.config)
  const list = (some: Proposal[]) => some.forEach(({raw, places: [place]}) => void session.note(`${place?.path ?? ''}:${place?.line ?? ''}:${place?.column ?? ''} ${raw}\n`))
  if (json) session.print(`${JSON.stringify(proposals.map((proposal) => ({...proposal, new: merged.fresh.includes(proposal)})), null, 2)}\n`)
  else list(merged.fresh)
  for (const {proposal: {raw, places: [place]}, abbreviation, name} of merged.taken) session.note(`${say(session.language, 'glossary.taken', {place: `${place?.path ?? ''}:${place?.line ?? ''}:${place?.column ?? ''}`, raw, abbreviation, name})}\n`)
  if (left.length > 0) {
    session.note(`${say(session.language, 'glossary.unsure', {count: left.length})}\n`)
    list(left)
  }
  if (write) save(path.join(found.folder, own?.path ?? 'glossary.yml'), merged, session)
  else if (!json && all.length === 0) session.note(`${say(session.language, 'glossary.noneGlossed')}\n`)
  else if (!json && merged.news === '' && proposals.length > 0) session.note(`${say(session.language, 'glossary.nothingNew', {count: proposals.length})}\n`)
  else if (!json) session.print(merged.news)
  return 0
}

/** Make the safe edits that the checks of terms propose; nothing else of a text changes. */
export async function fix(inputs: string[], session: Session): Promise<ExitCode> {
  for (const found of findInputs(inputs, session.folder)) await fixBook(found, session)
  return 0
}

async function fixBook({path: input, folder}: Input, session: Session): Promise<void> {
  const manuscript = await readManuscript(input, {epoch: undefined})
  if (manuscript.messages.some(({severity}) => severity === 'error')) return // told by check
  const {book} = await composeBook(manuscript)
  const edits = book.messages.filter(({ruleId, fix: edit}) => edit && ruleId.startsWith('term-'))
  for (const name of new Set(edits.map(({place}) => place.path))) {
    const file = path.join(folder, name)
    const [, mark = '', current = ''] = /^(\ufeff?)([\s\S]*)$/u.exec(readFileSync(file, 'utf8')) ?? []
    const chosen = chooseFixes(edits.flatMap(({place, fix: edit}) => (edit && place.path === name ? [edit] : [])))
    const same = manuscript.texts.flatMap((text) => piecesOf(text, name)).every((piece) => isUnchanged(piece, current, chosen))
    if (same) writeFileSync(file, mark + chosen.reduceRight((text, {start, end, text: replacement}) => text.slice(0, start) + replacement + text.slice(end), current))
    session.note(`${say(session.language, same ? 'glossary.fixed' : 'glossary.changed', {file: name, count: chosen.length})}\n`)
  }
}

/** What a text took of one file. @property at Offset in the file. */
interface Piece {text: string; at: number; /** All of the file. */ whole: boolean}

function piecesOf({path: own, text, origins}: TextFile, name: string): Piece[] {
  if (!origins) return own === name ? [{text, at: 0, whole: true}] : []
  return origins.flatMap(({path: from, offsets}, index) => {
    const end = origins[index + 1]?.offsets?.text
    return from === name && offsets ? [{text: text.slice(offsets.text, end === undefined ? end : end - 1), at: offsets.file, whole: false}] : []
  })
}

/** Offsets hold for the text as it was read: changed since, or not UTF-8, it is left alone. */
function isUnchanged({text, at, whole}: Piece, current: string, edits: Fix[]): boolean {
  if (!whole && !edits.some(({start}) => start >= at && start < at + text.length)) return true
  const body = Math.max(0, text.search(/\S/u)) // front matter is read as spaces
  return (!whole || current.length === text.length) && current.slice(at + body, at + text.length) === text.slice(body)
}

/** Of two that overlap, the later is left for the next run; of a file that is included twice, both are one. */
function chooseFixes(edits: Fix[]): Fix[] {
  const chosen: Fix[] = []
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) if (edit.start >= (chosen.at(-1)?.end ?? 0)) chosen.push(edit)
  return chosen
}

/** @param file `.tbx`, `.csv` or `.tsv`, to write the book's terms to. */
export async function exportGlossary(file: string, input: string | undefined, session: Session): Promise<ExitCode> {
  const [found] = findInputs(input === undefined ? [] : [input], session.folder)
  if (!found) throw new UsageError('usage.noBook')
  const manuscript = await readManuscript(found.path, {epoch: undefined})
  const messages: Message[] = []
  const terms = await readTerms(manuscript.glossaryFiles, manuscript.config, messages)
  const text = await exportTerms(terms, formatOf(file), manuscript.config.title || manuscript.name)
  if (tell(messages, session)) return 1
  writeFileSync(path.resolve(session.folder, file), text)
  session.note(`${say(session.language, 'glossary.written', {file, count: terms.length})}\n`)
  return 0
}

/** @param file `.tbx`, `.csv`, `.tsv` or `.yml`, whose terms the book takes in. */
export async function importGlossary(file: string, input: string | undefined, session: Session): Promise<ExitCode> {
  const [found] = findInputs(input === undefined ? [] : [input], session.folder)
  if (!found) throw new UsageError('usage.noBook')
  const from = path.resolve(session.folder, file)
  if (!existsSync(from)) throw new UsageError('usage.missing', {input: file})
  const manuscript = await readManuscript(found.path, {epoch: undefined})
  const messages: Message[] = []
  const terms = await readTerms([{path: file, text: readFileSync(from, 'utf8')}], manuscript.config, messages)
  if (tell(messages, session)) return 1
  const own = manuscript.glossaryFiles.find(({path: name}) => /\.ya?ml$/i.test(name))
  const {conflicts, ...merged} = mergeTerms(own?.text ?? '', terms, manuscript.config)
  tell(conflicts.map(({place, ...values}) => message('glossary-conflict', place, {...values, mend: {en: 'It was left; write the name that is meant into the glossary.', zh: '未导入该条；请在术语表中写入所要的名称。'}})), session)
  save(path.join(found.folder, own?.path ?? 'glossary.yml'), merged, session)
  return 0
}

function save(file: string, {text, added, completed}: MergedGlossary, session: Session): void {
  if (added + completed > 0) writeFileSync(file, text)
  session.note(`${say(session.language, 'glossary.merged', {file: path.relative(session.folder, file), added, completed})}\n`)
}

/** @returns Whether any is an error. */
function tell(messages: Message[], {note, language}: Session): boolean {
  for (const each of messages) {
    const {path: file, line, column} = each.place
    const {reason, note: mend} = wording(each, language)
    note(`${[file, line, column].filter((part) => part !== undefined).join(':')} ${say(language, `severity.${each.severity}`)} ${reason}\n  → ${mend}\n`)
  }
  return messages.some(({severity}) => severity === 'error')
}

function formatOf(file: string): 'tbx' | 'csv' | 'tsv' {
  const extension = path.extname(file).slice(1).toLowerCase()
  if (extension === 'tbx' || extension === 'csv' || extension === 'tsv') return extension
  throw new UsageError('usage.glossaryFormat', {file})
}
