/** Which files of a folder are chapters, sources, glossaries and styles, and in which order they are read. */
import {compareNames} from './names.ts'

export const markdown = /\.(md|markdown)$/i

export const usual = {
  sources: /^(?:(?:sources|references|bibliography)\.(?:ya?ml|json)|[^/]+\.(?:bib|ris))$/i,
  glossary: /^(?:glossary|terms)(?:[.-][\w-]+)?\.(?:ya?ml|csv|tsv|tbx)$/i,
  locales: /^(?:[^/]+\/)?locales-[\w-]+\.xml$/i,
  fonts: /^(?:fonts\/)[^/]+\.(?:ttf|otf|ttc|otc|woff2?)$/i,
}

/** @param asked Names, folders or patterns with `*`, `?`, `**`; absent: every Markdown file that is not hidden by `_`.
 * @returns Names in reading order; `absent`: what was asked for and is not there. */
export function chooseTexts(names: string[], asked: string[] | undefined): {texts: string[]; absent: string[]} {
  const all = names.filter((name) => markdown.test(name)).sort(compareTexts)
  if (!asked) return {texts: all.filter((name) => !name.split('/').some((part) => part.startsWith('_'))), absent: []}
  const texts: string[] = []
  const absent: string[] = []
  for (const written of asked) {
    const wanted = written.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC')
    const found = matching(all, wanted)
    if (found.length === 0) absent.push(written)
    for (const name of found) if (!texts.includes(name)) texts.push(name)
  }
  return {texts, absent}
}

/** `a.md` stands before what is in `a/`, as Notion exports a page and those below it, and README.md or index.md before all in its folder. */
function compareTexts(a: string, b: string): number {
  return compareNames(placeOf(a), placeOf(b)) || compareNames(a, b)
}

function placeOf(name: string): string {
  return name.replace(/(?:(?<=^|\/)(?:readme|index))?\.(?:md|markdown)$/i, '')
}

function matching(names: string[], wanted: string): string[] {
  if (/[*?]/.test(wanted)) {
    const pattern = patternOf(wanted)
    return names.filter((name) => pattern.test(name.normalize('NFC')))
  }
  const exact = names.filter((name) => name.normalize('NFC') === wanted)
  return exact.length > 0 ? exact : names.filter((name) => name.normalize('NFC').startsWith(`${wanted.replace(/\/$/, '')}/`))
}

function patternOf(glob: string): RegExp {
  const source = glob.split(/(\*+\/?|\?)/).map((part) => {
    if (part === '?') return '[^/]'
    if (/^\*\*+\/$/.test(part)) return '(?:[^/]+/)*'
    if (/^\*\*+$/.test(part)) return '.*'
    if (part === '*/') return '[^/]*/'
    if (part === '*') return '[^/]*'
    return part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  }).join('')
  return new RegExp(`^${source}$`, 'u')
}
