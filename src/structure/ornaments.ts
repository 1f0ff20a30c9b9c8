/** Signs around the words of a heading: 🚀 一、背景, 1️⃣ 方法, ■ 结论, 致谢 🎉. Generated texts are full of them; they are printed, and
 * say nothing of what a heading is. */

const sign = /^(?:(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}■□▪▫●○◆◇▶▷★☆✦✧❖►](?:\uFE0F|\u200D|\p{Emoji_Modifier})*\s*)+/u
const signBehind = /(?![©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\s]|\uFE0F|\u200D/u
/** Digits as keys, which number what follows. */
const keys = /^(?:\d\uFE0F?\u20E3)+\s*/u

/** @returns The words; a number in keys as a number: `1️⃣ 方法` → `1、方法`. */
export function withoutOrnaments(title: string): string {
  const words = title.trim()
  const bare = withoutEnd(words.replace(sign, ''))
  if (bare === '') return words
  const [written] = keys.exec(bare) ?? []
  return written === undefined ? bare : `${written.replace(/\D/g, '')}、${bare.slice(written.length)}`
}

export function isOrnament(text: string): boolean {
  const signs = text.trim()
  return signs !== '' && signs.replace(sign, '') === ''
}

/** By hand: a pattern that ends in `+$` looks at every run of signs within. */
function withoutEnd(words: string): string {
  let end = words.length
  for (let last = characterBefore(words, end); last !== '' && signBehind.test(last); last = characterBefore(words, end)) end -= last.length
  return words.slice(0, end)
}

function characterBefore(text: string, end: number): string {
  const code = text.charCodeAt(end - 1)
  return text.slice(Math.max(0, end - (code >= 0xDC00 && code < 0xE000 ? 2 : 1)), end)
}
