/** Faults of YAML that authors make: each is told where it was made, by name, with its own mend. */
import {describe, expect, it} from 'vitest'
import {readConfig} from '../src/config.ts'
import {wording} from '../src/diagnostics/index.ts'

const told = (yml: string) => readConfig(yml, 'book.yml').messages.map((entry) => `${entry.place.line}:${entry.place.column} ${wording(entry, 'en').reason.replace('Unexpected YAML: ', '')}`)

describe('a fault of YAML', () => {
  it.each([
    ['title: A\npdf:\n\ttrim: A5\n', '3:1 a tab as indentation'],
    ['title: "A book\nauthor: B\ndate: 2024\n\n', '1:8 a quotation mark that is never closed'],
    ['title: "A book\nauthor: "B"\ndate: 2024\n', '1:8 a quotation mark that is never closed'],
    ['title: \'It\nauthor: B\n', '1:8 a quotation mark that is never closed'],
    ['title: \'It\'s good\'\nauthor: B\n', '1:12 text behind a closing quotation mark'],
    ['title: "A" book\n', '1:12 text behind a closing quotation mark'],
    ['title: A\n author: B\n', '2:2 indentation that fits no line above'],
    ['pdf:\n  trim: A5\n cover: false\n', '3:2 indentation that fits no line above'],
    ['pdf:\n  trim: A5\n    cover: false\n', '3:5 indentation that fits no line above'],
    ['  title: A\nauthor: B\n', '2:1 indentation that fits no line above'],
    ['title: A\nauthor: B\ntitle: C\n', '3:1 the same name a second time'],
    ['title: Banben: a book\nauthor: B\n', '1:14 a second colon with a space behind it'],
    ['keywords:\n  - a: b: c\n', '2:9 a second colon with a space behind it'],
    ['title:A\nauthor: B\n', '1:6 a colon without a space behind it'],
    ['title: A\nauthor:B\n', '2:7 a colon without a space behind it'],
    ['title: 书名\nauthor：B\n', '2:7 a full-width colon'],
    ['title：书名\nauthor：B\n', '1:6 a full-width colon'],
    ['# 书\ntitle:书名\nauthor:B\n', '2:6 a colon without a space behind it'],
    ['only words\n', '1:1 a line without a colon'],
    ['title: A\nno words for it\n', '2:1 a line without a colon'],
    ['title: @home\n', '1:8 a value that begins with a mark of YAML'],
    ['title: `code`\n', '1:8 a value that begins with a mark of YAML'],
    ['title: *bold* text\n', '1:8 a value that begins with a mark of YAML'],
    ['title: [Draft] My book\n', '1:8 a value that begins with a mark of YAML'],
    ['title: > foo\n', '1:8 a value that begins with a mark of YAML'],
    ['%title: x\n', '1:1 a value that begins with a mark of YAML'],
    ['keywords: [a, b\nauthor: B\n', '1:11 a bracket that is never closed'],
    ['pdf: {trim: A5\nauthor: B\n', '1:6 a bracket that is never closed'],
    ['title: "C:\\Users\\x"\n', '1:11 a backslash between double quotation marks'],
    ['title: A\n---\ntitle: B\n', '2:1 a line `---` within the file'],
  ])('%j', (yml, expected) => {
    expect(told(yml)).toEqual([expected])
  })

  it('is told in Chinese too, with the mend of that fault', () => {
    const [fault] = readConfig('title: A\npdf:\n\ttrim: A5\n', 'book.yml').messages
    expect(fault && wording(fault, 'zh')).toEqual({reason: 'YAML 语法有误：用了制表符缩进', note: '请改用空格缩进。'})
  })

  it('names all names that are given twice', () => {
    expect(told('title: A\ntitle: B\ndate: 2024\ndate: 2025\n')).toEqual(['2:1 the same name a second time', '4:1 the same name a second time'])
  })

  it('stands in the file where the front matter of a text stands', () => {
    expect(readConfig('\ntitle: "A\n', 'notes.md', {frontMatter: true}).messages[0]?.place).toEqual({path: 'notes.md', line: 2, column: 8})
  })
})
