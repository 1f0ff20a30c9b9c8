/** The picture that book.yml names as the cover. */
import type {Asset, Galley} from '../model/book.ts'

/** @returns undefined where none is named, or it cannot be had. */
export function ownCover({config, assets}: Pick<Galley, 'config' | 'assets'>): Asset | undefined {
  const wanted = config.cover?.replace(/^\.\//, '')
  return wanted === undefined ? undefined : [...assets.values()].find(({path}) => path === wanted)
}
