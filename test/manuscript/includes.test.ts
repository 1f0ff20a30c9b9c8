/** Texts put together from several files: what is read, what is refused, and that places stay true. */
import {symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {readManuscript} from '../../src/manuscript/index.ts'
import {composeBook} from '../../src/pipeline.ts'
import {folderOf} from './fixture.ts'

const read = (files: Record<string, string>) => readManuscript(folderOf(files), {epoch: undefined})
const told = (messages: {ruleId: string; place: {path: string; line?: number}}[]) => messages.map(({ruleId, place}) => `${place.path}:${place.line} ${ruleId}`)

describe('an include', () => {
  it.each(['{{#include part.md}}', '{{< include part.md >}}', '  {{#include  ./part.md }}  '])('is the text of the file, which is then no text of its own: %s', async (line) => {
    const {texts, messages} = await read({'a.md': `# A\n\n${line}\n\nafter\n`, 'part.md': '---\ntitle: x\n---\n\nwithin\n'})
    expect(texts.map(({path: name}) => name)).toEqual(['a.md'])
    expect(texts[0]?.text.replace(/\s+/g, ' ').trim()).toBe('# A within after')
    expect(messages).toEqual([])
  })

  it('stands beside its own file where book.yml lists both', async () => {
    const {texts} = await read({'book.yml': 'chapters: [a.md, part.md]', 'a.md': '{{#include part.md}}', 'part.md': 'within'})
    expect(texts.map(({text}) => text.trim())).toEqual(['within', 'within'])
  })

  it('goes on with the list around it and fills a fence, with front matter and all', async () => {
    const {texts} = await read({'a.md': '- one\n{{#include rest.md}}\n\n```yaml\n{{#include data.yml}}\n```\n', 'rest.md': '- two\n', 'data.yml': '---\nkey: 1\n---\n'})
    expect(texts[0]?.text).toBe('- one\n- two\n\n```yaml\n---\nkey: 1\n---\n```\n')
  })

  it('behind a backslash, within a line and without its file is left as it is; what is missing is told once', async () => {
    const text = '\\{{#include part.md}}\n\nsee {{#include part.md}}\n\n{{#include prat.md}}\n\n```\n{{#include gone.rs}}\n```\n'
    const {texts, messages} = await read({'a.md': text, '_part.md': 'within', 'part.md': 'x'})
    expect(texts.find(({path: name}) => name === 'a.md')?.text).toBe(text.slice(1))
    expect(messages.map(({ruleId, place, values}) => `${place.line} ${ruleId} ${values.meant}`)).toEqual(['5 include-missing part.md'])
    expect(messages[0]?.related).toEqual([{path: 'a.md', line: 8, column: 1}])
  })

  it('never leads out of the folder', async () => {
    const folder = folderOf({'a.md': '{{#include ../secret.md}}\n{{#include /etc/hostname}}\n{{#include link.md}}\n{{#include up/secret.md}}\n'})
    writeFileSync(path.join(folder, '..', 'secret.md'), 'CANARY')
    symlinkSync('../secret.md', path.join(folder, 'link.md'))
    symlinkSync('..', path.join(folder, 'up'))
    writeFileSync(path.join(folder, 'book.yml'), 'chapters: [a.md]\n')
    const {texts, messages} = await readManuscript(folder, {epoch: undefined})
    expect(texts[0]?.text).not.toContain('CANARY')
    expect(told(messages)).toEqual(['a.md:1 include-missing'])
  })

  it('loses no text in a circle, below eight files, or within a comment', async () => {
    const words = async (files: Record<string, string>) => [...(await read(files)).texts.map(({text}) => text).join(' ').matchAll(/w\d+w/g)].map(([word]) => word).sort()
    expect(await words({'a.md': 'w1w\n\n{{#include b.md}}\n', 'b.md': 'w2w\n\n{{#include a.md}}\n', 'c.md': 'w3w\n'})).toEqual(['w1w', 'w2w', 'w3w'])
    const chain = Object.fromEntries(Array.from({length: 11}, (_, index) => [`${index + 10}.md`, `w${index + 10}w\n\n{{#include ${index + 11}.md}}\n`]))
    expect(await words(chain)).toEqual(Array.from({length: 11}, (_, index) => `w${index + 10}w`))
    expect(await words({'a.md': 'w1w\n\n<!--\n{{#include b.md}}\n-->\n', 'b.md': 'w2w\n'})).toEqual(['w1w', 'w2w'])
  })

  it('never reads what lists of a folder leave out', async () => {
    const folder = folderOf({'a.md': '{{#include .env}}\n{{#include plain.md}}\n{{#include .git/config}}\n{{#include node_modules/x/y.md}}\n{{#include ./part.md}}\n', '.env': 'SECRET', '.git/config': 'SECRET', 'node_modules/x/y.md': 'SECRET', 'part.md': 'within'})
    symlinkSync('.env', path.join(folder, 'plain.md'))
    writeFileSync(path.join(folder, 'book.yml'), 'chapters: [a.md]\n')
    const {texts, messages} = await readManuscript(folder, {epoch: undefined})
    expect(texts[0]?.text).not.toContain('SECRET')
    expect(texts[0]?.text).toContain('within')
    expect(messages.map(({ruleId, values}) => `${ruleId} ${values.count}`)).toEqual(['include-missing 4'])
  })

  it('in an indented fence keeps its place, and a longer fence holds a shorter one', async () => {
    const {texts} = await read({'a.md': '- item\n\n  ```html\n  {{#include code.txt}}\n  ```\n\n````md\n```\n{{#include head.md}}\n```\n````\n', 'code.txt': '<p>\n\n# no heading\n', 'head.md': '---\ntitle: x\n---\n'})
    expect(texts.find(({path: name}) => name === 'a.md')?.text).toBe('- item\n\n  ```html\n  <p>\n\n  # no heading\n  ```\n\n````md\n```\n---\ntitle: x\n---\n```\n````\n')
  })

  it('of itself, and of files that multiply, ends', async () => {
    const circle = await read({'a.md': 'A\n\n{{#include b.md}}\n', 'b.md': 'B\n\n{{#include a.md}}\n'})
    expect(told(circle.messages)).toEqual(['b.md:3 include-circular', 'a.md:3 include-circular'])
    const many = Object.fromEntries('abcdefg'.split('').map((name, index) => [`${name}.md`, `{{#include ${'abcdefg'[index + 1] ?? 'z'}.md}}\n`.repeat(12)]))
    const flood = await read({...many, 'z.md': '', 'book.yml': 'chapters: [a.md]'})
    expect(flood.messages.map(({ruleId}) => ruleId)).toEqual(['include-circular', 'text-empty'].filter((rule) => rule !== 'text-empty' || flood.texts.every(({text}) => text.trim() === '')))
  })
})

describe('places', () => {
  it('are those of the file that holds the line', async () => {
    const manuscript = await read({
      'a.md': '# A\n\none [[7]]\n\n{{#include part.md}}\n\nfour [[9]]\n',
      'part.md': '\ntwo [[8]]\n\n{{#include deep/inner.md}}\n\nthree [[8]]\n',
      'deep/inner.md': '![](gone.png) [[10]]\n',
    })
    const {book} = await composeBook(manuscript)
    expect(book.calls.map(({number, place}) => `${place.path}:${place.line}:${place.column} ${number}`)).toEqual(['a.md:3:5 7', 'part.md:2:5 8', 'deep/inner.md:1:15 10', 'part.md:6:7 8', 'a.md:7:6 9'])
    const undefinedAt = book.messages.filter(({ruleId}) => ruleId === 'citation-undefined').flatMap(({place, related = []}) => [place, ...related]).map(({path: name, line}) => `${name}:${line}`)
    expect(undefinedAt.sort()).toEqual(['a.md:3', 'a.md:7', 'deep/inner.md:1', 'part.md:2', 'part.md:6'])
  })

  it('are told in the file that goes on a chapter of another, also where that one includes', async () => {
    const {book} = await composeBook(await read({'1.md': '# 书\n\n## 甲\n\n一[[1]]\n\n## 乙\n', '2.md': '二[[2]]\n\n{{#include _p.md}}\n\n四[[4]]\n', '3.md': '五[[5]]\n\n## 丙\n\n六[[6]]\n', '_p.md': '\n三[[3]]\n'}))
    expect(book.chapters.filter(({matter}) => matter === 'body').map(({title}) => title)).toEqual(['第一章　甲', '第二章　乙', '第三章　丙'])
    expect(book.calls.map(({number, place}) => `${number} ${place.path}:${place.line}:${place.column}`)).toEqual(['1 1.md:5:2', '2 2.md:1:2', '3 _p.md:2:2', '4 2.md:5:2', '5 3.md:1:2', '6 3.md:5:2'])
    expect(book.messages.filter(({ruleId}) => ruleId === 'citation-undefined').map(({place}) => place.path)).toEqual(['1.md', '2.md', '_p.md', '2.md', '3.md', '3.md'])
  })

  it('within the words of a message are those of the files too', async () => {
    const {book} = await composeBook(await read({'a.md': '# A\n\n{{#include part.md}}\n', 'part.md': '\n\nuse [[1]] and [[1]].\n\n## References\n\n[1] One, https://example.org/a\n\n[1] Two, https://example.org/b\n'}))
    const told = book.messages.filter(({ruleId}) => ruleId === 'source-repeated' || ruleId === 'source-conflict')
    expect(told.map(({place, values}) => `${place.path}:${place.line} ${values.line}`)).toEqual(['part.md:9 7'])
  })

  it('move with the edits into the file that holds the words', async () => {
    const {book} = await composeBook(await read({'a.md': '# 甲\n\n导热作用。\n', 'b/x.md': '又是导热作用。\n', 'c.md': '# 乙\n\n{{#include _p.md}}\n\n导热作用。\n', '_p.md': '引导热作用。\n', 'glossary.yml': '- zh: 热传导\n  en: heat conduction\n  deprecated: [导热作用]\n'}))
    expect(book.messages.filter(({ruleId}) => ruleId === 'term-deprecated').map(({place, fix}) => `${place.path}:${place.line} ${fix ? `${fix.start}–${fix.end}` : '–'}`).sort()).toEqual(['a.md:3 5–9', 'b/x.md:1 2–6', '_p.md:1 1–5', 'c.md:5 25–29'].sort())
  })

  it('of limits are too', async () => {
    const {messages} = await read({'book.yml': 'limits: {blockBrackets: 5}', 'a.md': 'A\n\n{{#include part.md}}\n', 'part.md': `\n\n${'[x'.repeat(9)}\n`})
    expect(told(messages)).toEqual(['part.md:3 block-plain'])
  })
})
