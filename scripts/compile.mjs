/** TypeScript of src/ → one bundled command line in lib/. Heavy parts are chunks that load when used.
 *
 * BANBEN_LIB names another folder beside lib/, so that two compilations do not meet. */
import {existsSync, readdirSync, rmSync} from 'node:fs'
import path from 'node:path'
import {build} from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
const lib = path.resolve(root, process.env.BANBEN_LIB || 'lib')
/** Native or very large packages, and those that find files beside themselves. */
const external = ['css-tree', 'puppeteer', 'sharp', '@resvg/resvg-js', 'subset-font', '@sparticuz/chromium', '@expo-google-fonts/*', '@fontsource/*', 'citeproc']
/** Files that run as threads are programs of their own; main and build are what set-up makes quick (`setup/quick.mjs`). */
const entryPoints = ['src/cli.ts', 'src/main.ts', 'src/build.ts', 'src/quick.ts', ...readdirSync(path.join(root, 'src'), {recursive: true}).map(String).filter((name) => /(^|[\\/])[\w-]*worker\.ts$/.test(name)).map((name) => `src/${name.replaceAll('\\', '/')}`)]

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
