/** Templates and themes: real files below `templates/`. EJS in, text out; themes are CSS only. */
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import ejs from 'ejs'

/** Values → text. */
export type Template = (values: Record<string, unknown>) => string

/** @param folder `context.templates`.
 * @param name `html/page.ejs`; it may include its neighbours. */
export async function loadTemplate(folder: string, name: string): Promise<Template> {
  const filename = path.join(folder, name)
  // cache: a template that includes itself for each chapter of a long book is compiled once
  return ejs.compile(await readFile(filename, 'utf8'), {filename, cache: true})
}

/** @param name Folder of `templates/themes/`.
 * @returns The theme's CSS; undefined where there is no such theme, or it has none for this target. */
export async function loadTheme(folder: string, name: string, target: 'screen' | 'print' | 'epub'): Promise<string | undefined> {
  if (!/^[\w-]+$/.test(name)) return undefined
  try {
    return await readFile(path.join(folder, 'themes', name, `${target}.css`), 'utf8')
  } catch {
    return undefined
  }
}

/** What formulas need of a style sheet, in every edition. */
export const formulaStyle = (templates: string) => readFile(path.join(templates, 'formulas.css'), 'utf8')

/** Of the program that these templates belong to. */
export async function programVersion(templates: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(templates, '..', 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
}
