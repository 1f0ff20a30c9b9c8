/** Items of an HTML list, rows of an HTML table, paragraphs: each with its cells as Markdown. */
import {decodeString} from 'micromark-util-decode-string'

export interface HtmlItem {
  /** By its own `value`, or its place in an `<ol>`. */
  counted: number | undefined
  /** One, but for rows of a table. */
  cells: string[]
}

const tag = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>|<!--[^<>]*-->/gi
const marks: Readonly<Record<string, string>> = {em: '*', i: '*', strong: '**', b: '**', br: ' '}

/** @param wordsOf Text of HTML → Markdown. */
export function readHtmlItems(html: string, wordsOf: (text: string) => string): HtmlItem[] {
  const reader = new Reader()
  let at = 0
  for (const match of html.matchAll(tag)) {
    const [whole, slash, name = '', attributes = ''] = match
    if (!reader.mute) reader.words += wordsOf(html.slice(at, match.index))
    at = match.index + whole.length
    reader.meet(name.toLowerCase(), slash !== '', attributes)
  }
  reader.end()
  return reader.items.filter(({cells}) => cells.some((cell) => cell !== ''))
}

class Reader {
  readonly items: HtmlItem[] = []
  words = ''
  /** Inside a script or a style, whose text is none. */
  mute = false
  #open: {item: HtmlItem; element: string; head: boolean} | undefined
  /** Number of the next `<li>`; none in a `<ul>`. */
  #next: number | undefined
  /** The address that is open, and where its words began. */
  #link: {url: string; from: number} | undefined

  meet(element: string, closes: boolean, attributes: string): void {
    if (element === 'script' || element === 'style') this.mute = !closes
    else if (element === 'ol' || element === 'ul') this.#next = closes || element === 'ul' ? undefined : Number(attributeOf(attributes, 'start') ?? 1)
    else if (element === 'li' || element === 'tr') this.#turn(element, closes, attributes)
    else if (element === 'p' && this.#open?.element !== 'li' && this.#open?.element !== 'tr') this.#turn(element, closes, attributes)
    else if (element === 'td' || element === 'th') this.#cell(element, closes)
    else if (element === 'a') this.#anchor(closes, attributes)
    else this.words += marks[element] ?? ''
  }

  end(): void {
    if (this.#open && !this.#open.head) {
      if (this.words.trim() !== '') this.#push()
      this.items.push(this.#open.item)
    }
    this.#open = undefined
    this.words = ''
  }

  #push(): void {
    this.#open?.item.cells.push(this.words.replace(/\s+/g, ' ').trim())
    this.words = ''
  }

  /** A row of names (`<th>`) is none of the items. */
  #turn(element: string, closes: boolean, attributes: string): void {
    this.end()
    if (closes) return
    const value = element === 'li' ? attributeOf(attributes, 'value') : undefined
    if (value !== undefined) this.#next = Number(value)
    const counted = element === 'li' && this.#next !== undefined && Number.isInteger(this.#next) ? this.#next++ : undefined
    this.#open = {item: {counted, cells: []}, element, head: false}
  }

  #cell(element: string, closes: boolean): void {
    if (closes) this.#push()
    else this.words = ''
    if (this.#open && element === 'th') this.#open.head = true
  }

  /** Links back into the text (`↩`) go with their words, but for a number: that is the label. */
  #anchor(closes: boolean, attributes: string): void {
    if (!closes) {
      const url = decodeString(attributeOf(attributes, 'href') ?? '')
      this.#link = {url, from: this.words.length}
      if (isAddress(url)) this.words += '['
    } else if (this.#link) {
      const {url, from} = this.#link
      if (isAddress(url)) this.words += `](<${url}>)`
      else if (url.startsWith('#') && !/\d/.test(this.words.slice(from))) this.words = this.words.slice(0, from)
      this.#link = undefined
    }
  }
}

function isAddress(url: string): boolean {
  return /^https?:\/\/[^\s<>\\]+$/i.test(url)
}

function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
  return match?.[1] ?? match?.[2] ?? match?.[3]
}
