/** One page of each edition of the sample as a picture for the README: `dist/report/*` → `docs/report-*.png`; and of each
 * theme a sheet with the first pages of the example: `docs/theme-*.png`.
 *
 * Run by hand after `npm run build`. Needs poppler (pdftotext, pdftoppm) and unzip; no edition is changed. The HTML page
 * is made once more with its fonts inside, since the machine that takes the picture may have none for Chinese.
 * The page is the one where the chapter named by the first argument opens (default 第二章). */
import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {homedir, tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import puppeteer from 'puppeteer-core'
import sharp from 'sharp'

const root = path.resolve(import.meta.dirname, '..')
const chapter = process.argv[2] ?? '第二章'
const edition = (extension) => path.join(root, 'dist', 'report', `report.${extension}`)
/** All pictures have one shape, so that they stand in a row. */
const shape = {width: 560, height: 790}
const largest = 200 * 1024

async function save(name, png) {
  const file = path.join(root, 'docs', `report-${name}.png`)
  const picture = await sharp(png).resize({...shape, fit: 'cover', position: 'top'}).png({palette: true, colours: 64, compressionLevel: 9}).toBuffer()
  if (picture.length > largest) throw new Error(`${file}: ${picture.length} bytes, expected at most ${largest}`)
  writeFileSync(file, picture)
  console.log(`${path.relative(root, file)} ${picture.length} bytes`)
}

/** Number of the last page that opens with the chapter: the contents name it earlier. */
function pageOf(pdf) {
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], {encoding: 'utf8', maxBuffer: 2 ** 28}).split('\f')
  const page = pages.findIndex((text) => text.split('\n').filter((line) => line.trim()).slice(0, 3).some((line) => line.trim().startsWith(chapter) && !/\d\s*$/.test(line)))
  if (page < 0) throw new Error(`No page of ${pdf} opens with ${chapter}`)
  return page + 1
}

function picturePdf(folder) {
  const page = String(pageOf(edition('pdf')))
  execFileSync('pdftoppm', ['-r', '110', '-f', page, '-l', page, '-png', '-singlefile', edition('pdf'), path.join(folder, 'page')])
  return readFileSync(path.join(folder, 'page.png'))
}

/** The chapter's own file, as a reading system of the width of a large phone sets it. */
async function pictureEpub(folder, browser) {
  execFileSync('unzip', ['-q', edition('epub'), '-d', folder])
  const files = readdirSync(folder, {recursive: true}).map(String).filter((file) => file.endsWith('.xhtml'))
  const file = files.find((name) => new RegExp(`<h[12][^>]*>(?:<[^>]+>)*${chapter}`).test(readFileSync(path.join(folder, name), 'utf8')))
  if (!file) throw new Error(`No file of ${edition('epub')} opens with ${chapter}`)
  const page = await browser.newPage()
  await page.setViewport({width: 420, height: 592, deviceScaleFactor: 2})
  await page.goto(pathToFileURL(path.join(folder, file)).href)
  return page.screenshot()
}

function pageWithFonts(folder) {
  const book = path.join(folder, 'report')
  cpSync(path.join(root, 'source', 'report'), book, {recursive: true})
  writeFileSync(path.join(book, 'book.yml'), `${readFileSync(path.join(book, 'book.yml'), 'utf8')}\nhtml: {fonts: subset}\n`)
  execFileSync(process.execPath, [path.join(root, 'lib', 'cli.js'), 'build', book, '--format', 'html', '--out', folder, '--json'], {stdio: ['ignore', 'ignore', 'inherit']})
  return path.join(folder, 'report', 'report.html')
}

async function pictureHtml(folder, browser) {
  const page = await browser.newPage()
  await page.setViewport({width: 1180, height: 1665, deviceScaleFactor: 1})
  await page.goto(pathToFileURL(pageWithFonts(folder)).href)
  await page.evaluate((name) => {
    const heading = [...document.querySelectorAll('main h1, main h2, article h1, article h2')].find((element) => element.textContent.trim().startsWith(name))
    heading?.scrollIntoView()
  }, chapter)
  return page.screenshot()
}

/** Eight pages from the first chapter on, or from the start where the theme has no cover. */
async function pictureTheme(theme, folder) {
  const book = path.join(folder, theme, 'example')
  cpSync(path.join(root, 'source', 'example'), book, {recursive: true})
  const settings = readFileSync(path.join(book, 'book.yml'), 'utf8').replace(/^pdf:\n(?: .*\n?)*/m, '')
  writeFileSync(path.join(book, 'book.yml'), `${settings}\npdf: {theme: ${theme}, trim: B5}\n`)
  execFileSync(process.execPath, [path.join(root, 'lib', 'cli.js'), 'build', book, '--format', 'pdf', '--out', path.join(folder, theme), '--json'], {stdio: ['ignore', 'ignore', 'inherit']})
  const pages = theme === 'brief' ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2, 3, 5, 7, 8, 9, 14]
  const cells = pages.map((page) => {
    const name = path.join(folder, theme, `page-${page}`)
    execFileSync('pdftoppm', ['-r', '48', '-f', String(page), '-l', String(page), '-png', '-singlefile', path.join(folder, theme, 'example', 'example.pdf'), name])
    return `${name}.png`
  })
  const {width = 0, height = 0} = await sharp(cells[0]).metadata()
  const gap = 10
  const sheet = await sharp({create: {width: 4 * (width + gap) + gap, height: 2 * (height + gap) + gap, channels: 3, background: '#d9d9d9'}})
    .composite(cells.map((input, index) => ({input, left: gap + (index % 4) * (width + gap), top: gap + Math.floor(index / 4) * (height + gap)}))).png().toBuffer()
  const picture = await sharp(sheet).png({palette: true, colours: 64, compressionLevel: 9}).toBuffer()
  if (picture.length > 2 * largest) throw new Error(`theme-${theme}.png: ${picture.length} bytes, expected at most ${2 * largest}`)
  writeFileSync(path.join(root, 'docs', `theme-${theme}.png`), picture)
  console.log(`docs/theme-${theme}.png ${picture.length} bytes`)
}

/** The browser that set-up has found. */
function browserPath() {
  const record = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'banben', 'browser.json')
  return process.env.PUPPETEER_EXECUTABLE_PATH || JSON.parse(readFileSync(record, 'utf8')).path
}

const folder = mkdtempSync(path.join(tmpdir(), 'banben-docs-'))
const browser = await puppeteer.launch({headless: 'shell', pipe: true, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], executablePath: browserPath()})
try {
  for (const name of [path.join(root, 'docs'), path.join(folder, 'html')]) mkdirSync(name, {recursive: true})
  await save('html', await pictureHtml(path.join(folder, 'html'), browser))
  await save('pdf', picturePdf(folder))
  for (const theme of ['academic', 'technical', 'brief']) await pictureTheme(theme, folder)
  await save('epub', await pictureEpub(path.join(folder, 'epub'), browser))
} finally {
  await browser.close()
  rmSync(folder, {recursive: true, force: true})
}
