/** Keys of book.yml → what the author calls the setting: `pdf.theme`, the third entry of `author`, `pdf.theme` of an edition. */
import type {Both} from '../model/message.ts'

/** @param keys `['editions', 0, 'options', 'pdf', 'theme']`. @param value The whole of book.yml. */
export function nameSetting(keys: (string | number)[], value: unknown): Both {
  const at = keys.findIndex((key) => typeof key === 'number')
  if (at < 0) return quoted(keys.join('.') || 'book.yml')
  const list = keys.slice(0, at).join('.')
  const index = Number(keys[at])
  const rest = keys.slice(at + 1)
  const name = list === 'editions' ? nameOf(value, index) : undefined
  const inside = quoted(rest.filter((key, place) => place > 0 || key !== 'options').join('.'))
  const entry: Both = name === undefined || rest.length === 0
    ? {en: list ? `entry ${index + 1} of \`${list}\`` : `entry ${index + 1}`, zh: list ? `\`${list}\` 的第 ${index + 1} 项` : `第 ${index + 1} 项`}
    : {en: `the edition \`${name}\``, zh: `版本 \`${name}\``}
  return rest.length === 0 ? entry : {en: `${inside.en} of ${entry.en}`, zh: `${entry.zh}${entry.zh.endsWith('`') ? ' ' : ''}的 ${inside.zh}`}
}

function quoted(text: string): Both {
  return {en: `\`${text}\``, zh: `\`${text}\``}
}

function nameOf(value: unknown, index: number): string | undefined {
  const editions: unknown = isRecord(value) ? value.editions : undefined
  const entry: unknown = Array.isArray(editions) ? editions[index] : undefined
  return isRecord(entry) && typeof entry.name === 'string' ? entry.name : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
