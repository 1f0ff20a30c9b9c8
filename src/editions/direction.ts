/** Scripts that run from right to left, by the language tag of the text (CLDR, character order). */

const leftward = /^(?:ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|syr|ug|ur|yi)(?:-|$)/i

export function runsLeftward(language: string): boolean {
  return /-(?:Arab|Hebr|Syrc|Thaa|Nkoo)(?:-|$)/i.test(language) || (leftward.test(language) && !/-(?:Latn|Cyrl|Deva)(?:-|$)/i.test(language))
}
