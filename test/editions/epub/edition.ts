/** Books in memory → EPUB, opened. */
import {existsSync} from 'node:fs'
import path from 'node:path'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {EpubCheck} from '@likecoin/epubcheck-ts'
import type {ElementContent} from 'hast'
import type {EditionContext} from '../../../src/editions/context.ts'
import {openAssets} from '../../../src/editions/assets.ts'
import {makeEpub} from '../../../src/editions/epub/index.ts'
import {localeOf} from '../../../src/locale/index.ts'
import type {Edition, Galley, GalleyChapter} from '../../../src/model/book.ts'
import type {GalleyNote} from '../../../src/model/nodes.ts'
import {composeFiles, manuscriptOf} from '../../fixture.ts'
import {unzip, type ZipEntry} from './unzip.ts'

export const root = path.resolve(import.meta.dirname, '../../..')

export interface Opened {edition: Edition; entries: ZipEntry[]; file(name: string): string}

export function contextOf(language: string, more: Partial<EditionContext> = {}): EditionContext {
  return {locale: localeOf(language), cache: path.join(root, '.cache', 'banben'), templates: path.join(root, 'templates'), signal: new AbortController().signal, ...more}
}

export async function openEpub(galley: Galley, more: Partial<EditionContext> = {}): Promise<Opened> {
  const context = contextOf(galley.config.language, more)
  const {galley: pictured, messages} = await openAssets(context.cache)(galley, 'epub')
  const edition = await makeEpub(pictured, context)
  edition.messages.unshift(...messages)
  const entries = unzip(edition.data)
  return {edition, entries, file: (name) => entries.find((entry) => entry.name === `OEBPS/${name}`)?.text ?? ''}
}

export async function openFiles(files: Record<string, string>, more: Partial<EditionContext> = {}): Promise<Opened & {galley: Galley}> {
  const {galley} = await composeFiles({'book.yml': 'epub: {fonts: none}\n', ...files})
  return {...(await openEpub(galley, more)), galley}
}

/** A galley made by hand: chapters by id. */
export function galleyOf(chapters: Record<string, ElementContent[]>, more: {yml?: string; notes?: GalleyNote[]} & Partial<Pick<GalleyChapter, 'role' | 'matter'>> = {}): Galley {
  const {config} = manuscriptOf({'book.yml': more.yml ?? 'title: 书\nepub: {fonts: none}\n'})
  return {
    name: 'book',
    config,
    chapters: Object.entries(chapters).map(([id, children]) => ({id, matter: more.matter ?? 'body', role: more.role ?? 'chapter', title: id, tree: {type: 'root', children}})),
    contents: Object.keys(chapters).map((id) => ({id, title: id, level: 1, matter: 'body', children: []})),
    captioned: [],
    notes: new Map((more.notes ?? []).map((note) => [note.id, note])),
    assets: new Map(),
    styles: {screen: '', print: '', epub: ''},
    fonts: new Map(),
    hash: 'f1c7'.repeat(16),
    epoch: 1735603200,
    summary: {citations: 0, numbersCited: 0, sourcesGiven: 0, sourcesMissing: 0, terms: 0, mentions: 0, dialects: {}},
  }
}

/** Findings of epubcheck-ts, warnings included. */
export async function findings({data}: Edition): Promise<string[]> {
  const {messages} = await EpubCheck.validate(data)
  return messages.filter(({severity}) => severity !== 'info' && severity !== 'usage').map(({id, message, location}) => `${id} ${location?.path ?? ''}:${location?.line ?? ''} ${message}`)
}

/** EPUBCheck of the W3C, where it is installed. */
export const jar = ['/usr/share/java/epubcheck.jar', process.env.EPUBCHECK_JAR ?? ''].find((file) => file && existsSync(file))

/** Findings of the jar for several books, by one virtual machine. */
export function jarFindings(books: Uint8Array[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'banben-epubcheck-'))
  try {
    const files = books.map((data, index) => {
      const file = path.join(folder, `${index}.epub`)
      writeFileSync(file, data)
      return file
    })
    const {stdout} = spawnSync('java', ['-cp', jar ?? '', path.join(root, 'scripts', 'EpubCheckAll.java')], {input: files.map((file) => `${file}\n`).join(''), encoding: 'utf8'})
    const judged = stdout.split('\n').filter((line) => line.includes('\tdone\t')).length
    const found = stdout.split('\n').filter((line) => line.includes('\t') && !line.includes('\tdone\t'))
    return judged === files.length ? found : [...found, `${files.length - judged} not judged`]
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
