/** Characters that no book needs and some formats cannot hold: found, replaced or left for the repair, and told.
 *
 * Controls, non-characters and lone surrogates make XHTML ill-formed (XML 1.0 §2.2) and are replaced by U+FFFD here.
 * Hidden characters can only be taken out of the parsed tree (`repair/`), since removing them would move every place. */
import {message} from '../diagnostics/index.ts'
import type {Message} from '../model/message.ts'
import {placesOf} from './places.ts'

/** XML 1.0 §2.2 and Unicode §23.7; TAB, LF and CR stay. */
const unprintable = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g

/** Order of letters turned round: “Trojan Source”, CVE-2021-42574. Marks that only lend direction (U+200E, U+200F) are harmless. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g
/** Invisible, and in the way of searching: zero-width space, word joiner, BOM inside the text. */
const invisible = /[\u200B\u2060\uFEFF]/g
/** Tag characters and runs of variation selectors carry text that people cannot see. Flags of regions are meant:
 * U+1F3F4, the letters and digits of a region (at most six, ISO 3166-2) and U+E007F (UTS #51, ED-14a). */
const smuggling = /(?<!\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{0,6})[\u{E0000}-\u{E007F}]+|[\u{E0100}-\u{E01EF}\uFE00-\uFE0F]{2,}/gu

/** One quick look at the whole text; only a text that has any is searched by kind. */
const suspicious = /[\uFE00-\uFE0F]|[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u200B\u202A-\u202E\u2060\u2066-\u2069\uD800-\uDFFF\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]/

export function inspectCharacters(text: string, path: string): {text: string; messages: Message[]} {
  if (!suspicious.test(text)) return {text, messages: []}
  const messages: Message[] = []
  const tell = (ruleId: 'character-unprintable' | 'character-turning' | 'character-invisible' | 'character-smuggled', pattern: RegExp) => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return
    const [place, ...related] = placesOf(text, path, found.map(({index}) => index))
    const names = [...new Set(found.slice(0, 1000).map(([match]) => nameOf(match)))].slice(0, 5).join(', ')
    messages.push(message(ruleId, place ?? {path}, {count: found.length, names}, {related}))
  }
  tell('character-unprintable', unprintable)
  tell('character-turning', turning)
  tell('character-invisible', invisible)
  tell('character-smuggled', smuggling)
  const clean = messages.length > 0 ? text.replace(unprintable, (match) => '\uFFFD'.repeat(match.length)) : text
  return {text: clean, messages}
}

function nameOf(match: string): string {
  return `U+${(match.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
