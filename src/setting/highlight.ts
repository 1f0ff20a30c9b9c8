/** Code → elements with the class names of highlight.js. */
import type {ElementContent} from 'hast'
import {common, createLowlight} from 'lowlight'
import type {Highlight} from './tools.ts'

const lowlight = createLowlight(common)

/** UTF-16 units. Grammars are regular expressions over the rest of the text; far above any listing that is read. */
const longest = 200_000

export const highlight: Highlight = (text, language) => {
  if (text.length > longest || !lowlight.registered(language)) return undefined
  return lowlight.highlight(language, text).children as ElementContent[] // a root of elements and text only
}
