/** 十二, 一百零三 and 12 alike. */
export function valueOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral)
  const digits = '零一二三四五六七八九'
  let sum = 0
  let digit = 0
  for (const character of numeral) {
    if (character === '十' || character === '百') {
      sum += (digit || 1) * (character === '十' ? 10 : 100)
      digit = 0
    } else digit = Math.max(0, digits.indexOf(character))
  }
  return sum + digit
}
