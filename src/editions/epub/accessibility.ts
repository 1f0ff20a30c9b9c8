/** Accessibility metadata (EPUB Accessibility 1.1, schema.org), counted in what was made and never claimed beforehand. */
import type {ElementContent} from 'hast'
import type {EpubDocument} from './document.ts'

export interface Accessibility {
  modes: string[]
  /** One combination of modes that suffices. */
  sufficient: string
  features: string[]
  /** What the summary may say, as keys of the locale. */
  has: {pages: boolean; notes: boolean; glossary: boolean; images: boolean; described: boolean; math: boolean}
}

interface Census {images: number; undescribed: number; math: number; unreadMath: number; headings: number; roles: number; ruby: number; notes: number}

/** @param documents Chapters as converted. @param pages Number of page marks. */
export function accessibilityOf(documents: EpubDocument[], pages: number): Accessibility {
  const census: Census = {images: 0, undescribed: 0, math: 0, unreadMath: 0, headings: 0, roles: 0, ruby: 0, notes: 0}
  for (const {role, children} of documents) if (role !== 'cover') count(children, census)
  const described = census.undescribed === 0
  const features = ['tableOfContents', 'readingOrder', 'displayTransformability', 'unlocked']
  if (census.headings > 0) features.push('structuralNavigation')
  if (census.roles > 0) features.push('ARIA')
  if (census.images > 0 && described) features.push('alternativeText')
  // describedMath: “using the alttext attribute for MathML equations” (Schema.org Accessibility Properties §3.2)
  if (census.math > 0) features.push('MathML', ...(census.unreadMath === 0 ? ['latex', 'describedMath'] : []))
  if (census.ruby > 0) features.push('rubyAnnotations')
  if (pages > 0) features.push('pageNavigation', 'pageBreakMarkers')
  if (documents.some(({role}) => role === 'index')) features.push('index')
  return {
    modes: census.images > 0 ? ['textual', 'visual'] : ['textual'],
    sufficient: described ? 'textual' : 'textual,visual',
    features,
    has: {pages: pages > 0, notes: census.notes > 0, glossary: documents.some(({role}) => role === 'glossary'), images: census.images > 0, described, math: census.math > 0},
  }
}

function count(nodes: ElementContent[], census: Census): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const {tagName, properties, children} = node
    if (tagName === 'img') {
      census.images++
      if (!String(properties.alt ?? '').trim()) census.undescribed++
    } else if (tagName === 'math') {
      census.math++
      if (!properties.alttext) census.unreadMath++
      continue
    } else if (/^h[1-6]$/.test(tagName)) census.headings++
    else if (tagName === 'ruby') census.ruby++
    if (properties.role !== undefined) census.roles++
    if (properties['epub:type'] === 'noteref') census.notes++
    count(children, census)
  }
}
