/** Holders: stand-ins for our nodes while author's content is parsed and sanitised. */
import type {Element, ElementContent, Parents, Root} from 'hast'
import type {Nodes as MdastNodes} from 'mdast'
import type {Renderer, SettingContext} from '../model/setting.ts'
import {keepClosingMarks} from './closing-marks.ts'
import {taskMark} from './tasks.ts'

export type Held = MdastNodes

export const holderName = 'banben-holder'

/** @returns A holder with the author's children inside, so that they are sanitised with all the rest. */
export function holderOf(held: Held[], nonce: string, node: Held, children: ElementContent[]): Element {
  held.push(node)
  return {type: 'element', tagName: holderName, properties: {dataHolder: `${nonce}:${held.length - 1}`}, children}
}

/** Replace every holder by what its renderer makes; give anchored elements their ids; drop forged holders. */
export function expandHolders(root: Root, nonce: string, held: Held[], renderers: Record<string, Renderer>, context: SettingContext): Root {
  const expand = (parent: Parents): ElementContent[] => {
    const result: ElementContent[] = []
    for (const node of parent.children) {
      if (node.type === 'doctype') continue
      if (node.type !== 'element') {
        result.push(node)
        continue
      }
      node.children = expand(node)
      if (node.tagName === holderName) {
        const own = ownedBy(node.properties.dataHolder, nonce)
        const source = own === undefined ? undefined : held[Number(own)]
        const render = source && renderers[source.type]
        result.push(...(render ? render(source as never, node.children, context) : node.children))
        continue
      }
      const anchor = ownedBy(node.properties.dataAnchor, nonce)
      delete node.properties.dataAnchor
      if (anchor !== undefined) node.properties.id = anchor
      nameAnchor(node)
      result.push(node.tagName === 'input' ? taskMark(node, context.locale) : node)
    }
    return keepClosingMarks(result)
  }
  return {...root, children: expand(root)}
}

/** `<a name>` left HTML long ago. */
function nameAnchor({properties}: Element): void {
  if (properties.name === undefined) return
  properties.id ??= properties.name
  delete properties.name
}

function ownedBy(value: unknown, nonce: string): string | undefined {
  return typeof value === 'string' && value.startsWith(`${nonce}:`) ? value.slice(nonce.length + 1) : undefined
}
