/** Changes to the files of manuscripts, gathered while an editor saves. */
import {fstatSync, type Stats, statSync, watch} from 'node:fs'
import path from 'node:path'
import type {Input} from './inputs.ts'

/** Milliseconds without a further change before the changes are told: editors write a file in several steps. */
const settle = 80

/** @param ignored Folders that the build itself writes.
 * @returns Names of the files that changed since the last answer, as often as some do, until the signal. */
export async function* watchInputs(inputs: Input[], ignored: string[], signal: AbortSignal): AsyncGenerator<string[]> {
  const changed = new Set<string>()
  const written = ownOutputs()
  let wake = () => {}
  let timer: NodeJS.Timeout | undefined
  const watchers = inputs.map(({path: file, folder}) => {
    const whole = file === folder // a single text stands in a folder that holds other things as well
    return watch(folder, {recursive: whole}, (_event, name) => {
      if (name === null || isIgnored(path.join(folder, name), name, ignored) || written.has(fileOf(path.join(folder, name)))) return
      changed.add(name)
      clearTimeout(timer)
      timer = setTimeout(() => wake(), settle)
    })
  })
  const stop = () => wake()
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      await new Promise<void>((resolve) => { wake = resolve })
      if (signal.aborted || changed.size === 0) continue
      const names = [...changed].sort()
      changed.clear()
      yield names
    }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    for (const watcher of watchers) watcher.close()
  }
}

/** Files that standard output and error lead into: each answer to a change would be the next one. */
function ownOutputs(): Set<string> {
  return new Set([1, 2].flatMap((descriptor) => {
    const stats = attempt(() => fstatSync(descriptor))
    return stats?.isFile() ? [keyOf(stats)] : []
  }))
}

function fileOf(file: string): string {
  const stats = attempt(() => statSync(file))
  return stats ? keyOf(stats) : ''
}

function keyOf({dev, ino}: Stats): string {
  return `${dev}:${ino}`
}

function attempt(read: () => Stats): Stats | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** Hidden files, an editor's spare copies, and what builds write. */
function isIgnored(file: string, name: string, ignored: string[]): boolean {
  return name.split(/[\\/]/).some((part) => part.startsWith('.') || part.endsWith('~') || part === 'node_modules') || ignored.some((folder) => file === folder || file.startsWith(folder + path.sep))
}
