/** The two locales that come with us, written from the CSL 1.0.2 specification's lists of terms: enough for any style.
 *
 * Ours, because the locale files of the CSL project are CC BY-SA; a book that needs another language, or other words, keeps
 * `locales-de-DE.xml` in its folder. */

type Terms = Record<string, string>

interface Words {
  terms: Terms
  /** Singular and plural, where they differ. */
  labels: Record<string, [one: string, many: string]>
  short: Record<string, [one: string, many: string]>
  months: string[]
  shortMonths: string[]
  date: string
  numeric: string
}

const english: Words = {
  terms: {
    accessed: 'accessed', and: 'and', 'and others': 'and others', anonymous: 'anonymous', at: 'at', 'available at': 'available at', by: 'by', circa: 'circa', cited: 'cited', 'et-al': 'et al.',
    forthcoming: 'forthcoming', from: 'from', ibid: 'ibid.', in: 'in', 'in press': 'in press', internet: 'internet', letter: 'letter', 'no date': 'n.d.', online: 'online', 'presented at': 'presented at the',
    retrieved: 'retrieved', scale: 'scale', version: 'version', 'open-quote': '“', 'close-quote': '”', 'open-inner-quote': '‘', 'close-inner-quote': '’', 'page-range-delimiter': '–',
    ordinal: 'th', 'ordinal-01': 'st', 'ordinal-02': 'nd', 'ordinal-03': 'rd', 'ordinal-11': 'th', 'ordinal-12': 'th', 'ordinal-13': 'th',
  },
  labels: {page: ['page', 'pages'], volume: ['volume', 'volumes'], issue: ['number', 'numbers'], chapter: ['chapter', 'chapters'], section: ['section', 'sections'], edition: ['edition', 'editions'], editor: ['editor', 'editors'], translator: ['translator', 'translators'], number: ['number', 'numbers'], 'number-of-pages': ['page', 'pages'], 'number-of-volumes': ['volume', 'volumes'], reference: ['reference', 'references']},
  short: {page: ['p.', 'pp.'], volume: ['vol.', 'vols.'], issue: ['no.', 'nos.'], chapter: ['chap.', 'chaps.'], section: ['sec.', 'secs.'], edition: ['ed.', 'eds.'], editor: ['ed.', 'eds.'], translator: ['tran.', 'trans.'], number: ['no.', 'nos.'], 'number-of-pages': ['p.', 'pp.'], 'number-of-volumes': ['vol.', 'vols.'], reference: ['ref.', 'refs.']},
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  shortMonths: ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'Jun.', 'Jul.', 'Aug.', 'Sep.', 'Oct.', 'Nov.', 'Dec.'],
  date: '<date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/>',
  numeric: '<date-part name="month" form="numeric-leading-zeros" suffix="/"/><date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/>',
}

const chinese: Words = {
  terms: {
    accessed: '见于', and: '和', 'and others': '及其他', anonymous: '佚名', at: '于', 'available at': '载于', by: '著', circa: '约', cited: '引用', 'et-al': '等',
    forthcoming: '待出版', from: '取自', ibid: '同上', in: '收入', 'in press': '印刷中', internet: '互联网', letter: '信函', 'no date': '不详', online: '在线', 'presented at': '发表于',
    retrieved: '取读于', scale: '比例', version: '版本', 'open-quote': '“', 'close-quote': '”', 'open-inner-quote': '‘', 'close-inner-quote': '’', 'page-range-delimiter': '–', ordinal: '',
  },
  labels: same({page: '页', volume: '卷', issue: '期', chapter: '章', section: '节', edition: '版', editor: '编', translator: '译', number: '号', 'number-of-pages': '页', 'number-of-volumes': '卷', reference: '参考文献'}),
  short: same({page: '页', volume: '卷', issue: '期', chapter: '章', section: '节', edition: '版', editor: '编', translator: '译', number: '号', 'number-of-pages': '页', 'number-of-volumes': '卷', reference: '参考文献'}),
  months: Array.from({length: 12}, (_, index) => `${index + 1}月`),
  shortMonths: Array.from({length: 12}, (_, index) => `${index + 1}月`),
  date: '<date-part name="year" suffix="年"/><date-part name="month" form="numeric" suffix="月"/><date-part name="day" suffix="日"/>',
  numeric: '<date-part name="year"/><date-part name="month" form="numeric-leading-zeros" prefix="-"/><date-part name="day" form="numeric-leading-zeros" prefix="-"/>',
}

function same(words: Terms): Words['labels'] {
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, [word, word]]))
}

/** @param tag BCP 47. @returns CSL 1.0.2 locale XML; undefined where it is neither English nor Chinese. */
export function ownLocale(tag: string): string | undefined {
  const language = tag.split('-')[0]?.toLowerCase()
  if (language === 'en') return localeXml('en-US', english)
  return language === 'zh' ? localeXml('zh-CN', chinese) : undefined
}

/** What a book's own locale leaves out is said in English: citeproc stops at a term that it does not find. */
export function completeLocale(xml: string): string {
  const absent = termsOf(english).filter((term) => !xml.includes(/name="[^"]*"/.exec(term)?.[0] ?? ''))
  return /<\/terms>/.test(xml) ? xml.replace('</terms>', () => `${absent.join('')}</terms>`) : xml.replace('</locale>', () => `<terms>${absent.join('')}</terms></locale>`)
}

function termsOf({terms, labels, short, months, shortMonths}: Words): string[] {
  const plain = Object.entries(terms).map(([name, word]) => `<term name="${name}">${word}</term>`)
  const counted = (words: Words['labels'], form: string) => Object.entries(words).map(([name, [one, many]]) => `<term name="${name}"${form}><single>${one}</single><multiple>${many}</multiple></term>`)
  const named = (words: string[], form: string) => words.map((word, index) => `<term name="month-${String(index + 1).padStart(2, '0')}"${form}>${word}</term>`)
  return [...plain, ...counted(labels, ''), ...counted(short, ' form="short"'), ...named(months, ''), ...named(shortMonths, ' form="short"')]
}

function localeXml(tag: string, words: Words): string {
  const {date, numeric} = words
  return `<?xml version="1.0" encoding="utf-8"?><locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${tag}"><style-options punctuation-in-quote="${tag === 'en-US'}"/><date form="text">${date}</date><date form="numeric">${numeric}</date><terms>${termsOf(words).join('')}</terms></locale>`
}
