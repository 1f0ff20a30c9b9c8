/** `banben preview`: the HTML edition on this machine's own address, made anew at every change. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {printMessages, say} from '../report/index.ts'
import {findInputs, type Input} from './inputs.ts'
import {openServer, type PreviewServer} from './preview-server.ts'
import {runBooks} from './run.ts'
import {type ExitCode, type Session, UsageError} from './session.ts'
import {watchInputs} from './watch.ts'

export async function preview(named: string | undefined, {port}: {port: number}, session: Session): Promise<ExitCode> {
  const inputs = findInputs(named === undefined ? [] : [named], session.folder)
  const out = mkdtempSync(path.join(tmpdir(), 'banben-preview-'))
  const server = await openServer({port, lang: session.language, page: readFileSync(path.join(session.templates, 'preview.html'), 'utf8')})
  try {
    await refresh(inputs, out, server, session)
    session.print(`${say(session.language, 'preview.at', {url: server.url})}\n`)
    for await (const names of watchInputs(inputs, [out], session.signal)) {
      session.note(`${say(session.language, 'preview.changed', {file: names.join(', ')})}\n`)
      await refresh(inputs, out, server, session)
    }
    return 0
  } finally {
    server.close()
    rmSync(out, {recursive: true, force: true})
  }
}

/** A book with errors leaves the page as it was and is told on it. */
async function refresh(inputs: Input[], out: string, server: PreviewServer, session: Session): Promise<void> {
  const run = await runBooks(inputs, {formats: ['html'], out, strict: false, cache: true, silent: true}, session)
  const text = printMessages(run, {colour: false, columns: 100})
  session.note(text)
  for (const book of run.books) {
    const [file] = book.files
    if (file) server.show(book.name, readFileSync(path.resolve(session.folder, file.path)))
  }
  const failed = run.books.some(({published}) => !published)
  if (failed && !server.hasBooks()) throw new UsageError('preview.failed')
  server.tell(failed ? {kind: 'failed', text: `${say(session.language, 'preview.failed')}\n\n${text}`} : {kind: 'changed', text: ''})
}
