/** micromark's edits of events, each at a cost of what stands behind it.
 *
 * For each heading with a line below, and each quotation, list or note that ends, micromark 4.0.3 writes the events of the
 * whole text anew: 2,400 notes took seconds. What stands above the first edit stays where it is. The tokenizer of documents cannot be
 * exchanged, so that the class itself is told. */
import type {Event} from 'micromark-util-types'
import {EditMap} from 'micromark-util-edit-map'

const {consume} = EditMap.prototype

EditMap.prototype.consume = function (this: EditMap, events: Event[]): undefined {
  const first = this.map.reduce((least, [at]) => Math.min(least, at), events.length)
  const edited = events.splice(first)
  for (const change of this.map) change[0] -= first
  consume.call(this, edited)
  for (const event of edited) events.push(event)
}
