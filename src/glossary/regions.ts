/** Traditional and Simplified: further spellings of a term where the text is written in the other script.
 *
 * opencc-js is large; it is loaded only where the termbase or the text shows that the other script is at hand. */
import {toString} from 'mdast-util-to-string'
import type {Book} from '../model/book.ts'

const frequent = ['們個這為與對學會機電腦國說時來後發應過還訓練資訊網絡語處數據類習問題構層經單義關係圖標準優術點開現實體', '们个这为与对学会机电脑国说时来后发应过还训练资讯网络语处数据类习问题构层经单义关系图标准优术点开现实体'] as const

/** Frequent characters that stand in one script only: Traditional → Simplified. */
export const pairs: ReadonlyMap<string, string> = new Map([...frequent[0]].map((character, index) => [character, [...frequent[1]][index] ?? character]))
export const traditional = new RegExp(`[${frequent[0]}]`, 'u') // of strings: compiled to ASCII, a pattern's source holds no character
export const simplified = new RegExp(`[${frequent[1]}]`, 'u')

export type Spell = (word: string) => string[]

export async function loadSpellings({chapters, terms}: Book): Promise<Spell | undefined> {
  const words = [...terms.values()].flatMap(({forms, variants}) => [...Object.values(forms), ...Object.values(variants ?? {}).flat()]).join('\n')
  const text = chapters.map(({tree}) => toString(tree)).join('\n')
  const scripts = [scriptOf(text), scriptOf(words)]
  const crossed = scripts[0] !== scripts[1] && !scripts.includes(undefined)
  if (!crossed) return undefined
  const {Converter} = await import('opencc-js')
  const spellings = [Converter({from: 'cn', to: 't'}), Converter({from: 'cn', to: 'twp'}), Converter({from: 'tw', to: 'cn'}), Converter({from: 'hk', to: 'cn'})]
  return (word) => (/\p{Script=Han}/u.test(word) ? spellings.map((convert) => convert(word)) : [])
}

/** The script that most telling characters belong to; undefined without any. */
function scriptOf(text: string): 'traditional' | 'simplified' | undefined {
  const count = (characters: RegExp) => text.match(new RegExp(characters.source, 'gu'))?.length ?? 0
  const [t, s] = [count(traditional), count(simplified)]
  return t === s ? undefined : t > s ? 'traditional' : 'simplified'
}
