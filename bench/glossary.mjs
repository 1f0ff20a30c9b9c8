/** Cost of terms: 5,000 terms over 1 million characters, and how the cost grows as the text doubles.
 *
 * CPU of the whole step 6 (survey, checks, injection) and of the matching alone; parsing is not counted. */
import {mkdirSync, rmSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'node_modules/.cache/bench-glossary')
mkdirSync(folder, {recursive: true})
const outfile = path.join(folder, 'room.mjs')
await build({stdin: {contents: `export {glossTerms} from './src/glossary/index.ts'; export {surveyTerms} from './src/glossary/survey.ts'; export {localeOf} from './src/locale/index.ts'; export {defaultConfig} from './src/config.ts'`, resolveDir: root}, bundle: true, format: 'esm', platform: 'node', outfile, packages: 'external', logLevel: 'error'})
const {glossTerms, surveyTerms, localeOf, defaultConfig} = await import(pathToFileURL(outfile).href)

/** A sequence that is the same on every run (mulberry32). */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = seeded(7)
const character = () => String.fromCharCode(0x4e00 + Math.floor(random() * 3000))
const word = (length) => Array.from({length}, character).join('')
const latin = () => Array.from({length: 4 + Math.floor(random() * 6)}, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('')
const terms = Array.from({length: 5000}, (_, index) => ({id: `t${index + 1}`, forms: {zh: word(2 + Math.floor(random() * 5)), en: `${latin()} ${latin()}`}, abbreviation: index % 5 === 0 ? latin().slice(0, 4).toUpperCase() : undefined, definitions: {}, place: {path: 'glossary.yml'}}))

function paragraph() {
  let text = ''
  while (text.length < 400) {
    const chance = random()
    text += chance < 0.12 ? terms[Math.floor(random() * terms.length)].forms.zh : chance < 0.14 ? terms[Math.floor(random() * terms.length)].forms.en : word(3)
    if (random() < 0.1) text += '，'
    if (random() < 0.04) text += '（如甲）'
  }
  return `${text}。`
}

function bookOf(length) {
  const children = []
  for (let size = 0; size < length; ) {
    const value = paragraph()
    size += value.length
    children.push({type: 'paragraph', children: [{type: 'text', value}]})
  }
  const config = {...defaultConfig(), language: 'zh-CN'}
  return {config, chapters: [{id: 'c1', matter: 'body', role: 'chapter', title: '', path: 'a.md', tree: {type: 'root', children}}], terms: new Map(terms.map((term) => [term.id, term])), mentions: [], messages: []}
}

async function cpu(work) {
  const start = process.cpuUsage()
  await work()
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1e6
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1]
const services = {locale: localeOf('zh-CN'), parseInline: () => []}
await glossTerms(bookOf(50_000), services) // warm-up
let before
console.log('characters   step 6, s   per doubling   matching, s')
for (const length of [125_000, 250_000, 500_000, 1_000_000]) {
  const whole = []
  const matching = []
  for (let run = 0; run < 5; run++) {
    const book = bookOf(length)
    matching.push(await cpu(() => surveyTerms(book)))
    whole.push(await cpu(() => glossTerms(book, services)))
  }
  const seconds = median(whole)
  console.log(`${String(length).padStart(10)}   ${seconds.toFixed(3).padStart(9)}   ${(before ? (seconds / before).toFixed(2) : '–').padStart(12)}   ${median(matching).toFixed(3).padStart(11)}`)
  before = seconds
}
rmSync(folder, {recursive: true, force: true})
