/** Notes that the page calls → hidden previews. They describe their calls even where no script runs. */
import type {Element, ElementContent} from 'hast'
import type {Galley} from '../../model/book.ts'
import {dress, type Dressing} from './dress.ts'
import {previewId} from './ledger.ts'

export function composePreviews(galley: Galley, dressing: Dressing): Element[] {
  const previews: Element[] = []
  for (const id of [...dressing.ledger.called]) {
    const note = galley.notes.get(id)
    if (!note) continue
    const properties = {id: previewId(id), className: ['preview', `preview-${note.kind}`], role: 'tooltip', popover: 'manual', dataHint: dressing.locale.text('html.tapAgain')}
    previews.push({type: 'element', tagName: 'div', properties, children: withoutLinks(dress(note.children, undefined, dressing))})
  }
  return previews
}

/** WAI-ARIA: a tooltip holds nothing that can be focused. The links are in the full entry. Ids stay there, too. */
function withoutLinks(nodes: ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    const {id: _id, href: _href, tabIndex: _tab, ariaDescribedBy: _by, dataNote: _note, ...properties} = node.properties
    return {...node, tagName: node.tagName === 'a' ? 'span' : node.tagName, properties, children: withoutLinks(node.children)}
  })
}
