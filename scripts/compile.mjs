/** TypeScript of src/ → one bundled command line in lib/. Heavy parts are chunks that load when used.
 *
 * BANBEN_LIB names another folder beside lib/, so that two compilations do not meet. */
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {build} from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const lib = path.resolve(root, process.env.BANBEN_LIB || 'lib')
/** Native or very large packages, and those that find files beside themselves. */
const external = ['css-tree', 'puppeteer', 'sharp', '@resvg/resvg-js', 'subset-font', '@sparticuz/chromium', '@expo-google-fonts/*', '@fontsource/*', 'citeproc']
/** Files that run as threads are programs of their own; main and build are what set-up makes quick (`setup/quick.mjs`). */
const entryPoints = ['src/cli.ts', 'src/main.ts', 'src/build.ts', 'src/quick.ts', ...readdirSync(path.join(root, 'src'), {recursive: true}).map(String).filter((name) => /(^|[\\/])[\w-]*worker\.ts$/.test(name)).map((name) => `src/${name.replaceAll('\\', '/')}`)]

/** The packer of EPUBs brings an HTML parser, a fetcher and a ZIP writer, which `editions/epub/container.ts` never lets it use: its own
 * parts for browsers lack the first two, and the third is put in place before anything is packed. A tenth of a short build is their loading. */
const lightPacker = {
  name: 'light-packer',
  setup({onLoad, onResolve}) {
    const packer = path.dirname(createRequire(import.meta.url).resolve('epub-gen-memory/package.json'))
    const {browser} = JSON.parse(readFileSync(path.join(packer, 'package.json'), 'utf8'))
    onResolve({filter: /^\.\//}, ({path: name, resolveDir}) => {
      const inside = path.relative(packer, path.resolve(resolveDir, name)).replaceAll('\\', '/')
      const other = browser[`./${inside}.js`]
      return other && {path: path.join(packer, other)}
    })
    onResolve({filter: /^jszip$/}, () => ({path: 'jszip', namespace: 'light-packer'}))
    onLoad({filter: /.*/, namespace: 'light-packer'}, () => ({contents: 'module.exports = class { file() {} }'}))
  },
}

const {metafile} = await build({
  absWorkingDir: root,
  entryPoints,
  outbase: 'src',
  outdir: lib,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external,
  plugins: [lightPacker],
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  chunkNames: '[name]-[hash]',
  banner: {js: "import {createRequire as banbenRequire} from 'node:module'; const require = banbenRequire(import.meta.url);"},
  metafile: true,
  logLevel: 'warning',
})

// Written first and cleaned after: a program that is running keeps its chunks until it has loaded them.
const written = new Set(Object.keys(metafile.outputs).map((name) => path.resolve(root, name)))
for (const name of existsSync(lib) ? readdirSync(lib, {recursive: true, withFileTypes: true}) : []) {
  const file = path.join(name.parentPath, name.name)
  if (name.isFile() && !written.has(file)) rmSync(file)
}
