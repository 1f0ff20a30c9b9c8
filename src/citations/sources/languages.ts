/** What reference managers write for a language → BCP 47: `english` (babel), `eng` and `chi` (ISO 639-2), `zh_CN`, `中文`. */
const names: Record<string, string> = {
  en: 'english british american usenglish ukenglish australian canadian eng 英文 英语',
  zh: 'chinese chi zho 中文 汉语 漢語 简体中文 繁體中文',
  de: 'german ngerman deutsch austrian ger deu',
  fr: 'french francais français fre fra',
  es: 'spanish español spa',
  it: 'italian italiano ita',
  ja: 'japanese jpn 日文 日语 日本語',
  ko: 'korean kor',
  la: 'latin lat',
  pt: 'portuguese brazilian por',
  ru: 'russian rus',
}
const tags = new Map(Object.entries(names).flatMap(([tag, words]) => words.split(' ').map((word) => [word, tag] as const)))

export function tagOf(language: string): string {
  const written = language.trim()
  return tags.get(written.toLowerCase()) ?? written.replaceAll('_', '-')
}
