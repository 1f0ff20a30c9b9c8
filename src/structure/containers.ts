/** Containers as VitePress, Docusaurus, Quarto, MyST, pandoc and MkDocs write them → the quotations that GitHub's alerts are, which
 * `callouts.ts` sets; a container of any other kind gives its contents, and is told.
 *
 * A bare `:::` closes the last container with as many colons, else the last of all, as pandoc does. What is never closed, and what closes
 * nothing, is a paragraph again. */
import type {BlockContent, Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book} from '../model/book.ts'
import type {Both, Place} from '../model/message.ts'
import type {Admonition, ContainerFence} from '../model/nodes.ts'
import {kindOf, kindOfLabel} from './callout-kinds.ts'

/** Containers within each other; what is deeper is text. */
const deepest = 50
/** Places that one message lists. */
const most = 20

interface Frame {
  fence?: ContainerFence
  children: RootContent[]
}

interface Told {path: string; places: Place[]}

export function joinContainers({texts, messages}: Pick<Book, 'texts' | 'messages'>): void {
  const places: Place[] = []
  for (const {tree, path, text} of texts) if (/:::|<\/?aside>|^[ \t>]*(?:!!!|\?\?\?|===)/im.test(text)) for (const place of unknownIn(tree, path)) places.push(place)
  const [place, ...related] = places
  if (place) messages.push(message('syntax-unsupported', place, {syntax, mend}, {related: related.slice(0, most)}))
}

const syntax: Both = {en: 'kind of a block `:::` or `!!!`', zh: '`:::` 或 `!!!` 块的种类'}
const mend: Both = {en: 'Its contents are printed as if it did not stand there. Write `note`, `tip`, `important`, `warning` or `caution` where it is a note.', zh: '其内容照常印出，块本身不起作用；若是提示框，请写 `note`、`tip`、`important`、`warning` 或 `caution`。'}

/** @returns Places of kinds that are not known. */
function unknownIn(tree: Nodes, path: string): Place[] {
  const places: Place[] = []
  joinIn(tree, {path, places})
  return places.sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
}

function joinIn(parent: Nodes, told: Told): void {
  if (!('children' in parent)) return
  const children: Nodes[] = parent.children
  for (const child of children) joinIn(child, told)
  if (children.some(({type}) => type === 'containerFence' || type === 'admonition')) parent.children = joined(children as RootContent[], told) as never // blocks stand where blocks stood
}

function joined(children: RootContent[], told: Told): RootContent[] {
  const frames: Frame[] = [{children: []}]
  const open = new Map<number, number>() // colons → containers that are open
  const last = () => frames.at(-1) as Frame // the first is never taken
  const leave = (): Frame => {
    const frame = frames.pop() as Frame
    const size = frame.fence?.colons ?? 0
    open.set(size, (open.get(size) ?? 1) - 1)
    return frame
  }
  const giveBack = () => {
    const {fence, children: inside} = leave()
    const {children: outside} = last()
    if (fence) outside.push(...wordsOf(fence))
    for (const child of inside) outside.push(child)
  }
  for (const child of children) {
    if (child.type === 'admonition') for (const node of blockOf(child, told)) last().children.push(node)
    else if (child.type !== 'containerFence') last().children.push(child)
    else if (child.name !== undefined && frames.length <= deepest) {
      frames.push({fence: child, children: []})
      open.set(child.colons, (open.get(child.colons) ?? 0) + 1)
    } else if (child.name !== undefined || frames.length === 1 || (isElement(child) && (open.get(child.colons) ?? 0) === 0)) last().children.push(...wordsOf(child))
    else {
      if ((open.get(child.colons) ?? 0) > 0) while (last().fence?.colons !== child.colons) giveBack()
      const {fence, children: inside} = leave()
      if (fence) for (const node of containerOf(fence, inside, child, told)) last().children.push(node)
    }
  }
  while (frames.length > 1) giveBack()
  return rejoin(last().children)
}

function containerOf(fence: ContainerFence, inside: RootContent[], end: Nodes, told: Told): RootContent[] {
  const position = fence.position && end.position ? {position: {start: fence.position.start, end: end.position.end}} : {}
  if (isElement(fence)) return [{type: 'blockquote', data: {callout: {name: signed(inside), untitled: true}}, children: inside as BlockContent[], ...position}]
  const names = namesOf(fence.name ?? '')
  const quoted = names.some((name) => /^(?:quote|cite|blockquote|epigraph)$/.test(name))
  const name = names.find((written) => isKind(written))
  const title = fence.children[0] ?? (fence.name?.includes('.callout-') ? takeHeading(inside) : undefined)
  if (name !== undefined && !quoted) return [{type: 'blockquote', data: {callout: {name}}, children: [...(title ? [title] : []), ...(inside as BlockContent[])], ...position}] // what stood between is blocks
  if (quoted && !title) return [{type: 'blockquote', children: inside as BlockContent[], ...position}]
  tell(fence, told)
  return [...(title ? [boldly(title)] : []), ...inside]
}

