/** What only the making would find, short of printing: images that cannot be decoded, characters and files of fonts that
 * cannot be set. For `banben check`. */
import type {ElementContent} from 'hast'
import type {FontFaults, Galley} from '../model/book.ts'
import type {Message} from '../model/message.ts'
import {openAssets, shownImages} from './assets.ts'
import {lackOf} from './fonts.ts'
import {demandFonts} from './pdf/demand.ts'
import {dressDrawing} from './pdf/drawings.ts'

/** @param cache Folder of results by content; what is prepared here is not prepared again by a build. */
export async function appraise(galley: Galley, cache: string | undefined): Promise<{messages: Message[]; fonts: FontFaults}> {
  const {galley: pictured, messages} = await openAssets(cache)(galley, 'pdf')
  const {chapters, notes, contents, config, fonts: own} = pictured
  const {title, subtitle = '', rights = '', contributors} = config
  const furniture = [title, subtitle, rights, JSON.stringify(contributors), JSON.stringify(contents)].join('')
  const noted = [...notes.values()].flatMap(({children}) => children as ElementContent[]) // a note holds what a paragraph does
  const demands = demandFonts([...chapters.map(({tree}) => tree), {type: 'root', children: noted}], furniture)
  const drawings = await Promise.all(shownImages(pictured).map((asset) => dressDrawing(asset, {cache, own})))
  const {uncovered, unusable} = await lackOf(demands, {cache, own})
  return {messages, fonts: {uncovered: [...new Set([...uncovered, ...drawings.flatMap((drawing) => drawing.uncovered)])], unusable}}
}
