/** An entry of a list → what can be told of it without guessing: its title and its address.
 *
 * Only entries that are nothing but title and address are set anew; all others are printed as they were written. */
import type {CslItem} from '../../model/book.ts'

/** RFC 3986 characters, and what people leave in addresses; a closing bracket belongs only to one opened inside. */
const address = /https?:\/\/[^\s<>"'“”《》（），。；、]+/iu

/** @param raw Markdown of the entry, without its label. */
export function understandEntry(raw: string): CslItem | undefined {
  const text = raw.trim().replace(/\\([[\]])(?!\()/g, '$1') // pandoc escapes every bracket
  const linked = /^\[((?:\\.|[^\\[\]]|\[[^[\]]*\])+)\]\(<?(https?:\/\/[^\s<>]+?)>?\)[.。]?$/u.exec(text)
  if (linked) return webpage(linked[1] ?? '', linked[2] ?? '')
  const url = addressOf(text)
  if (url === undefined) return undefined
  const before = text.slice(0, text.indexOf(url)).replace(/[<[(（]\s*$/u, '').replace(/[\s:：.．。,，；;、—–-]+$/u, '')
  const after = text.slice(text.indexOf(url) + url.length)
  const plain = /^\s*[>)\]）]?(?:\((?:https?:[^)]*)\))?\s*[.。；;]?\s*$/u.test(after)
  if (!plain || before === '') return {type: 'webpage', URL: url}
  return isTitle(before) && !/^https?:\/\/(?:dx\.)?doi\.org\//i.test(url) ? webpage(before, url) : {type: 'webpage', URL: url} // a DOI is a publication's
}

/** The first address of an entry, without punctuation that belongs to the sentence. */
export function addressOf(raw: string): string | undefined {
  const found = address.exec(raw)?.[0]
  if (found === undefined) return undefined
  let url = found.replace(/\]\(https?:.*$/iu, '')
  for (;;) {
    const last = url.at(-1) ?? ''
    const open = last === ')' ? '(' : last === ']' ? '[' : undefined
    if (open !== undefined ? url.split(last).length > url.split(open).length : /[.,;:!?*_`|]/.test(last) && !/[_*]$/.test(last)) url = url.slice(0, -1)
    else return url
  }
}

function webpage(title: string, url: string): CslItem | undefined {
  return {type: 'webpage', title: title.trim(), URL: url}
}

/** What only says that an address follows is no part of a title. */
const leadsOn = /(?:available(?:\s+(?:at|from|online))?|retrieved(?:\s+from)?|online|urls?|links?|doi|via|[链鏈]接|連結|[网網]址|地址|原文|[载載][于於]|[来來]源|取自|[见見])$/iu

/** A title in quotes with its author before it, or its publisher behind. */
const quoted = /[,，.]\s*["“][^"“”]+["”]|[,.]["”]\s+\S/u

/** Elements of a reference, each closed by a full stop: `Au B. Title`, `标题。作者`; or its year at the end. */
const elements = /[\p{L}\p{N})\]"”》][.。]\s+\S|[。．]\s*\S|[(,.;:]\s*(?:19|20)\d\d[a-z]?\)?$/u

/** No marks of a full reference: those carry facts that a title and an address would lose. */
function isTitle(written: string): boolean {
  const text = written.normalize('NFKC') // ［Ｊ］
  if (elements.test(text)) return false
  if (leadsOn.test(text) || quoted.test(text) || /\p{Lu}\p{Ll}+,\s\p{Lu}\./u.test(text)) return false
  return !/https?:|[*_`<>[\]|\\]|[（(,，.]\s*(?:19|20)\d\d[a-z]?\s*[)）.,，:：]|\b10\.\d{4,}\/|[访訪][问問]|accessed|retrieved|\d+\s*\(\d+\)/iu.test(text)
}
