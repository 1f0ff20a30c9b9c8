/** What is done inside the page: plain functions that travel to the browser as source and use nothing outside themselves. */
import type {Blank, FolioPiece, Opening} from './folios.ts'
import type {Made} from './places.ts'

interface PageElement {
  className: string
  style: {setProperty(name: string, value: string, priority?: string): void}
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  replaceChildren(...nodes: (PageElement | string)[]): void
  before(node: PageElement): void
  append(node: PageElement): void
  prepend(node: PageElement): void
  remove(): void
}

declare const document: {
  querySelectorAll(selector: string): Iterable<PageElement>
  querySelector(selector: string): PageElement | null
  getElementById(id: string): PageElement | null
  createElement(tag: string): PageElement
}

declare const getComputedStyle: (element: PageElement) => {display: string}

/** @param pieces By index of `data-folios`. */
export function fillFolios(pieces: FolioPiece[][]): void {
  for (const element of document.querySelectorAll('[data-folios]')) { // once: to look for each is quadratic
    const slot = pieces[Number(element.getAttribute('data-folios'))]
    if (slot) element.replaceChildren(...slot.map(({text, href}) => {
      if (href === undefined) return text
      const link = document.createElement('a')
      link.setAttribute('href', href)
      link.replaceChildren(text)
      return link
    }))
  }
}

export function insertBlanks(blanks: Blank[]): void {
  for (const blank of document.querySelectorAll('.blank')) blank.remove()
  for (const {before, page} of blanks) {
    const blank = document.createElement('div')
    blank.className = 'blank'
    blank.style.setProperty('page', page)
    blank.setAttribute('aria-hidden', 'true')
    document.getElementById(before)?.before(blank)
  }
}

/** A quire behind the first counts on where the one before it ends. A page in front of it, which is taken out when the quires
 * are gathered, makes its first page a left-hand one. */
export function openQuire({lead, before}: Opening): void {
  for (const element of document.querySelectorAll('[data-quire]')) element.remove()
  if (before === undefined) return
  const style = document.createElement('style')
  style.setAttribute('data-quire', 'opening')
  style.replaceChildren(`@page :first{counter-set:page ${lead ? before : before + 1}}@page quire-lead{counter-increment:page 0}[data-quire=lead]{height:1px}`)
  document.querySelector('head')?.append(style)
  if (!lead) return
  const page = document.createElement('div')
  page.setAttribute('data-quire', 'lead')
  page.style.setProperty('page', 'quire-lead')
  page.setAttribute('aria-hidden', 'true')
  document.querySelector('body')?.prepend(page)
}

/** A book's own CSS may leave a part out, but lays none beside another: what is no block has no page of its own. */
export function frameParts(): void {
  for (const part of document.querySelectorAll('.part, .plate')) if (getComputedStyle(part).display !== 'none') part.style.setProperty('display', 'block', 'important')
}

/** How the book was made, as far as only the draft tells, and the words of its title. */
export function fillMade({fonts, browser, title}: Made): void {
  document.querySelector('[data-made="fonts"]')?.replaceChildren(fonts)
  document.querySelector('[data-made="browser"]')?.replaceChildren(browser)
  for (const place of document.querySelectorAll('[data-made="title"]')) place.replaceChildren(...title.flatMap((word, index) => (index === 0 ? [word] : [document.createElement('wbr'), word])))
}

/** @param fits Class names of chapters that are set closer or opened deeper. */
export function fitParts(fits: {id: string; names: string}[]): void {
  for (const {id, names} of fits) {
    const part = document.getElementById(id)
    if (part) part.className = `${part.className.replace(/ (?:tight|tighter|loose)\b/g, '')} ${names}`
  }
}
