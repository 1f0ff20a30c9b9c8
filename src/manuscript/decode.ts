/** Bytes of a text file → a string that any format can hold, with a message for all that was not plain UTF-8.
 *
 * A replaced character keeps its width of one or two UTF-16 units, so that every place stays true. */
import {message} from '../diagnostics/index.ts'
import type {Message} from '../model/message.ts'
import {inspectCharacters} from './characters.ts'
import {placesOf} from './places.ts'

export interface Decoded {text: string; messages: Message[]}

export function decodeText(data: Uint8Array, path: string): Decoded {
  const {text, encoding} = decode(data)
  const {text: clean, messages} = inspectCharacters(text, path)
  if (encoding === 'broken') {
    const at = [...text.matchAll(/\uFFFD+/g)].map(({index}) => index)
    const [place, ...related] = placesOf(text, path, at)
    messages.unshift(message('text-invalid', place ?? {path}, {count: at.length}, {related}))
  } else if (encoding !== 'UTF-8') messages.unshift(message('text-encoding', {path, line: 1, column: 1}, {encoding}))
  return {text: clean, messages}
}

type Encoding = 'UTF-8' | 'UTF-16' | 'GB 18030' | 'broken'

function decode(data: Uint8Array): {text: string; encoding: Encoding} {
  const wide = wideOf(data)
  if (wide) return {text: new TextDecoder(wide).decode(data), encoding: 'UTF-16'}
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(data), encoding: 'UTF-8'}
  } catch {
    const chinese = readChinese(data)
    return chinese === undefined ? {text: new TextDecoder('utf-8').decode(data), encoding: 'broken'} : {text: chinese, encoding: 'GB 18030'}
  }
}

/** A byte order mark, or a NUL beside most characters, as UTF-16 writes Latin letters and line ends. */
function wideOf(data: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (data[0] === 0xff && data[1] === 0xfe) return 'utf-16le'
  if (data[0] === 0xfe && data[1] === 0xff) return 'utf-16be'
  const size = Math.min(data.length, 2000) & ~1
  let even = 0
  let odd = 0
  for (let index = 0; index < size; index += 2) {
    if (data[index] === 0) even++
    if (data[index + 1] === 0) odd++
  }
  if (size < 8 || Math.max(even, odd) < size / 8 || Math.min(even, odd) > size / 100) return undefined
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** What mainland editors still save: taken only where every byte fits and a third of it is common Han or ASCII. */
function readChinese(data: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('gb18030', {fatal: true}).decode(data)
    const sample = text.slice(0, 20_000)
    const foreign = sample.match(/[^\x00-\x7F]/g)?.length ?? 0
    const han = sample.match(/[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFFEF“”‘’—…·]/g)?.length ?? 0
    return foreign > 0 && han / foreign > 0.9 && !/[\uE000-\uF8FF]/.test(sample) ? text : undefined
  } catch {
    return undefined
  }
}
