/** TypeScript of src/ → one bundled command line in lib/. Heavy parts are chunks that load when used. */
import {rmSync} from 'node:fs'
import path from 'node:path'
import {build} from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')
/** Native or very large packages, and those that find files beside themselves. */
const external = ['puppeteer', 'sharp', '@resvg/resvg-js', 'subset-font', '@sparticuz/chromium', '@expo-google-fonts/*', '@fontsource/*', 'citeproc']

rmSync(path.join(root, 'lib'), {recursive: true, force: true})
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli.ts'],
  outdir: 'lib',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  banner: {js: "import {createRequire as banbenRequire} from 'node:module'; const require = banbenRequire(import.meta.url);"},
  logLevel: 'warning',
})
