/** What citations cost as they double: in paragraphs, on one line, in one group, and as hostile text. Prints ms of the processor and ratios.
 *
 * A ratio of 2 is linear; the aim is at most 2.5 a doubling. `node bench/citations.mjs [largest count]` */
import {mkdirSync} from 'node:fs'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {build} from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const largest = Number(process.argv[2] ?? 100_000)
const cases = {
  'one marker a paragraph': (count) => Array.from({length: count}, (_, index) => `第${index}句说明一件事[[${(index % 900) + 1}]]。`).join('\n\n'),
  'on one line': (count) => Array.from({length: count}, (_, index) => `[[${(index % 900) + 1}]]`).join(', '),
  'in one group': (count) => `[${Array.from({length: count}, (_, index) => `[${(index % 900) + 1}]`).join(', ')}]`,
  'bracket dialect with a list': (count) => `${Array.from({length: count}, (_, index) => `句子[${(index % 90) + 1}]，`).join('')}\n\n## 参考文献\n\n${Array.from({length: 90}, (_, index) => `[${index + 1}] 甲: https://example.org/${index}`).join('\n')}`,
  'unclosed groups': (count) => '[[1], [2], '.repeat(count / 10),
  'colons and exclamation marks': (count) => ':!'.repeat(count / 2),
}

const folder = path.join(root, 'node_modules/.cache/banben-bench')
mkdirSync(folder, {recursive: true})
const outfile = path.join(folder, 'pipeline.mjs')
await build({stdin: {contents: "export {composeBook, setGalley} from './src/pipeline.ts'\nexport {defaultConfig} from './src/config.ts'", resolveDir: root, loader: 'ts'}, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile, logLevel: 'error'})
const {composeBook, setGalley, defaultConfig} = await import(pathToFileURL(outfile).href)

async function time(text) {
  const config = defaultConfig()
  config.language ||= 'zh-CN'
  const manuscript = {name: 'bench', config, texts: [{path: 'a.md', text}], sourceFiles: [], glossaryFiles: [], styles: {screen: '', print: '', epub: ''}, assets: new Map(), assetByUrl: new Map(), fonts: new Map(), messages: [], hash: '0'.repeat(64), epoch: 0}
  const cpu = () => {
    const {user, system} = process.cpuUsage()
    return (user + system) / 1000 // not the clock: the machine may be shared
  }
  const start = cpu()
  const composed = await composeBook(manuscript)
  const middle = cpu()
  await setGalley(composed, manuscript)
  return {compose: middle - start, set: cpu() - middle, calls: composed.book.calls.length}
}

await time('预热[[1]]。')
for (const [name, make] of Object.entries(cases)) {
  let before
  for (const count of [largest / 4, largest / 2, largest]) {
    const text = make(count)
    const {compose, set, calls} = await time(text)
    const total = compose + set
    console.log(`${name}\t${count}\t${(text.length / 1000).toFixed(0)} KB\t${calls} calls\tcompose ${compose.toFixed(0)} ms\tset ${set.toFixed(0)} ms${before ? `\tratio ${(total / before).toFixed(2)}` : ''}`)
    before = total
  }
}
