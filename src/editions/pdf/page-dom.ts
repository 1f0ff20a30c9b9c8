/** As much of the browser's page as is looked at by functions that travel there as source. */

export interface PageNode {
  nodeType: number
  parentElement: PageElement | null
  childNodes: Iterable<PageNode>
  textContent: string
}

export interface PageText extends PageNode {
  data: string
  length: number
  splitText(offset: number): PageText
  before(node: PageElement): void
}

export interface PageElement extends PageNode {
  tagName: string
  className: string
  id: string
  style: Record<string, string> & {setProperty(name: string, value: string, priority: 'important'): void}
  children: Iterable<PageElement>
  previousElementSibling: PageElement | null
  classList: {add(name: string): void; remove(name: string): void}
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  closest(selector: string): PageElement | null
  contains(node: PageElement): boolean
  getBoundingClientRect(): Box
  append(...nodes: (PageNode | string)[]): void
  after(node: PageElement): void
  before(node: PageElement): void
  replaceChildren(...nodes: PageNode[]): void
  remove(): void
  cloneNode(deep: boolean): PageElement
  /** What the chapter held before. */
  untouched?: PageElement
}

export interface Box {top: number; bottom: number; left: number; right: number; height: number; width: number}

export interface PageRange {
  selectNodeContents(node: PageNode): void
  setStart(node: PageNode, offset: number): void
  setEnd(node: PageNode, offset: number): void
  getClientRects(): Iterable<Box>
}

export interface PageDocument {
  body: PageElement
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  createElement(tag: string): PageElement
  createRange(): PageRange
}
