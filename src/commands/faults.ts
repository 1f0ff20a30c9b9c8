/** What went wrong → one line for the user and an exit code. */
import {accessSync, constants, existsSync} from 'node:fs'
import path from 'node:path'
import {CommanderError} from 'commander'
import {say} from '../report/strings.ts'
import {type Session, UsageError} from './session.ts'

/** @returns The exit code; 0 where the "fault" is that help was asked for. */
export function tellFault(error: unknown, session: Session): number {
  const {language, version} = session
  if (session.signal.aborted) {
    session.note(`banben: ${say(language, 'stopped')}\n`)
    return 0 // the caller knows the signal
  }
  if (error instanceof CommanderError) return tellUsage(error, session)
  const usage = error instanceof UsageError ? error : refused(error)
  if (usage) {
    session.note(`banben: ${say(language, usage.key, usage.values)}${sayGuess(language, usage.guess)}\n`)
    return 2
  }
  session.note(`banben ${version}: ${say(language, 'fault')}\n${error instanceof Error ? error.stack : String(error)}\n`)
  return 70
}

/** commander's messages are English; what they name is taken out of them by its quotes. */
function tellUsage({code, exitCode, message}: CommanderError, {language, note, folder}: Session): number {
  if (exitCode === 0) return 0
  if (code === 'commander.help') return 2 // no command: the help has been printed
  const [name = '', value = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, text = '']) => text)
  const book = code === 'commander.unknownCommand' && existsSync(path.resolve(folder, name)) // `banben notes.md`
  const guess = book ? `banben build ${name}` : /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message)?.[1]
  const expected = /(?:Allowed choices are|is invalid\.) ([^.]*)\.?$/.exec(message)?.[1]?.replace('Allowed choices are ', '') ?? ''
  const key = `usage.${code.replace('commander.', '')}`
  const said = isUsage(key) ? say(language, key, {name: key === 'usage.conflictingOption' ? `${name}, ${value}` : name, value, expected}) : message.replace(/^error: /, '')
  note(`banben: ${said}${sayGuess(language, guess)}\n${say(language, 'usage.help')}\n`)
  return 2
}

/** Behind a full stop, which is as wide as a character in Chinese. */
function sayGuess(language: Session['language'], guess: string | undefined): string {
  return guess === undefined ? '' : `${language === 'zh' ? '' : ' '}${say(language, 'usage.meant', {guess})}`
}

const known = ['usage.unknownOption', 'usage.unknownCommand', 'usage.missingArgument', 'usage.optionMissingArgument', 'usage.excessArguments', 'usage.invalidArgument', 'usage.conflictingOption'] as const

function isUsage(key: string): key is (typeof known)[number] {
  return known.some((other) => other === key)
}

const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EISDIR', 'EEXIST', 'EDQUOT', 'ENAMETOOLONG'])

/** The file system refused: the user's to mend, not ours. */
function refused(error: unknown): UsageError | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined
  const {code, path: file} = error
  if (typeof code !== 'string' || typeof file !== 'string' || !refusals.has(code)) return undefined
  const reading = ('syscall' in error && error.syscall === 'scandir') || (existsSync(file) && !isReadable(file))
  return new UsageError(reading ? 'usage.unreadable' : 'usage.unwritable', {path: file, detail: code})
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
