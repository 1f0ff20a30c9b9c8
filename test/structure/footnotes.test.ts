/** Which note a call calls, where several have one label or none stands near. */
import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

/** Chapter → its notes, plain, up to their first link. */
const notesOf = (html: string) => Object.fromEntries([...html.matchAll(/<section id="(\w+)" class="[^"]*">([\s\S]*?)(?=<section id=|$)/g)].map(([, id, inner = '']) => [id, [...inner.matchAll(/<li id="[^"]*-fn-\d+">\s*<p>(.*?)<a /g)].map(([, note = '']) => note.replace(/<[^>]+>/g, '').trim())]))
const compose = (text: string) => composeFiles({'book.yml': 'language: en\n', 'a.md': text})

describe('of two notes with one label', () => {
  it.each([
    ['that of the chapter is called', '# One\n\nA[^1].\n\n[^1]: First.\n\n# Two\n\nB[^1], again[^1].\n\n[^1]: Second.\n', {c1: ['First.'], c2: ['Second.']}],
    ['that of the chapter is called, though it stands before its call', '# One\n\n[^1]: First.\n\nA[^1].\n\n# Two\n\n[^1]: Second.\n\nB[^1].\n', {c1: ['First.'], c2: ['Second.']}],
    ['the next behind is called', '# One\n\nA[^1].\n\n[^1]: First.\n\n## Part\n\nB[^1].\n\n[^1]: Second.\n\n# Two\n\nC.\n', {c1: ['First.', 'Second.'], c2: []}],
    ['a note that is called by a note is its neighbour', '# One\n\nA[^1].\n\n[^1]: First[^2].\n\n[^2]: Inner one.\n\n# Two\n\nB[^1].\n\n[^1]: Second[^2].\n\n[^2]: Inner two.\n', {c1: ['First', 'Inner one.'], c2: ['Second', 'Inner two.']}],
  ])('%s', async (_, text, expected) => {
    const {html, messages} = await compose(text)
    expect(notesOf(html)).toEqual(expected)
    expect(messages).not.toContain('footnote-')
  })

  it('one that no call can mean is told, with the place of the other', async () => {
    const {messages} = await compose('# One\n\nA[^1].\n\n[^1]: First.\n[^1]: Second.\n\n# Two\n\nC.\n')
    expect(messages).toBe('a.md:6:1 warning footnote-repeated Unexpected second footnote `1`, expected the one of line 5 to be the only one (also 5:1)\n')
  })

  it('one is told with the place of the other of its chapter', async () => {
    const {messages} = await compose('# One\n\nA[^1].\n\n[^1]: First.\n\n# Two\n\nB[^1].\n\n[^1]: Second.\n[^1]: Third.\n')
    expect(messages).toMatch(/^a\.md:12:1 warning footnote-repeated .* line 11 .*\(also 11:1\)\n$/)
  })

  it('that of the file is called, in a chapter of two files', async () => {
    const {html, messages} = await composeFiles({'book.yml': 'language: en\n', 'a.md': '# One\n\n[^1]: First.\n\nA[^1].\n', 'b.md': '## Goes on\n\nB[^1].\n\n[^1]: Second.\n', 'c.md': '# Two\n\nC.\n'})
    expect(notesOf(html)).toEqual({c1: ['First.', 'Second.'], c2: []})
    expect(messages).toBe('')
  })
})

describe('a call whose note stands in another file', () => {
  const sources = {'sources.yml': '- {id: 1, type: book, title: X}\n'}

  it.each([['1', '1'], ['far', 'far'], ['Far', 'far']])('calls it, where it is the only one of its label: [^%s]', async (call, label) => {
    const {html, messages} = await composeFiles({'book.yml': 'language: en\n', 'a.md': `# One\n\nA[^${call}] and[[1]], \\[^${call}].\n`, 'b.md': '# Two\n\nB.\n', 'notes.md': `[^${label}]: Far away.\n`, 'sources.yml': '- {id: 1, type: book, title: X, author: Y, issued: 2001}\n'})
    expect(notesOf(html)).toMatchObject({c1: ['Far away.'], c2: []})
    expect(html).toContain(`, [^${call}].`)
    expect(messages).toBe('')
  })

  it.each([['1'], ['far']])('is told where that file calls it itself: [^%s]', async (label) => {
    const {html, messages} = await composeFiles({'book.yml': 'language: en\n', 'a.md': `# One\n\nA[^${label}] and[^2].\n\n[^2]: Own.\n`, 'b.md': `# Two\n\nB[^${label}].\n\n[^${label}]: Of two.\n`})
    expect(notesOf(html)).toEqual({c1: ['Own.'], c2: ['Of two.']})
    expect(messages).toMatch(new RegExp(`^a\\.md:3:\\d+ warning footnote-undefined Unexpected call of footnote \`${label}\`, whose note stands in b\\.md, expected .* \\(also 5:1\\)\n$`))
  })

  it('is told where no file has it', async () => {
    const {messages} = await composeFiles({'book.yml': 'language: en\n', 'a.md': '# One\n\nA[^7], B[^7] and[^2].\n\n[^2]: Own.\n\n# Two\n', ...sources})
    expect(messages).toContain('a.md:3:2 warning footnote-undefined Unexpected call of footnote `7`, whose note stands nowhere, expected `[^7]: …` in this file (also 3:9)\n')
    expect(messages).not.toContain('citation-left')
  })
})
