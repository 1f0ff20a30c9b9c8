/** A theme is CSS only: `templates/themes/<name>/print.css`. What a page rule must know of it stands in its `:root` as custom properties. */
import {readFile} from 'node:fs/promises'
import path from 'node:path'

export interface Theme {
  css: string
  /** `--chapter-opens`: chapters start a `page` of their own, or `flow` on. */
  chapterOpens: 'page' | 'flow'
  /** `--contents: chapters`: one level less than in a book, but never less than the chapters. */
  contents: 'sections' | 'chapters'
  /** `--folio-at`: `bottom-center`, `bottom-outer` or `top-outer`. */
  folioAt: 'bottom-center' | 'bottom-outer' | 'top-outer'
  /** `--head-at`: `top-outer`, `top-inner`, `top-center` or `none`. */
  headAt: 'top-outer' | 'top-inner' | 'top-center' | 'none'
}

/** @returns undefined where there is no such theme. */
export async function readTheme(templates: string, name: string): Promise<Theme | undefined> {
  if (!/^[\w-]+$/.test(name)) return undefined
  try {
    const css = await readFile(path.join(templates, 'themes', name, 'print.css'), 'utf8')
    return {
      css,
      chapterOpens: pick(css, 'chapter-opens', ['page', 'flow']),
      contents: pick(css, 'contents', ['sections', 'chapters']),
      folioAt: pick(css, 'folio-at', ['bottom-center', 'bottom-outer', 'top-outer']),
      headAt: pick(css, 'head-at', ['top-outer', 'top-inner', 'top-center', 'none']),
    }
  } catch {
    return undefined
  }
}

/** @param values The first one is the default. */
function pick<Value extends string>(css: string, property: string, values: [Value, ...Value[]]): Value {
  const value = new RegExp(`--${property}:\\s*([\\w-]+)`).exec(css)?.[1]
  return values.find((known) => known === value) ?? values[0]
}
