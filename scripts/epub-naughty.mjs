/** A book with one string wherever an author can put text. */
import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'

/** @returns The folder. */
export function naughtyBook(folder, text) {
  mkdirSync(folder, {recursive: true})
  for (const [name, content] of Object.entries(naughtyFiles(text))) writeFileSync(path.join(folder, name), content)
  return folder
}

/** A term must have a name that shows: a glossary with another is refused, by `glossary-invalid`, so such a string is none of a term. */
export function naughtyFiles(text) {
  const named = /[^\s\p{C}]/u.test(text)
  const quoted = JSON.stringify(text)
  const line = text.replace(/[\r\n]+/g, ' ')
  return {
    'book.yml': `title: ${quoted}\nsubtitle: ${quoted}\nauthor: [${quoted}, {name: ${quoted}, role: trl, fileAs: ${quoted}}]\nlanguage: zh-CN\nimprint: {publisher: ${quoted}, series: ${quoted}, place: ${quoted}, edition: ${quoted}}\nrights: ${quoted}\ndescription: ${quoted}\nkeywords: [${quoted}, 词]\nidentifier: {doi: ${quoted}}\n`,
    'glossary.yml': named ? `- zh: ${quoted}\n  en: ${quoted}\n  definition: {zh: ${quoted}, en: ${quoted}}\n- zh: 术语\n  en: term\n  abbreviation: ${quoted}\n  definition: {zh: ${quoted}, en: definition}\n` : '- zh: 术语\n  en: term\n',
    'sources.yml': `- id: 1\n  type: book\n  title: ${quoted}\n  author: [{family: ${quoted}, given: ${quoted}}]\n  publisher: ${quoted}\n  URL: ${quoted}\n`,
    'text.md': `# ${line}\n\n${text}\n\n## ${line}\n\n术语，${line}[[1]]。\n\n- ${line}\n\n> ${line}\n\n| ${line} | b |\n|---|---|\n| ${line} | c |\n\n[${line}](<${line}>) [x](https://example.org/?q=${encodeURI(line.toWellFormed()).slice(0, 300)}) <span id="${line}" lang="${line}" title="${line}">x</span>\n\n\`${line}\` $${line}$ 注[^1]\n\n\`\`\`\n${text}\n\`\`\`\n\n## ${line}\n\n末。\n\n[^1]: ${line}\n`,
  }
}
