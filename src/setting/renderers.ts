/** Renderers of nodes that no feature owns: images and trusted blocks. */
import type {Element} from 'hast'
import type {Image} from 'mdast'
import type {Block} from '../model/nodes.ts'
import type {Renderer, Renderers} from '../model/setting.ts'

/** An image becomes a slot for its asset; without one, its alt text. */
const image: Renderer<Image> = (node, _children, {book}) => {
  const hash = node.data?.asset
  const asset = hash === undefined ? undefined : book.assets.get(hash)
  if (!asset || hash === undefined) return node.alt ? [{type: 'element', tagName: 'span', properties: {className: ['missing-image']}, children: [{type: 'text', value: node.alt}]}] : []
  const result: Element = {
    type: 'element',
    tagName: 'img',
    properties: {alt: node.alt ?? '', width: asset.width, height: asset.height, ...(node.title ? {title: node.title} : {})},
    children: [],
    data: {slot: {type: 'asset', hash}},
  }
  return [result]
}

/** Trusted markup that a feature composed: `data.hName` and `data.hProperties` as they stand. */
const block: Renderer<Block> = (node, children) => [
  {type: 'element', tagName: node.data?.hName ?? 'div', properties: {...(node.data?.hProperties ?? {}), ...(node.data?.id ? {id: node.data.id} : {})}, children},
]

export const ownRenderers: Renderers = {image, block}
