/** Start the press before it is needed: the browser is started at once, what drives it is loaded while it starts. */
import {createRequire} from 'node:module'
import path from 'node:path'
import {type Press, startPress} from './press.ts'

const require = createRequire(import.meta.url)

export interface OpenOptions {signal: AbortSignal}

/** The promise may be left alone: a press that could not start is reported by who asks for it. */
export function openPress({signal}: OpenOptions): Promise<Press> {
  const opening = startPress({
    signal,
    fonts: path.join(path.dirname(require.resolve('@expo-google-fonts/noto-sans-mono/package.json')), '400Regular'),
  })
  opening.catch(() => undefined)
  return opening
}
