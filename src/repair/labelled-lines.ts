/** Lines of a paragraph that count, ①②, （1）（2）, 1、2、, A. B.; or that open with a sign, 🔹, ✅, •.
 *
 * Only a row that starts at its first label and goes on at the beginning of lines: a wrapped line that happens to begin with
 * (b) is none. */
import type {Line} from './lines.ts'

const han = '一二三四五六七八九十'
/** Labels that Markdown reads as no list, each with how its number is told. */
const families: readonly {label: RegExp; number: (name: string) => number}[] = [
  {label: /^([①-⑳])/u, number: (name) => (name.codePointAt(0) ?? 0) - 0x245f},
  {label: /^[（(](\d{1,2})[）)]/u, number: Number},
  {label: /^(\d{1,2})[、．]/u, number: Number},
  {label: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u, number: hanNumber},
  {label: /^([一二三四五六七八九十]{1,3})、/u, number: hanNumber},
  {label: /^([A-H])[.．、)）]/u, number: (name) => (name.codePointAt(0) ?? 0) - 64},
  {label: /^[（(]([A-Ha-h])[）)]/u, number: (name) => (name.toUpperCase().codePointAt(0) ?? 0) - 64},
  {label: /^([a-h])[)）]/u, number: (name) => (name.codePointAt(0) ?? 0) - 96},
]

/** Bullets that Markdown does not know, pictures and keys; nobody wraps a line before one. */
const sign = /^(?:(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}•‣⁃●○■□▪▫◆◇▶▷►➢★☆]|\d\uFE0F?\u20E3)(?:\uFE0F|\u200D|\p{Emoji_Modifier})*/u

/** @returns The lines that open with a sign, all but one that opens the paragraph; none where it is but one. */
export function signedLines(lines: Line[]): Line[] {
  const row = lines.filter(({words}) => sign.test(words))
  return row.length > 1 ? row.filter((line) => line !== lines[0]) : []
}

/** Up to 99. */
function hanNumber(name: string): number {
  const [tens = '', ones = ''] = name.includes('十') ? name.split('十') : ['零', name]
  return (tens === '零' ? 0 : (han.indexOf(tens || '一') + 1) * 10) + (ones === '' ? 0 : han.indexOf(ones) + 1)
}

/** @returns The lines that begin with 1, 2, … of one family, all but one that opens the paragraph; none where it is no row. */
export function countedLines(lines: Line[]): Line[] {
  for (const {label, number} of families) {
    const row: Line[] = []
    for (const line of lines) {
      const name = label.exec(line.words)?.[1]
      if (name === undefined) continue
      if (number(name) !== row.length + 1) return []
      row.push(line)
    }
    if (row.length > 1) return row.filter((line) => line !== lines[0])
  }
  return []
}
