/** hast → XHTML text. */
import type {ElementContent} from 'hast'
import {toXast} from 'hast-util-to-xast'
import {toXml} from 'xast-util-to-xml'

/** Children of `body`; the template around them declares the namespaces. */
export function writeXhtml(children: ElementContent[]): string {
  return toXml(toXast({type: 'root', children}), {closeEmptyElements: true, tightClose: false}).replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '')
}
