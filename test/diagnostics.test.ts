/** The registry: every rule in both languages, with the same values. */
import {describe, expect, it} from 'vitest'
import {message, rules, type Rule, wording} from '../src/diagnostics/index.ts'

const names = (template: string) => [...new Set([...template.matchAll(/\{(\w+)(?::[^|}]*\|[^}]*)?\}/g)].map(([, name = '']) => name))].sort()
const all = Object.entries(rules) as [string, Rule][]

describe('the registry', () => {
  it.each(all)('%s has its words in Chinese, and says nothing there that it does not say in English', (_, {summary, reason, note, words = {}}) => {
    for (const both of [summary, reason, note, ...Object.values(words).flatMap((codes) => Object.values(codes))]) expect(both.zh).toMatch(/\p{Script=Han}|`/u)
    expect(names(reason.en)).toEqual(expect.arrayContaining(names(reason.zh)))
    expect(names(note.zh)).toEqual(names(note.en))
  })

  it.each(all)('%s counts one as one', (_, {reason}) => {
    expect(reason.en).not.toMatch(/\{count\} (?!\{count:|in all|cells)[a-z ]*s\b/)
  })
})

describe('a message', () => {
  it('counts', () => {
    expect(wording(message('emphasis-mended', {path: 'a'}, {count: 1}), 'en').reason).toContain('in 1 place,')
    expect(wording(message('emphasis-mended', {path: 'a'}, {count: 2}), 'en').reason).toContain('in 2 places,')
  })

  it('says what a code stands for', () => {
    const entry = message('citation-left', {path: 'a'}, {marker: '[9]', count: 1, reason: 'no-sources'})
    expect(wording(entry, 'zh').reason).toContain('本书没有文献')
  })
})
