/** The table of diagnostics in both READMEs ← the registry in src/diagnostics.
 *
 * `node scripts/readme-tables.mjs` writes; with `--check` it only compares, and exits 1 where they differ. */
import {readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {build} from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const words = {
  en: {head: ['Rule', 'Severity', 'What it says', 'How to mend it'], error: 'error', warning: 'warning', info: 'note'},
  zh: {head: ['规则', '级别', '说明', '怎样改正'], error: '错误', warning: '警告', info: '说明'},
}
const files = {en: 'README.md', zh: 'README.zh.md'}

/** The registry is TypeScript: compiled in memory. */
async function readRules() {
  const {outputFiles} = await build({entryPoints: [path.join(root, 'src/diagnostics/index.ts')], bundle: true, write: false, format: 'esm', platform: 'node'})
  const {rules} = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
  return rules
}

function table(rules, language) {
  const {head, ...severities} = words[language]
  const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\{\w+:[^|}]*\|([^}]*)\}/g, '$1').replaceAll(/\{(\w+)\}/g, '…')
  const row = (cells) => `| ${cells.join(' | ')} |`
  return [
    row(head),
    row(head.map(() => '---')),
    ...Object.entries(rules).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, {severity, summary, note}]) => row([`\`${id}\``, severities[severity], cell(summary[language]), cell(note[language])])),
  ].join('\n')
}

const rules = await readRules()
for (const [language, name] of Object.entries(files)) {
  const file = path.join(root, name)
  const old = readFileSync(file, 'utf8')
  const text = old.replace(/(<!-- diagnostics: begin[^>]*-->)[\s\S]*?(<!-- diagnostics: end -->)/, (_, begin, end) => `${begin}\n\n${table(rules, language)}\n\n${end}`)
  if (text === old) continue
  if (process.argv.includes('--check')) {
    console.error(`${name}: the table of diagnostics is not that of the registry; run node scripts/readme-tables.mjs`)
    process.exitCode = 1
  } else {
    writeFileSync(file, text)
    console.log(`${name} written`)
  }
}
