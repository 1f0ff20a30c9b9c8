/** Brackets of programs and of mathematics in running text: `arr[1]`, `x[i][2]`, the vector `[3, 4]`, rows of a matrix.
 *
 * Told by what stands around them, since the brackets themselves look like calls. A word before `[1]` decides nothing:
 * English sets its citations right behind words. */

/** How far one has to look for an identifier or a noun. */
const near = 40
/** How far a matrix may reach. */
const far = 300

/** A lone small letter in a sentence, a name with an underscore, or a name that is no word. */
const identifier = /(?<![\p{Script=Latin}\p{N}_.'’-])(?:(?<=[\p{L}\p{N},;:，；：）)]\s|\p{Script=Han}\s?)[a-z]|[A-Za-z]*_\w+|arr|argv?|args|nums|vec|buf|dp|ptr|lst|df)$/u
const word = /^\p{Script=Latin}/u
/** `a[i]` before `[2]`. */
const indexed = /\w\[[A-Za-z_]\w{0,9}(?:[+-]\d+)?\]$/
/** `data[1] = 5`, `rows[2].map(` */
const operation = /^(?:\s+[+*/-]?=(?![=>])\s|\.[a-z]\w*\()/i
/** What lists values. */
const listing = /(?:\b(?:vectors?|intervals?|arrays?|matri(?:x|ces)|tuples?|lists?|coordinates?|ranges?|rows?|shape|size)(?:\s+(?:is|are|of|as))?|∈|=|[区區][间間]|向量|[数數][组組]|矩[阵陣]|坐[标標]|列表|[范範][围圍]|形[状狀])(?:为|是)?\s*$/iu
const ordinal = /第\s*$/
const counted = /^\s*[条條款章节節页頁项項卷期号號部回]/

/** Dimensions of an array that are looked through: `a[1][2]`. */
const deepest = 4

/** @param text The whole file. @param start Offset of the bracket. */
export function isExpression(text: string, start: number, end: number, depth = 1): boolean {
  const before = text.slice(Math.max(0, start - near), start)
  const after = text.slice(end, end + near)
  if ((identifier.test(before) && !word.test(after)) || indexed.test(before)) return true
  if (operation.test(after) && /[A-Za-z_]\w*$/.test(before)) return true
  if (isSeries(text, start, end)) return true
  const touching = depth < deepest ? /\[\d{1,5}\]$/.exec(before)?.[0].length : undefined
  if (touching !== undefined && isExpression(text, start - touching, start, depth + 1)) return true
  if (ordinal.test(before) && counted.test(after)) return true
  return /[,，]/.test(text.slice(start, end)) && (listing.test(before) || isInMatrix(text, start))
}

/** A[1], A[2], …, A[n]: the same name, which is no word of a sentence, has a letter that counts for a number close by: notes are lettered too, from [a] on. */
function isSeries(text: string, start: number, end: number): boolean {
  const name = /(?<![\p{Script=Latin}\p{N}_])[A-Za-z]\w{0,9}$/u.exec(text.slice(Math.max(0, start - near), start))?.[0]
  if (name === undefined) return false
  const around = text.slice(Math.max(0, start - near), end + near)
  for (let at = around.indexOf(`${name}[`); at >= 0; at = around.indexOf(`${name}[`, at + 1)) {
    if (!/\w/.test(around[at - 1] ?? '') && /^\[[ijkmnN](?:[+-]\d+)?\]/.test(around.slice(at + name.length, at + name.length + 8))) return true
  }
  return false
}

/** A double bracket stands open before it. */
function isInMatrix(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - far), start + 1)
  const open = before.lastIndexOf('[[')
  return open >= 0 && before.lastIndexOf(']]') < open && before.lastIndexOf('\n\n') < open
}
