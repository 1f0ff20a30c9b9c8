/** One font file for the pieces of a book: each brings its own, cut from the same font. */
import {mergeFonts} from '../../fonts/merge.ts'
import type {PdfFile} from '../objects/file.ts'
import {type Dict, dictOf, Ref, Stream, textOfName} from '../objects/values.ts'
import {deflateSoon, inflate} from './inflate.ts'

export async function shareFonts(pdf: PdfFile): Promise<void> {
  const byName = new Map<string, {descriptor: Dict; file: Ref; stream: Stream}[]>()
  for (const [, object] of pdf.objects()) {
    if (!(object instanceof Map) || object.get('Type') !== '/FontDescriptor') continue
    const file = object.get('FontFile2')
    const stream = pdf.look(file)
    const name = textOfName(object.get('FontName')).replace(/^[A-Z]{6}\+/, '')
    if (file instanceof Ref && stream instanceof Stream) byName.set(name, [...(byName.get(name) ?? []), {descriptor: object, file, stream}])
  }
  await Promise.all([...byName.values()].filter((parts) => parts.length > 1).map(async (parts) => {
    const merged = mergeFonts(parts.map(({stream}) => inflate(stream)))
    if (!merged) return
    const dict = dictOf({Length1: merged.length, Filter: '/FlateDecode'})
    const ref = pdf.add(new Stream(dict, new Uint8Array())) // numbered before anything is waited for: equal books have equal bytes
    for (const {descriptor, file} of parts) {
      descriptor.set('FontFile2', ref)
      pdf.remove(file)
    }
    pdf.replace(ref, new Stream(dict, await deflateSoon(merged)))
  }))
}
