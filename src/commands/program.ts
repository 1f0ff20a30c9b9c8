/** The commands and their options. A command's own code is loaded when it is called. */
import {Command, InvalidArgumentError, Option} from 'commander'
import type {Format} from '../model/book.ts'
import {say, type StringKey} from '../report/strings.ts'
import type {ExitCode, Session} from './session.ts'
import type {Reporter} from './tell.ts'

const formats = ['html', 'pdf', 'epub'] as const
const reporters: Reporter[] = ['text', 'json', 'sarif', 'github']

/** Options that build and check share, as commander names them. */
interface ReportOptions {json: boolean; reporter?: Reporter}

/** @param finish Told the exit code of the command that ran. */
export function createProgram(session: Session, finish: (code: ExitCode) => void): Command {
  const t = (key: StringKey) => say(session.language, key)
  const program = new Command('banben')
    .exitOverride() // the caller says what is wrong, in the user's language
    .configureOutput({writeOut: session.print, writeErr: (text) => void (/^(error:|\()/.test(text) || session.note(text))})
    .description(t('help.program'))
    .version(session.version, '-V, --version', t('help.version'))
    .helpOption('-h, --help', t('help.help'))
    .helpCommand(false)
    .addOption(new Option('--lang <tag>', t('help.lang')).choices(['en', 'zh']))
    .addHelpText('after', `\n${t('help.exit')}`)
  const add = (name: string, what: StringKey) => program.command(name).description(t(what)).helpOption('-h, --help', t('help.help')).addOption(new Option('--lang <tag>', t('help.lang')).choices(['en', 'zh']))
  const withFormats = (command: Command) => command
    .addOption(new Option('-f, --format <list>', t('help.format')).argParser(readFormats).default([...formats], 'html,pdf,epub'))
    .option('-o, --out <folder>', t('help.out'), 'dist')
  const withReport = (command: Command) => command
    .option('--strict', t('help.strict'), false)
    .option('--no-cache', t('help.noCache'))
    .addOption(new Option('-q, --quiet', t('help.quiet')).default(false).conflicts('json'))
    .addOption(new Option('--json', t('help.json')).default(false).conflicts('reporter'))
    .addOption(new Option('--reporter <name>', t('help.reporter')).choices(reporters))
    .option('--sarif <file>', t('help.sarif'))
  const reporting = <T extends ReportOptions>(options: T) => ({...options, reporter: reporterOf(options, session)})

  withReport(withFormats(add('build', 'help.build').argument('[inputs...]', t('help.inputs')))).option('-w, --watch', t('help.watch'), false)
    .action(async (inputs: string[], options) => finish(await (await import('./build.ts')).build(inputs, reporting(options), session)))
  withReport(add('check', 'help.check').argument('[inputs...]', t('help.inputs')))
    .option('--audit <file>', t('help.audit'))
    .option('--links', t('help.links'), false)
    .option('--fix', t('help.glossaryFix'), false)
    .action(async (inputs: string[], options) => {
      if (options.fix) await (await import('./glossary.ts')).fix(inputs, session) // before: what is mended is not reported
      const code = await (await import('./build.ts')).check(inputs, reporting(options), session)
      if (options.audit !== undefined) await (await import('./audit.ts')).audit(inputs, options.audit, session)
      finish(code)
    })
  add('preview', 'help.preview').argument('[input]', t('help.inputs'))
    .addOption(new Option('-p, --port <number>', t('help.port')).argParser(readPort).default(0))
    .action(async (input: string | undefined, options) => finish(await (await import('./preview.ts')).preview(input, options, session)))
  add('init', 'help.init').argument('<folder>', t('help.folder'))
    .action(async (folder: string) => finish((await import('./init.ts')).init(folder, session)))
  const glossary = add('glossary', 'help.glossary')
  const addTerms = (name: string, what: StringKey) => glossary.command(name).description(t(what)).helpOption('-h, --help', t('help.help')).addOption(new Option('--lang <tag>', t('help.lang')).choices(['en', 'zh']))
  addTerms('extract', 'help.glossaryExtract').argument('[input]', t('help.inputs')).option('-w, --write', t('help.glossaryWrite'), false).option('-a, --all', t('help.glossaryAll'), false).option('--json', t('help.json'), false)
    .action(async (input: string | undefined, options) => finish(await (await import('./glossary.ts')).extract(input, options, session)))
  addTerms('fix', 'help.glossaryFix').argument('[inputs...]', t('help.inputs'))
    .action(async (inputs: string[]) => finish(await (await import('./glossary.ts')).fix(inputs, session)))
  addTerms('export', 'help.glossaryExport').argument('<file>', t('help.file')).argument('[input]', t('help.inputs'))
    .action(async (file: string, input: string | undefined) => finish(await (await import('./glossary.ts')).exportGlossary(file, input, session)))
  addTerms('import', 'help.glossaryImport').argument('<file>', t('help.file')).argument('[input]', t('help.inputs'))
    .action(async (file: string, input: string | undefined) => finish(await (await import('./glossary.ts')).importGlossary(file, input, session)))
  return program
}

function reporterOf({json, reporter}: ReportOptions, {environment}: Session): Reporter {
  return json ? 'json' : (reporter ?? (environment.GITHUB_ACTIONS === 'true' ? 'github' : 'text'))
}

function readFormats(value: string): Format[] {
  const asked = value.split(/[,，\s]+/).map((name) => name.toLowerCase()).filter(Boolean)
  if (asked.length === 0 || !asked.every((name) => formats.some((format) => format === name))) throw new InvalidArgumentError(formats.join(', '))
  return formats.filter((format) => asked.includes(format))
}

function readPort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new InvalidArgumentError('0–65535')
  return Number(value)
}