function blockOf(block: Admonition, told: Told): RootContent[] {
  const {position, name} = block
  const [first, ...others] = block.children
  const titled = first?.type === 'paragraph' && first.data?.calloutTitle
  if ((titled ? others : block.children).length === 0) return wordsOf(block)
  if (!isKind(name.toLowerCase())) {
    if (name !== 'tab') tell(block, told)
    return titled ? [boldly(first), ...others] : block.children
  }
  return [{type: 'blockquote', data: {callout: {name: name.toLowerCase(), ...(/""\s*$/.test(block.value) ? {untitled: true as const} : {})}}, children: block.children, ...(position ? {position} : {})}]
}

function isKind(name: string): boolean {
  return (kindOf(name) ?? kindOfLabel(name)) !== undefined
}

/** `tip`; `{.callout-tip}`; `{note}`; `{#id .warning}`. */
function namesOf(written: string): string[] {
  return written.split(/[\s{}]+/u).filter((part) => part !== '' && !part.includes('=') && !part.startsWith('#')).map((part) => part.replace(/^\./u, '').replace(/^(?:callout|admonition|alert)-/u, '').toLowerCase())
}

/** Quarto: a heading that opens a callout is its title. */
function takeHeading(inside: RootContent[]): Paragraph | undefined {
  const [first] = inside
  if (first?.type !== 'heading') return undefined
  inside.shift()
  return {type: 'paragraph', data: {calloutTitle: true}, children: first.children, ...(first.position ? {position: first.position} : {})}
}

/** Without a place: no heading that was forgotten. */
function boldly({children}: Paragraph): Paragraph {
  return {type: 'paragraph', children: [{type: 'strong', children}]}
}

function tell({position}: Nodes, {path, places}: Told): void {
  if (position) places.push({path, line: position.start.line, column: position.start.column})
}

/** `<aside>`, `</aside>`. */
function isElement({value}: ContainerFence): boolean {
  return value.startsWith('<')
}

/** @returns The kind that the sign in front says. */
function signed([first]: RootContent[]): string {
  const sign = first?.type === 'paragraph' && first.children[0]?.type === 'text' ? first.children[0].value : ''
  if (/^[\u26A0\u2757\u203C]/u.test(sign)) return 'warning'
  if (/^[\u{1F6A8}\u{1F6D1}\u26D4\u{1F6AB}]/u.test(sign)) return 'caution'
  return sign.startsWith('\u{1F4A1}') ? 'tip' : 'note'
}

/** A line as it was written, its title as it was read. */
function wordsOf(line: ContainerFence | Admonition): RootContent[] {
  if (line.type === 'containerFence' && isElement(line)) return [{type: 'html', value: line.value, ...(line.position ? {position: line.position} : {})}]
  const inside: RootContent[] = line.children
  const title = inside.find((child): child is Paragraph => child.type === 'paragraph' && child.data?.calloutTitle === true)
  const from = (title?.position?.start.offset ?? 0) - (line.position?.start.offset ?? 0)
  const to = (title?.position?.end.offset ?? 0) - (line.position?.start.offset ?? 0)
  const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{type: 'text', value}])
  const children = title ? [...text(line.value.slice(0, from)), ...title.children, ...text(line.value.slice(to))] : text(line.value)
  return [{type: 'paragraph', data: {givenBack: true}, children, ...(line.position ? {position: {...line.position}} : {})}]
}

/** Lines that were one paragraph without the fences. */
function rejoin(children: RootContent[]): RootContent[] {
  const result: RootContent[] = []
  for (const child of children) {
    const before = result.at(-1)
    if (child.type === 'paragraph' && before?.type === 'paragraph' && (child.data?.givenBack || before.data?.givenBack) && child.position?.start.line === (before.position?.end.line ?? 0) + 1) {
      before.children.push({type: 'text', value: '\n'})
      for (const word of child.children) before.children.push(word)
      if (before.position) before.position = {...before.position, end: child.position.end}
      before.data = {...before.data, givenBack: true}
    } else result.push(child)
  }
  return result
}
