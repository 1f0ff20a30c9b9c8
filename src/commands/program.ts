/** The commands and their options. A command's own code is loaded when it is called. */
import {Command, InvalidArgumentError, Option} from 'commander'
import type {Format} from '../model/book.ts'
import type {ExitCode, Session} from './session.ts'

const formats = ['html', 'pdf', 'epub'] as const

/** @param finish Told the exit code of the command that ran. */
export function createProgram(session: Session, finish: (code: ExitCode) => void): Command {
  const program = new Command('banben')
    .description('Make publishable HTML, PDF and EPUB editions from a Markdown manuscript. · 由 Markdown 手稿制作 HTML、PDF 与 EPUB。')
    .version(session.version, '-V, --version')
    .addOption(new Option('--lang <tag>', 'language of the messages (default: by the system)').choices(['en', 'zh']))
    .showSuggestionAfterError()
  withReport(program.command('build [inputs...]'))
    .description('make the editions of a book, of single .md files, or of every book in source/')
    .addOption(new Option('-f, --format <list>', 'html, pdf, epub').argParser(readFormats).default([...formats], 'all'))
    .option('-o, --out <folder>', 'folder for the editions', 'dist')
    .action(async (inputs: string[], options) => finish(await (await import('./build.ts')).build(inputs, {...options, reporter: reporterOf(options, session)}, session)))
  withReport(program.command('check [inputs...]'))
    .description('read and check, but make nothing')
    .action(async (inputs: string[], options) => finish(await (await import('./build.ts')).check(inputs, {...options, reporter: reporterOf(options, session)}, session)))
  return program
}

function withReport(command: Command): Command {
  return command
    .option('--strict', 'let warnings stop the build', false)
    .option('--no-cache', 'neither read nor write results of earlier builds')
    .addOption(new Option('-q, --quiet', 'no progress, no summary').default(false).conflicts('json'))
    .option('--json', 'the report as one JSON document', false)
    .addOption(new Option('--reporter <name>', 'form of the report').choices(['text', 'json', 'sarif', 'github']))
    .option('--sarif <file>', 'write the report as SARIF 2.1.0 too')
}

function reporterOf({json, reporter}: {json: boolean; reporter?: 'text' | 'json' | 'sarif' | 'github'}, {environment}: Session) {
  return json ? 'json' : (reporter ?? (environment.GITHUB_ACTIONS === 'true' ? 'github' : 'text'))
}

function readFormats(value: string): Format[] {
  const asked = value.split(',').map((name) => name.trim().toLowerCase()).filter(Boolean)
  const unknown = asked.find((name) => !formats.some((format) => format === name))
  if (unknown !== undefined || asked.length === 0) throw new InvalidArgumentError(`expected html, pdf or epub, not ${unknown ?? 'nothing'}`)
  return formats.filter((format) => asked.includes(format))
}
