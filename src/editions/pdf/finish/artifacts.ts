/** Page content: everything painted is either tagged or marked as an artifact (ISO 14289-1 §7.1).
 *
 * Running heads, folios, rules and backgrounds come unmarked, or marked as content of the block that they decorate.
 * Skia writes one operator a line, so lines are what is read here; what is marked is passed over in one step. */
import {endOfMark} from './marks.ts'
import {deflateSoon, inflateSoon} from './inflate.ts'
import type {Page, PdfFile} from '../objects/file.ts'
import {type Dict, dictOf, Ref, Stream} from '../objects/values.ts'
import {kidsOf, parentArrays, type MendedStructure} from './structure.ts'

/** Pages whose contents are in memory at once. */
const batch = 16

/** Page contents as they come out of their streams, beside other work: begun before they are needed. */
export interface UnpackedPages {
  batches: Page[][]
  /** Contents of the batch that comes next. */
  first: Promise<(Buffer | undefined)[]>
}

export function unpackPages(pdf: PdfFile): UnpackedPages {
  const pages = pdf.pages()
  const batches = Array.from({length: Math.ceil(pages.length / batch)}, (_, index) => pages.slice(batch * index, batch * (index + 1)))
  return {batches, first: unpack(pdf, batches[0])}
}

function unpack(pdf: PdfFile, pages: Page[] = []): Promise<(Buffer | undefined)[]> {
  return Promise.all(pages.map(async ({node}) => {
    const stream = pdf.look(node.get('Contents'))
    return stream instanceof Stream ? inflateSoon(stream) : undefined
  }))
}

/** @returns What still packs the last contents, beside other work. */
export async function markArtifacts(pdf: PdfFile, {batches, first}: UnpackedPages, decorations: MendedStructure['decorations']): Promise<Promise<unknown>[]> {
  const parents = parentArrays(pdf)
  let unpacking = first
  let packing: Promise<void>[] = []
  for (const [number, some] of batches.entries()) {
    const contents = await unpacking
    unpacking = unpack(pdf, batches[number + 1])
    await Promise.all(packing)
    packing = some.flatMap((page, index) => {
      const content = contents[index]?.toString('latin1')
      const text = content === undefined ? undefined : markPage(pdf, page, content, decorations, parents)
      return text === undefined || text === content ? [] : [pack(pdf, page, text)]
    })
  }
  return packing
}

async function pack(pdf: PdfFile, {node}: Page, text: string): Promise<void> {
  const ref = node.get('Contents')
  const data = await deflateSoon(Buffer.from(text, 'latin1'))
  if (ref instanceof Ref) pdf.replace(ref, new Stream(dictOf({Filter: '/FlateDecode'}), data))
}

/** @returns The content, marked. */
function markPage(pdf: PdfFile, {ref, node}: Page, content: string, decorations: MendedStructure['decorations'], parents: ReturnType<typeof parentArrays>): string {
  const owners = decorations.get(ref) ?? new Map<number, Dict>()
  const {text, decorative} = markContent(dropSoftHyphens(content), (id) => owners.has(id))
  const ofPage = parents.get(node.get('StructParents'))
  for (const id of decorative) {
    dropContent(pdf, owners.get(id), id)
    if (ofPage && id < ofPage.length) ofPage[id] = null
  }
  return text
}

/** A soft hyphen that broke nothing is drawn as an empty glyph whose text is U+00AD, and would spoil searching and copying:
 * only its step to the next glyph stays. In a ligature (`ef-fi-cient`) it is one of the characters that the glyph stands for. */
export function dropSoftHyphens(content: string): string {
  if (!/<feff(?:[0-9a-f]{4})*?00ad/i.test(content)) return content // versions of the browser differ in the case
  const parted = content.replace(/(?<=\/ActualText <feff)(?:[0-9a-f]{4}){2,}(?=>)/gi, (codes) => codes.replace(/[0-9a-f]{4}/gi, (code) => (/00ad/i.test(code) ? '' : code)))
  return parted.replace(/\/Span ?<<\s*\/ActualText <feff00ad>\s*>> BDC\n((?:[^\n]* Td)?) ?<[0-9a-f]{4}> Tj\nEMC\n/gi, (_, step: string) => (step ? `${step}\n` : ''))
}

/** Take a piece of content out of its element. */
function dropContent(pdf: PdfFile, element: Dict | undefined, id: number): void {
  element?.set('K', kidsOf(pdf, element).filter((kid) => kid !== id))
}

export interface MarkedContent {
  text: string
  /** Marks that held no text and no image. */
  decorative: number[]
}

/** @param mayDecorate Whether the content of a mark may be decoration. */
export function markContent(content: string, mayDecorate: (id: number) => boolean): MarkedContent {
  const out: string[] = []
  const decorative: number[] = []
  let path = -1
  let at = 0
  while (at < content.length) {
    const stop = content.indexOf('\n', at)
    const end = stop < 0 ? content.length : stop
    const line = content.slice(at, end)
    if (line.endsWith('BDC') || line.endsWith('BMC')) {
      const close = endOfMark(content, end)
      if (close < 0) return {text: content, decorative: []} // unbalanced: the checker will say so
      const id = Number(/\/MCID (\d+)/.exec(line)?.[1] ?? -1)
      const inside = content.slice(end, close)
      if (id >= 0 && mayDecorate(id) && !paintsContent(inside)) {
        decorative.push(id)
        out.push(`/Artifact BMC${inside}`)
      } else out.push(line + inside)
      path = -1
      at = close + 1
      continue
    }
    at = end + 1
    if (line === 'BT') {
      const close = content.indexOf('\nET', at - 1)
      if (close < 0) return {text: content, decorative: []}
      out.push(`/Artifact BMC\n${content.slice(at - 3, close)}\nET\nEMC`)
      at = close + 4
      continue
    }
    if (/ (?:re|m)$/.test(line) && path < 0) path = out.length
    out.push(line)
    if (/^(?:f\*?|F|S|s|B\*?|b\*?)$/.test(line) || / (?:Do|sh)$/.test(line)) {
      out.splice(path < 0 ? out.length - 1 : path, 0, '/Artifact BMC')
      out.push('EMC')
      path = -1
    } else if (line === 'n' || / n$/.test(line)) path = -1
  }
  return {text: out.join('\n'), decorative}
}

/** Text, an image or a shading, as against lines and areas. */
function paintsContent(inside: string): boolean {
  return inside.includes('\nBT\n') || inside.includes(' Do\n') || inside.includes(' sh\n')
}
