/** The README says what the program does: every setting with its default, in both languages. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {bookSchema, defaultConfig} from '../src/config.ts'

const files = ['README.md', 'README.zh.md'] as const

describe.each(files)('%s', (file) => {
  const rows = configurationRows(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))

  it('lists every setting that has a default, and its default', () => {
    const shown = new Map(rows.flatMap(({settings, fallback}) => settings.map((setting) => [setting, fallback] as const)))
    const expected = flatten(defaultConfig()).filter(([setting]) => !['title', 'language', 'citations.style'].includes(setting))
    const wrong = expected.filter(([setting, value]) => shown.get(setting) !== `\`${value}\``)
    const ignored = [['contributors', '[]']] // the people of `author` and `contributors` are one list inside
    expect(wrong).toEqual(ignored)
  })

  it('names the settings of the schema, each once', () => {
    const names = rows.flatMap(({settings}) => settings)
    expect(names.toSorted()).toEqual(settingsOf(bookSchema).toSorted())
  })
})

it('has the same settings and defaults in both languages', () => {
  const [en, zh] = files.map((file) => configurationRows(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')))
  expect(zh).toEqual(en)
})

function configurationRows(readme: string): {settings: string[]; fallback: string}[] {
  const table = readme.split('<!-- configuration: begin -->')[1]?.split('<!-- configuration: end -->')[0] ?? ''
  return table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [, settings = '', fallback = ''] = line.split('|')
      return {settings: [...settings.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name), fallback: fallback.trim()}
    })
}

/** Names of the leaves of a valibot schema: `citations.style`. */
function settingsOf(schema: object, prefix = ''): string[] {
  const inner: object = 'wrapped' in schema && typeof schema.wrapped === 'object' && schema.wrapped !== null ? schema.wrapped : schema
  if (!('entries' in inner) || typeof inner.entries !== 'object' || inner.entries === null) return [prefix.slice(0, -1)]
  return Object.entries(inner.entries).flatMap(([key, entry]: [string, object]) => settingsOf(entry, `${prefix}${key}.`))
}

/** `{pdf: {trim: 'A4'}}` → `[['pdf.trim', 'A4']]`; lists are written as YAML's flow lists. */
function flatten(value: object, prefix = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => {
    if (item === undefined) return []
    if (Array.isArray(item)) return [[prefix + key, `[${item.join(', ')}]`]]
    return typeof item === 'object' && item !== null ? flatten(item, `${prefix}${key}.`) : [[prefix + key, String(item)]]
  })
}
