/** English words get soft hyphens: the browser has no dictionary on disk. */
export type Hyphenate = (text: string) => string

export async function hyphenator(): Promise<Hyphenate> {
  const {hyphenateSync} = (await import('hyphen/en/index.js')).default
  return (text) => (/\p{Script=Latin}{7}/u.test(text) ? placeMarks(text, hyphenateSync(text.replaceAll('I', 'i'), {minWordLength: 7})).replace(withinLigature, '') : text)
}

/** A ligature that is broken comes out of readers as no character at all. */
const withinLigature = /(?<=f)\u00ad(?=[fijlt])/gi

/** The package lowers case by the machine's language: a Turkish one makes `ı` of `I`, and finds other places. So it sees
 * no `I`, and the marks go into the text as it was. */
function placeMarks(text: string, marked: string): string {
  let at = 0
  let placed = ''
  for (const unit of marked.split('')) {
    const own = text[at] ?? ''
    const same = unit === own || (own === 'I' && unit === 'i')
    placed += same ? own : unit
    if (same) at += 1
  }
  return placed
}

export function isEnglish(tag: string | undefined): boolean {
  return tag !== undefined && /^en\b/i.test(tag)
}
