/** Names of files → decoded texts; what cannot be had is reported where it was asked for. */
import path from 'node:path'
import {message} from '../diagnostics/index.ts'
import {nearest} from '../diagnostics/nearest.ts'
import type {TextFile} from '../model/book.ts'
import type {BookConfig} from '../model/config.ts'
import type {Message, Place} from '../model/message.ts'
import {decodeText} from './decode.ts'
import type {Folder} from './folder.ts'

/** What is being gathered; becomes the manuscript. */
export interface Reading {
  folder: Folder
  /** Every name of the folder. */
  names: string[]
  config: BookConfig
  messages: Message[]
  /** Where book.yml says something: `['chapters', 2]`. */
  locate(keys: (string | number)[]): Place
  /** As in the manuscript. */
  settings: Record<string, Place>
  /** Everything that was read goes in, with its name and length. */
  digest: {add(name: string, data: Uint8Array): void}
}

/** @param setting Keys in book.yml that hold the names; absent where the names were found in the folder. */
export async function readFiles(names: string[], reading: Reading, setting?: string[]): Promise<TextFile[]> {
  const {folder, config, messages, digest} = reading
  const files: TextFile[] = []
  for (const [index, name] of names.entries()) {
    const read = await folder.read(name, config.limits.documentBytes)
    if ('refused' in read) {
      if (read.refused === 'large') messages.push(message('limit-exceeded', {path: name}, {limit: 'limits.documentBytes', found: read.bytes ?? 0, allowed: config.limits.documentBytes}))
      else reportMissing(name, read.refused === 'outside', reading, setting && [...setting, index])
      continue
    }
    digest.add(name, read.data)
    const decoded = decodeText(read.data, name)
    messages.push(...decoded.messages)
    files.push({path: name, text: decoded.text})
  }
  return files
}

/** A name that leads to no file, told at its setting, with the file that was probably meant. */
export function reportMissing(name: string, outside: boolean, {names, messages, locate}: Reading, keys: (string | number)[] | undefined): void {
  const meant = outside || names.includes(name) ? undefined : nearest(name, names)
  messages.push(message(outside ? 'file-outside' : 'file-missing', keys ? locate(keys) : {path: name}, {file: name, ...(meant ? {meant} : {})}))
}

/** Without asking the disk: a name that leads out of any folder. */
export function leadsOut(name: string): boolean {
  return name.split(/[\\/]/).includes('..') || path.posix.isAbsolute(name) || path.win32.isAbsolute(name)
}
