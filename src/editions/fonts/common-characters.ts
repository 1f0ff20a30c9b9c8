/** Characters that nearly every book needs: the 6,763 Han of GB 2312, Latin, Greek, Cyrillic, punctuation, kana. */

/** Kangxi radicals and compatibility forms are left out on purpose: they share glyphs with ordinary Han. */
const ranges: readonly [number, number][] = [
  [0x20, 0x7e], [0xa0, 0x24f], [0x2b0, 0x36f], [0x370, 0x3ff], [0x400, 0x45f], [0x1e00, 0x1eff], [0x2010, 0x206f],
  [0x2070, 0x209f], [0x20a0, 0x20bf], [0x2100, 0x214f], [0x2150, 0x218f], [0x2190, 0x21ff], [0x2200, 0x22ff],
  [0x2460, 0x24ff], [0x2500, 0x257f], [0x25a0, 0x25ff], [0x2600, 0x266f], [0x3000, 0x303f], [0x3040, 0x30ff], [0xff00, 0xffef],
]

let common: string | undefined

export function commonCharacters(): string {
  common ??= ranges.map(([first, last]) => String.fromCodePoint(...Array.from({length: last - first + 1}, (_, index) => first + index))).join('') + gb2312()
  return common
}

function gb2312(): string {
  const decoder = new TextDecoder('gbk')
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell)
  return decoder.decode(Uint8Array.from(bytes)).replace(/[^\p{Script=Han}]/gu, '')
}
