/** Fonts of the editions: subset TrueType from npm packages or the book's own folder, chosen by role and weight. */
import {boxesName, boxFont} from './fonts/boxes.ts'
import {filesOf, type FontFile} from './fonts/catalogue.ts'
import {cutFont, featuresOf, thinOrCut} from './fonts/cut.ts'
import {joinersOf} from './fonts/emoji.ts'
import type {FontDemand, FontPlan, FontResult, FontRole, PlannedFace, SubsetFace} from './fonts/face.ts'
import {keptShares} from './fonts/kept-shares.ts'
import {loadFont, type LoadedFont, versionOf} from './fonts/load.ts'
import {isTrueType, ownFonts} from './fonts/own.ts'
import {isPrinted} from './fonts/printed.ts'
import {type Share, shareCharacters} from './fonts/share.ts'
import {unpackFonts} from './fonts/unpack.ts'
import type {FontFaults} from '../model/book.ts'
import {keptOr} from './keep.ts'

export type {FontDemand, FontPlan, FontResult, FontRole, SubsetFace} from './fonts/face.ts'

interface FontOptions {cache: string | undefined; own: Map<string, Uint8Array>; vertical?: boolean; cutAgain?: boolean; boxes?: boolean}

/** @param demands What is set in which role.
 * @param options.cache Folder of results by content; undefined: none.
 * @param options.own Book's own fonts, by path; they win over the built-in ones.
 * @param options.vertical Lines run from top to bottom: keep the glyphs that this takes.
 * @param options.cutAgain A browser will cut the faces once more: they are made fast, not small.
 * @param options.boxes What no font has gets boxes: no font of a reader's own will fill in. */
export async function subsetFonts(demands: FontDemand[], options: FontOptions): Promise<FontResult> {
  const {faces, ...lack} = await planFonts(demands, options)
  return {faces: await Promise.all(faces.map(async ({make, ...face}): Promise<SubsetFace> => ({...face, data: await make()}))), ...lack}
}

/** As `subsetFonts`, but none is made yet: their names and ranges are enough to write a page. */
export async function planFonts(demands: FontDemand[], {cache, own, vertical = false, cutAgain = false, boxes = false}: FontOptions): Promise<FontPlan> {
  const versions = new Map<string, string>()
  const {made, ...lack} = await shareOut(demands, {cache, own, vertical, versions}, async (demand, shares, rest) => [...emojiFirst(shares.map((share, index) => ({share, face: planFace(demand, share, index, shares.length > 1, {cache, vertical, versions, cutAgain})}))), ...(boxes && rest.length > 0 ? [planBoxes(demand, rest.slice(0, mostBoxes).join(''))] : [])])
  const faces = made.flat()
  const damaged = await damagedOf(faces, own)
  if (damaged.length === 0) return {faces, ...lack}
  const plan = await planFonts(demands, {cache, own: new Map([...own].filter(([path]) => !damaged.includes(path))), vertical, cutAgain, boxes})
  return {...plan, unusable: [...plan.unusable, ...damaged].sort()}
}

/** Fonts of the book that cannot be cut: only the attempt tells, and what it makes is kept. */
async function damagedOf(faces: PlannedFace[], own: Map<string, Uint8Array>): Promise<string[]> {
  const tried = await Promise.all(faces.filter(({origin}) => own.has(origin)).map(async ({origin, make}) => make().then(() => [], () => [origin])))
  return [...new Set(tried.flat())]
}

/** Of faces that have a character the last one that is declared counts (CSS Fonts 4 §4.5): digits stay in the font of the text.
 * Likewise the first choice is declared last: the browser set an ideographic space in the face of a lowered figure beside it, which has none. */
function emojiFirst(planned: {share: Share; face: PlannedFace}[]): PlannedFace[] {
  return planned.toReversed().toSorted((one, other) => Number(other.share.file.emoji ?? false) - Number(one.share.file.emoji ?? false)).map(({face}) => face)
}

/** What no font has, without making any. */
export async function lackOf(demands: FontDemand[], {cache, own}: {cache: string | undefined; own: Map<string, Uint8Array>}): Promise<FontFaults> {
  const {uncovered, unusable} = await shareOut(demands, {cache, own, vertical: false, versions: new Map()}, async () => undefined)
  return {uncovered, unusable}
}

interface Sharing {cache: string | undefined; own: Map<string, Uint8Array>; vertical: boolean; versions: Map<string, string>}

