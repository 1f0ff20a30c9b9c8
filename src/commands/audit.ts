/** `banben check --audit <file>`: claims beside their sources, as CSV or, by the name of the file, as JSON. */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {auditBook, auditCsv, findingsOf} from '../citations/index.ts'
import {wording} from '../diagnostics/index.ts'
import {readManuscript} from '../manuscript/index.ts'
import {composeBook} from '../pipeline.ts'
import {say} from '../report/index.ts'
import {findInputs} from './inputs.ts'
import {type Session, UsageError} from './session.ts'

export async function audit(named: string[], file: string, session: Session): Promise<void> {
  const books = []
  for (const input of findInputs(named, session.folder)) {
    const {book, services} = await composeBook(await readManuscript(input.path, {epoch: undefined}))
    const findings = findingsOf(book).map((finding) => ({rule: finding.ruleId, severity: finding.severity, reason: wording(finding, session.language).reason, place: finding.place, related: finding.related ?? []}))
    books.push({book: book.name, ...auditBook(book, services), findings})
  }
  const target = path.resolve(session.folder, file)
  try {
    writeFileSync(target, /\.json$/i.test(file) ? `${JSON.stringify({books}, undefined, 2)}\n` : auditCsv(books))
  } catch (error) {
    throw new UsageError('usage.unwritable', {path: file, detail: error instanceof Error && 'code' in error ? String(error.code) : ''})
  }
  session.note(`${say(session.language, 'audit.written', {file, claims: String(books.reduce((sum, {claims}) => sum + claims.length, 0))})}\n`)
}
