/** Structure: ids, matter, numbering, captions, cross-references, contents. The only door of the room. */
export {composeChapters} from './chapters.ts'
export {joinContainers} from './containers.ts'
export {composeContents} from './contents.ts'
export {joinDefinitions} from './definition-lists.ts'
export {joinMathml} from './mathml.ts'
export {placeApparatus} from './matter.ts'
export {listCaptioned} from './captions.ts'
export {plainText} from './plain-text.ts'
