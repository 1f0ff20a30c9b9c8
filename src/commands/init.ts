/** `banben init`: a new book that builds, from `templates/init/`. Never writes over anything. */
import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {say} from '../report/index.ts'
import {type ExitCode, type Session, UsageError} from './session.ts'

export function init(named: string, session: Session): ExitCode {
  const {language, templates} = session
  const folder = path.resolve(session.folder, named)
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError('init.exists', {path: named})
  cpSync(path.join(templates, 'init', language), folder, {recursive: true, errorOnExist: true, force: false})
  const settings = path.join(folder, 'book.yml')
  const values: Record<string, string> = {title: JSON.stringify(path.basename(folder)), date: new Date().toISOString().slice(0, 10)} // a JSON string is a YAML string
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole))
  session.print(`${say(language, 'init.done', {folder: named, argument: /^[\p{L}\p{N}_./\\:-]+$/u.test(named) ? named : `"${named}"`})}\n`)
  return 0
}
