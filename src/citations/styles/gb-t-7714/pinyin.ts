/** Names of Chinese persons in Latin letters.
 *
 * GB/T 7714—2025 7.1.1: a name in Hanyu pinyin has its given name in full (`Li Jiangning`); 2015, 8.1.1, lets it be cut, but to
 * the first letter of each syllable (`LI Jianning` or `LI J N`, never `LI J`). Written together, `Xian` may be one syllable
 * or two, so both editions get it in full. */
import type {CslName} from '../../../model/book.ts'

/** Hanyu Pinyin, as GB/T 28039—2011 spells it, without tones; `lü` also as `lyu` and `lv`. */
const syllable = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|üan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|ün|yu|a|e|i|o|u|ü|v)'
/** One syllable, or a surname of two. */
const surname = new RegExp(`^(?:${syllable}|ouyang|sima|zhuge|shangguan|situ|dongfang|huangfu|linghu|murong|yuchi|zhangsun|xiahou|duanmu|gongsun|nangong|ximen|xuanyuan|baili|dugu|helian|huyan|yuwen|zhongli|tantai|taishi|shentu)$`, 'iu')
const given = new RegExp(`^${syllable}(?:[-’' ]?${syllable}){0,2}$`, 'iu')

export function isPinyinName({family = '', given: name = ''}: CslName): boolean {
  return name.length > 1 && surname.test(family) && given.test(name) && !/^\p{Lu}+$/u.test(name)
}
