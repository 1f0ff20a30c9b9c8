/** Themes that the book names → what is wrong with them, before anything is made. */
import {readdir} from 'node:fs/promises'
import path from 'node:path'
import {message} from '../diagnostics/index.ts'
import {nearest} from '../diagnostics/nearest.ts'
import {nameSetting} from '../diagnostics/settings.ts'
import type {Format, Manuscript} from '../model/book.ts'
import type {Message} from '../model/message.ts'
import {loadTheme} from './templates.ts'

const sheets = {html: 'screen', pdf: 'print', epub: 'epub'} as const

/** @param formats Those that are made. @returns One message for each setting that names no theme of that format. */
export async function checkThemes({config, settings}: Pick<Manuscript, 'config' | 'settings'>, formats: Format[], templates: string): Promise<Message[]> {
  const asked: {format: Format; theme: string; keys: (string | number)[]}[] = formats.map((format) => ({format, theme: config[format].theme, keys: [`${format}`, 'theme']}))
  for (const [index, {format, options}] of config.editions.entries()) {
    const theme = themeOf(options[format])
    if (theme !== undefined && formats.includes(format)) asked.push({format, theme, keys: ['editions', index, 'options', format, 'theme']})
  }
  const messages: Message[] = []
  for (const {format, theme, keys} of asked) {
    const setting = keys.join('.')
    if ((await loadTheme(templates, theme, sheets[format])) !== undefined) continue
    const known = await themesFor(format, templates)
    const meant = nearest(theme, known)
    messages.push(message('theme-missing', settings?.[setting] ?? {path: 'book.yml'}, {theme, setting, named: nameSetting(keys, config), known: known.join(', '), ...(meant === undefined ? {} : {meant})}))
  }
  return messages
}

/** A variant's options are as they were read; the schema has been over them. */
function themeOf(options: unknown): string | undefined {
  return typeof options === 'object' && options !== null && 'theme' in options && typeof options.theme === 'string' ? options.theme : undefined
}

async function themesFor(format: Format, templates: string): Promise<string[]> {
  const names = await readdir(path.join(templates, 'themes'))
  const sheeted = await Promise.all(names.map(async (name) => (await loadTheme(templates, name, sheets[format])) !== undefined))
  return names.filter((_, index) => sheeted[index]).sort()
}