/** All demands at once: most of the time is waiting for files. */
async function shareOut<Made>(demands: FontDemand[], {cache, own: packed, vertical, versions}: Sharing, take: (demand: FontDemand, shares: Share[], rest: string[]) => Promise<Made>): Promise<FontFaults & {made: Made[]}> {
  const own = await unpackFonts(packed)
  const uncovered = new Set<string>()
  const loads = new Map<string, Promise<LoadedFont | undefined>>()
  const load = (file: FontFile) => {
    const key = `${file.name}-${file.extent}`
    const loading = loads.get(key) ?? loadFont(file, cache, vertical)
    loads.set(key, loading)
    return loading
  }
  const made = await Promise.all(mergeDemands(demands).map(async (demand) => {
    const owned = ownFonts(own, demand)
    const files = filesOf(demand.role, demand.weight)
    const share = () => shareCharacters(demand.text, chainOf(owned, files, load))
    const {shares, rest} = owned.length > 0 ? await share() : await keptShares(demand, files, {cache, vertical, versions, load}, share)
    for (const character of rest) uncovered.add(character)
    return take(demand, shares, rest)
  }))
  return {made, uncovered: [...uncovered].sort(), unusable: [...own].flatMap(([path, data]) => (isTrueType(data) ? [] : [path]))}
}

/** Fonts that are set at another size than they are drawn, so that they go with the others.
 *
 * Noto Sans Mono is 0.6 em wide: made smaller, two of its letters are as wide as one Han, and columns of code align.
 * The Latin of Noto Serif SC is Source Serif made larger: its x is 531 units high, not 504. */
const adjusted: [FontRole, string, string][] = [['mono', '@expo-google-fonts/noto-sans-mono', '83.34%'], ['italic', '@expo-google-fonts/source-serif-4', '105.4%']]

/** CSS that declares the faces; `urlOf` says where each one is. */
export function faceRules<Face extends Omit<SubsetFace, 'data'>>(faces: Face[], urlOf: (face: Face) => string): string {
  return faces.map((face) => `@font-face{font-family:"${face.family}";font-weight:${face.weight};src:url("${urlOf(face)}") format("truetype")${sizeOf(face)}${face.unicodeRange ? `;unicode-range:${face.unicodeRange}` : ''}}\n`).join('')
}

function sizeOf({role, origin}: Pick<SubsetFace, 'role' | 'origin'>): string {
  const size = adjusted.find(([of, font]) => of === role && font === origin)?.[2]
  return size ? `;size-adjust:${size}` : ''
}

/** One demand for each role and weight, its characters once and in order, so that equal text gives equal bytes. */
function mergeDemands(demands: FontDemand[]): FontDemand[] {
  const merged = new Map<string, FontDemand>()
  for (const {role, weight, text} of demands) {
    const key = `${role}-${weight}`
    merged.set(key, {role, weight, text: (merged.get(key)?.text ?? '') + text})
  }
  return [...merged.values()].map((demand) => ({...demand, text: [...new Set(demand.text)].filter(isPrinted).sort(byCodePoint).join('')}))
}

function byCodePoint(one: string, other: string): number {
  return (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)
}

async function* chainOf(owned: LoadedFont[], files: FontFile[], load: (file: FontFile) => Promise<LoadedFont | undefined>): AsyncGenerator<LoadedFont> {
  yield* owned
  for (const file of files) {
    const font = await load(file)
    if (font) yield font
  }
}

function planFace({role, weight}: FontDemand, {file, text: own, read}: Share, index: number, ranged: boolean, {cache, vertical, versions, cutAgain}: {cache: string | undefined; vertical: boolean; versions: Map<string, string>; cutAgain: boolean}): PlannedFace {
  const joiners = file.emoji ? joinersOf(own) : ''
  const text = joiners === '' ? own : [...new Set(own + joiners)].sort(byCodePoint).join('')
  const source = [file.package, versionOf(file.package, versions), file.file, file.extent]
  const thin = cutAgain && file.package !== '' && joiners === '' // thinned, a font has no rules left
  const key = [thin ? 'thin face 2' : 'face', ...source, text, ...(featuresOf(file.name, vertical) ?? [])]
  const cut = () => keptOr(file.package === '' ? undefined : cache, key, async () => (thin ? thinOrCut(await read(), text, file.name, file.extent === 'common') : cutFont(await read(), text, file.name, vertical)))
  let making: Promise<Uint8Array> | undefined
  return {
    role,
    family: familyOf(role),
    weight,
    fileName: `${role}-${weight}${index === 0 ? '' : `-${index}`}.ttf`,
    make: () => (making ??= cut()),
    origin: file.package || file.file,
    ...(ranged ? {unicodeRange: rangeOf(text)} : {}),
  }
}

/** A font holds 65,535 glyphs (OpenType 1.9 §maxp), the missing glyph among them. */
const mostBoxes = 65_534

/** Behind the others: it counts before them, for its own characters. */
function planBoxes({role, weight}: FontDemand, text: string): PlannedFace {
  return {role, family: familyOf(role), weight, fileName: `${role}-${weight}-boxes.ttf`, make: async () => boxFont(text), origin: boxesName, unicodeRange: rangeOf(text)}
}

function familyOf(role: FontRole): string {
  return `Banben ${role[0]?.toUpperCase()}${role.slice(1)}`
}

/** @param text Characters in order. */
function rangeOf(text: string): string {
  const ranges: [number, number][] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const last = ranges.at(-1)
    if (last && last[1] + 1 === codePoint) last[1] = codePoint
    else ranges.push([codePoint, codePoint])
  }
  const hex = (codePoint: number) => codePoint.toString(16).toUpperCase()
  return ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',')
}
