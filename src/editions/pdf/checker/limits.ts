/** Limits of size (ISO 19005-2 §6.1.13). */
import type {PdfFile} from '../objects/file.ts'
import {decodeKey, Stream, Text, type Value} from '../objects/values.ts'
import {archive, type Objection} from './objection.ts'

const longestName = 127
const longestText = 32_767
const mostObjects = 8_388_607
const largest = 2 ** 31 - 1

export function checkLimits(pdf: PdfFile): Objection[] {
  const found: Objection[] = []
  if (pdf.size > mostObjects) found.push(archive('6.1.13', `the file has more than ${mostObjects} objects`))
  for (const [, object] of pdf.objects()) checkValue(object instanceof Stream ? object.dict : object, found)
  for (const [index, {node}] of pdf.pages().entries()) {
    for (const key of ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox', 'ArtBox']) {
      if (!node.has(key)) continue
      const [left = 0, bottom = 0, right = 0, top = 0] = pdf.array(node.get(key)).map(Number)
      if ([right - left, top - bottom].some((side) => side < 3 || side > 14_400)) found.push(archive('6.1.13', `the ${key} of page ${index + 1} is smaller than 3 or larger than 14,400 points`))
    }
  }
  return found
}

function checkValue(value: Value, found: Objection[]): void {
  if (typeof value === 'string') checkName(value.slice(1), found)
  else if (typeof value === 'number') {
    if (Number.isInteger(value) && (value > largest || value < -largest - 1)) found.push(archive('6.1.13', `the number ${value} is too large`))
  } else if (value instanceof Text) {
    if (value.raw.length > longestText && lengthOf(value) > longestText) found.push(archive('6.1.13', `a text is longer than ${longestText} bytes`))
  } else if (Array.isArray(value)) for (const item of value) checkValue(item, found)
  else if (value instanceof Map) {
    for (const [key, item] of value) {
      checkName(key, found)
      checkValue(item, found)
    }
  }
}

function checkName(key: string, found: Objection[]): void {
  if (key.length > longestName && Buffer.byteLength(decodeKey(key)) > longestName) found.push(archive('6.1.13', `the name ${decodeKey(key).slice(0, 20)}… is longer than ${longestName} bytes`))
}

function lengthOf({raw}: Text): number {
  return raw.startsWith('<') ? raw.replace(/\s/g, '').length / 2 - 1 : raw.length - 2
}
