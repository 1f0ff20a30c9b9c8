/** Texts → how a shelf sorts them: Chinese by pinyin, without its punctuation, an English title behind its article, a Western name as it stands.
 *
 * Names are not turned round: only their bearer knows which part is the family's. The dictionary of readings takes 50 ms
 * to open, so what was read of it is kept. */
import {keptOr} from '../keep.ts'

/** Raise when the reading changes. */
const version = '2'

/** @param cache Folder of results by content; undefined: none. */
export async function sortingForms(texts: string[], cache: string | undefined): Promise<Map<string, string>> {
  const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text))
  const kept = chinese.length > 0 ? await keptOr(cache, ['file-as', String(version), ...chinese], async () => new TextEncoder().encode((await readAloud(chinese)).join('\n')), 'images') : new Uint8Array()
  const read = new TextDecoder().decode(kept).split('\n')
  return new Map(texts.map((text) => [text, read[chinese.indexOf(text)] ?? behindArticle(text)]))
}

async function readAloud(texts: string[]): Promise<string[]> {
  const {pinyin} = await import('pinyin-pro')
  return texts.map((text) => pinyin(text, {toneType: 'none', nonZh: 'consecutive', separator: ' ', v: true}).replace(/[\s\p{P}]*[\u3000-\u303F\uFF00-\uFFEF“”‘’…—·][\s\p{P}]*/gu, ' ').replace(/\s+/g, ' ').trim())
}

function behindArticle(text: string): string {
  const [, article, rest] = /^(the|an?)\s+(\S.*)$/i.exec(text) ?? []
  return article && rest ? `${rest}, ${article}` : text
}
