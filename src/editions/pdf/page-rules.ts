/** `@page` rules: size, margins, folios and running heads.
 *
 * Chromium has no `string-set`, so every chapter gets a named page with its own running head; and it resets no page
 * counter on elements, so the front matter counts in a counter of its own while `page` stands still. */
import type {PageShape} from './trim.ts'
import type {Theme} from './theme.ts'

export interface RunningHead {
  /** CSS name of the page. */
  page: string
  /** On left-hand pages. */
  left: string
  /** On right-hand pages. */
  right: string
  matter: 'front' | 'body'
}

/** Lengths that the style sheets reckon with. @param fixed No rule of a book's may change them. */
export function pageLengths({width, height, top, bottom, inner, outer, slug, bleed, notes}: PageShape, fixed = false): string {
  const lengths = Object.entries({slug, bleed, 'trim-width': width, 'trim-height': height, inner, outer, top, bottom, notes})
  return lengths.map(([name, length]) => `--${name}:${length}mm${fixed ? '!important' : ''}`).join(';')
}

export function pageRules(shape: PageShape, theme: Theme, heads: RunningHead[]): string {
  return [baseRules(shape), ...heads.map((head) => headRules(head, theme)), blankRules].join('\n')
}

function baseRules(shape: PageShape): string {
  const {width, height, top, bottom, inner, outer, slug, body, leading} = shape
  const mm = (value: number) => `${Math.round((value + slug) * 1000) / 1000}mm` // margins lie behind the slug
  const round = (value: number) => Math.round(value * 1000) / 1000
  const size = `${round(width + 2 * slug)}mm ${round(height + 2 * slug)}mm`
  return `:root{--body:${body}pt;--leading:${leading}pt;${pageLengths(shape)}}
@page{size:${size};margin:${mm(top)} ${mm(outer)} ${mm(bottom)} ${mm(inner)}}
@page :left{margin-left:${mm(outer)};margin-right:${mm(inner)}}
@page cover{margin:0;counter-reset:page 0;counter-increment:page 0}
@page plate{margin:0;counter-increment:page 1}
@page plate-front{margin:0;counter-reset:page 0;counter-increment:page 0 fm 1}
@page plain{counter-reset:page 0;counter-increment:page 0 fm 1}`
}

const blankRules = `@page blank{counter-increment:page 1}
@page blank-front{counter-reset:page 0;counter-increment:page 0 fm 1}
@page blank-cover{counter-reset:page 0;counter-increment:page 0}
.blank{break-before:page;height:1px}`

/** `:first` means the first page of the document alone. So each chapter counts its pages, and a counter style
 * prints nothing for 1 and the running head for all that follow. */
function headRules({page, left, right, matter}: RunningHead, theme: Theme): string {
  const folio = matter === 'front' ? 'counter(fm,lower-roman)' : 'counter(page)'
  const [leftFolio, rightFolio] = boxesOf(theme.folioAt)
  const [leftHead, rightHead] = boxesOf(theme.headAt)
  const counting = matter === 'front' ? `counter-reset:page 0;counter-increment:page 0 fm 1 ${page} 1` : `counter-increment:page 1 ${page} 1`
  const box = (name: string | undefined, content: string) => (name === undefined ? '' : `@${name}{content:${content}}`)
  return `${headStyle(`${page}-l`, left)}${headStyle(`${page}-r`, right)}@page ${page}{${counting}}
@page ${page}:left{${box(leftFolio, folio)}${box(leftHead, `counter(${page},${page}-l)`)}}
@page ${page}:right{${box(rightFolio, folio)}${box(rightHead, `counter(${page},${page}-r)`)}}`
}

function headStyle(name: string, text: string): string {
  return `@counter-style ${name}{system:fixed;symbols:"";fallback:${name}-on}@counter-style ${name}-on{system:cyclic;symbols:${quote(text)};suffix:""}\n`
}

/** Margin boxes on left-hand and right-hand pages. */
function boxesOf(place: Theme['folioAt'] | Theme['headAt']): [string | undefined, string | undefined] {
  if (place === 'none') return [undefined, undefined]
  const [edge = 'top', side] = place.split('-')
  if (side === 'center') return [`${edge}-center`, `${edge}-center`]
  return side === 'outer' ? [`${edge}-left`, `${edge}-right`] : [`${edge}-right`, `${edge}-left`]
}

/** CSS string (CSS Syntax 3 §4.3.5). */
export function quote(text: string): string {
  return `"${text.replace(/["\\<]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `).replace(/[\n\r\f]/g, ' ')}"`
}

/** Shortens a running head to what fits: at a colon if that leaves enough, else with an ellipsis. */
export function shortenHead(text: string, ems: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (emsOf(plain) <= ems) return plain
  const head = /^(.{4,}?)\s*[：:—–]/u.exec(plain)?.[1]
  if (head !== undefined && emsOf(head) <= ems && emsOf(head) >= ems / 4) return head
  let kept = ''
  for (const character of plain) {
    if (emsOf(kept + character) > ems - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

function emsOf(text: string): number {
  let ems = 0
  for (const character of text) ems += /[\u1100-\uffdc\u{20000}-\u{3ffff}]/u.test(character) ? 1 : 0.55
  return ems
}
