/** `banben check --audit <file>`: claims beside their sources, as CSV or, by the name of the file, as JSON. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {auditBook, auditCsv} from '../citations/index.ts'
import {readManuscript} from '../manuscript/index.ts'
import {composeBook} from '../pipeline.ts'
import {say} from '../report/index.ts'
import {findInputs} from './inputs.ts'
import type {Session} from './session.ts'

export async function audit(named: string[], file: string, session: Session): Promise<void> {
  const books = []
  for (const input of findInputs(named, session.folder)) {
    const {book, services} = await composeBook(await readManuscript(input.path, {epoch: undefined}))
    books.push({book: book.name, ...auditBook(book, services)})
  }
  const target = path.resolve(session.folder, file)
  writeFileSync(target, /\.json$/i.test(file) ? `${JSON.stringify({books}, undefined, 2)}\n` : auditCsv(books))
  session.note(`${say(session.language, 'audit.written', {file, claims: String(books.reduce((sum, {claims}) => sum + claims.length, 0))})}\n`)
}
