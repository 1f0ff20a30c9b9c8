/** Headings underlined with `===` or `---`, each at a cost of its own paragraph.
 *
 * CommonMark's construct writes the events of the whole text anew for each such heading, though only those of its paragraph
 * change: a text of 8,000 took seconds. */
import {setextUnderline} from 'micromark-core-commonmark'
import type {Construct, Resolver} from 'micromark-util-types'
import type {Processor} from 'unified'

const equals = 61
const dash = 45
const {name, resolveTo} = setextUnderline

const resolveParagraph: Resolver = (events, context) => {
  const start = events.findLastIndex(([kind, {type}]) => kind === 'enter' && type === 'content')
  const paragraph = events.splice(start)
  for (const event of resolveTo?.(paragraph, context) ?? paragraph) events.push(event)
  return events
}

const bounded: Construct = {...setextUnderline, name: 'boundedSetextUnderline', resolveTo: resolveParagraph}

export function remarkSetextUnderlines(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {flow: {[equals]: bounded, [dash]: bounded}, disable: {null: name === undefined ? [] : [name]}}]
}
