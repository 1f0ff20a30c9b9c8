/** Other programs on the same text: what is installed of them, and how each is called.
 *
 * `PANDOC` names a pandoc elsewhere: typst is written by 3.1.2 and later only, which Debian 12 has not. */
import {spawnSync} from 'node:child_process'
import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'
import {build} from 'esbuild'

const pandoc = process.env.PANDOC || 'pandoc'

/** npm packages, fetched into the ignored work folder with `--peers`. */
const packages = ['@myriaddreamin/typst-ts-node-compiler', '@mdxport/cli', '@vivliostyle/cli']

/** @returns Names of the peers that are missing. */
export async function preparePeers(work, {fetch}) {
  await build({entryPoints: [path.join(import.meta.dirname, 'bare.mjs')], bundle: true, platform: 'node', format: 'esm', outfile: path.join(work, 'bare.mjs'), logLevel: 'error'})
  if (fetch) {
    for (const name of packages) spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-save', name], {cwd: work, stdio: 'ignore', timeout: 300_000})
  }
  writeFileSync(path.join(work, 'typst.mjs'), typst)
  copyFonts(work)
  return [...(writesTypst() ? [] : ['pandoc 3.1.2 or later, for typst']), ...(has(pandoc) ? [] : ['pandoc']), ...(has('weasyprint') ? [] : ['weasyprint']), ...packages.map((name) => name.replace(/(?<=.)@.*/, '')).filter((name) => !existsSync(path.join(work, 'node_modules', name)))]
}

/** A Node program around the typst compiler, since it has no command line of its own. pandoc's template names no font, which
 * typst refuses. */
const typst = `import {readFileSync, writeFileSync} from 'node:fs'
import {execFileSync} from 'node:child_process'
import path from 'node:path'
import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler'
const [, , from, to, fonts] = process.argv
const typ = to + '.typ'
execFileSync(process.env.PANDOC || 'pandoc', [from, '-s', '-t', 'typst', '-V', 'mainfont=Noto Serif SC', '-o', typ])
const compiler = NodeCompiler.create({workspace: path.dirname(typ), fontArgs: [{fontPaths: [fonts]}]})
writeFileSync(to, compiler.pdf({mainFilePath: typ}))
`

export function peersOf(format, file, work) {
  const out = (name) => path.join(work, `${name}.${format}`)
  const node = process.execPath
  const installed = (name) => existsSync(path.join(work, 'node_modules', name))
  const fonts = {FONTCONFIG_FILE: path.join(work, 'fonts.conf')}
  const peers = {
    html: [
      {name: 'unified alone, bundled', command: [node, path.join(work, 'bare.mjs'), file, out('bare')]},
      has(pandoc) && {name: 'pandoc', command: [pandoc, file, '-s', '-o', out('pandoc')]},
    ],
    epub: [
      {name: 'unified alone, bundled', command: [node, path.join(work, 'bare.mjs'), file, out('bare')]},
      has(pandoc) && {name: 'pandoc', command: [pandoc, file, '-o', out('pandoc')]},
    ],
    pdf: [
      writesTypst() && installed('@myriaddreamin/typst-ts-node-compiler') && {name: 'pandoc → typst', command: [node, path.join(work, 'typst.mjs'), file, out('typst'), path.join(work, 'fonts')]},
      installed('@mdxport/cli') && {name: 'mdxport', command: [node, bin(work, '@mdxport/cli'), file, '-o', out('mdxport')]},
      has(pandoc) && has('weasyprint') && {name: 'pandoc → weasyprint', command: [pandoc, file, '-s', '--pdf-engine=weasyprint', '-o', out('weasyprint')], env: fonts},
      ...(installed('@vivliostyle/cli') ? browsers() : []).map(([name, browser]) => ({name, command: [node, bin(work, '@vivliostyle/cli'), 'build', file, '-o', out('vivliostyle'), '--executable-browser', browser], env: fonts})),
    ],
  }
  return peers[format].filter(Boolean)
}

function bin(work, name) {
  const folder = path.join(work, 'node_modules', name)
  const {bin: entry} = JSON.parse(spawnSync(process.execPath, ['-p', `JSON.stringify(require(${JSON.stringify(path.join(folder, 'package.json'))}))`], {encoding: 'utf8'}).stdout)
  return path.join(folder, typeof entry === 'string' ? entry : Object.values(entry)[0])
}

/** Browsers for vivliostyle, whose own is downloaded from elsewhere: a whole Chromium, as that one is, and the one that banben prints with. */
function browsers() {
  const record = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'banben', 'browser.json')
  const own = process.env.PUPPETEER_EXECUTABLE_PATH || (existsSync(record) && JSON.parse(readFileSync(record, 'utf8')).path)
  const whole = ['chromium', 'chromium-browser', 'google-chrome'].flatMap(find)[0]
  return [...(whole ? [['vivliostyle', whole]] : []), ...(own ? [["vivliostyle, banben's browser", own]] : [])]
}

function writesTypst() {
  return has(pandoc) && spawnSync(pandoc, ['--list-output-formats'], {encoding: 'utf8'}).stdout.split('\n').includes('typst')
}

/** The two fonts of banben's own text, so that none has more to search through, and none prints Chinese as empty boxes. */
function copyFonts(work) {
  writeFileSync(path.join(work, 'fonts.conf'), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${path.join(work, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(work, 'fonts-cache')}</cachedir></fontconfig>\n`)
  const from = path.join(import.meta.dirname, '..', 'node_modules', '@expo-google-fonts', 'noto-serif-sc')
  mkdirSync(path.join(work, 'fonts'), {recursive: true})
  for (const style of ['400Regular', '700Bold']) copyFileSync(path.join(from, style, `NotoSerifSC_${style}.ttf`), path.join(work, 'fonts', `${style}.ttf`))
}

function has(program) {
  return find(program).length > 0
}

function find(program) {
  if (path.isAbsolute(program)) return existsSync(program) ? [program] : []
  return (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, program)).filter((file) => existsSync(file))
}
