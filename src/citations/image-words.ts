/** Alternative text and titles of images within a line hold words only: a marker in them is none that a reader could follow. */
import type {Image} from 'mdast'
import {readMarker} from './dialects.ts'

const marker = /[ \t]*\[\[[^[\]\n]{1,200}\](?:[^[\]\n]{0,20}\[[^[\]\n]{1,200}\]){0,40}\]/gu

export function dropMarkers(image: Image): void {
  for (const name of ['alt', 'title'] as const) {
    const words = image[name]
    if (words?.includes('[[')) image[name] = words.replace(marker, (raw) => (readMarker(raw.trim())?.certain ? '' : raw))
  }
}
