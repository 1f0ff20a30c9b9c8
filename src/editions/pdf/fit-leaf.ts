/** Title pages and covers whose words are too many for their page: all of it is set smaller, as far as it can be read. */
import type {BookConfig} from '../../model/config.ts'
import {emsOf} from '../cover-lines.ts'
import type {PageShape} from './trim.ts'

const point = 25.4 / 72

/** Sizes of the letters, in those that the theme has; what does not fit in the last runs on to a second page. */
const scales = [1, 0.9, 0.8, 0.72, 0.64, 0.56, 0.5, 0.45, 0.4]

/** Of the largest theme, in ems of the text: size, and height of a line in that size. */
const setting = {title: [2.7, 1.5], subtitle: [1.25, 1.7], people: [1.15, 1.7], line: [1, 1.7]} as const

/** Parts of the page that the type area of a cover has at least, of its width that the largest letters have, and of that of the type area which stands free above the title. */
const cover = {width: 0.76, height: 0.8, title: 0.06, above: 0.34}

/** Lines between the groups of words. */
const gaps = 8

/** @param people A line for each credit.
 * @returns Of a cover or a title page; 1 where the words fit. */
export function fitLeaf({title, subtitle, imprint}: Pick<BookConfig, 'title' | 'subtitle' | 'imprint'>, people: string[], shape: PageShape, kind: 'cover' | 'title-page'): number {
  const width = (kind === 'cover' ? shape.width * cover.width : shape.width - shape.inner - shape.outer) / point
  const height = (kind === 'cover' ? shape.height * cover.height : shape.height - shape.top - shape.bottom) / point
  const words = [
    {text: title, set: setting.title}, {text: subtitle ?? '', set: setting.subtitle}, {text: people.join('　'), set: setting.people},
    {text: imprint.series ?? '', set: setting.line}, {text: imprint.edition ?? '', set: setting.line}, {text: `${imprint.place ?? ''}${imprint.publisher ?? ''}`, set: setting.line},
  ]
  const heightAt = (scale: number) => words.reduce((sum, {text, set: [size, leading]}) => {
    const letters = Math.min(size * shape.body * scale, kind === 'cover' ? shape.width / point * cover.title : Number.POSITIVE_INFINITY)
    return sum + Math.ceil(emsOf(text) * letters * 1.08 / width) * letters * leading
  }, width * cover.above + gaps * shape.body)
  return scales.find((scale) => heightAt(scale) <= height) ?? scales.at(-1) ?? 1
}
