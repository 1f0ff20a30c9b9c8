/** Headings that announce a reference list, in Chinese and English.
 *
 * A vocabulary rather than a list of headings: every word of the heading must belong to it, and one must be a core word. */

/** `八、`, `第九章`, `13.`, `7.2`, `IV.`, `(3)`, `Appendix A:` before the name. */
const numbering = /^(?:第\s*[\d一二三四五六七八九十百零〇]+\s*[章节節篇部卷]|[（(]?(?:\d+(?:\.\d+)*|[一二三四五六七八九十]+|[ivxlc]+(?=[.、)）:：\s]))[)）]?[.．、:：\s]*|(?:appendix|附录|附錄|附件|附)\s*[a-z\d一二三四五六七八九十]*\s*[:：.、\s])\s*/iu
const aside = /\s*[（(【[][^）)】\]]*[）)】\]]\s*/gu
const chineseWords = '主要|重要|核心|关键|部分|代表性|相关|本文|本报告|报告|权威|官方|数据|信息|资料|参考|引用|征引|引文|文献|來源|来源|出处|出處|链接|網址|网址|网站|书目|目录|列表|清单|一览|说明|注释|附注|尾注|与|和|及其|及|的|著作|源|主|全部|完整|精选|延伸|阅读|學術|学术|材料|考|参|网页|網頁|參考|徵引|文獻|書目|目錄|清單|一覽|說明|註釋|附註|尾註|資料|數據|資訊|相關|報告|權威|關鍵|連結|鏈結|鏈接|與|閱讀|搜尋|檢索|結果|搜索|检索|结果'
const chinese = new RegExp(`^(?:${chineseWords}|[、/／·\\s])+$`, 'u')
/** 引用 and 引文 alone are a subject, not a list. */
const chineseCore = /参考|參考|文献|文獻|来源|來源|出处|出處|书目|書目|尾注|尾註|注释|註釋|链接|連結|鏈結|网址|網址|(?:引用|征引|徵引|引文).*(?:著作|资料|資料|列表|清单|清單|目录|目錄|一览|一覽|说明|說明)/u
const english = /^(?:(?:key|main|primary|secondary|selected|full|complete|list|of|and|the|all|cited|works?|literature|sources?|references?|bibliography|citations?|endnotes?|notes?|links?|further|reading|urls?|web|online|data|quoted|consulted|reference|additional|external|source|search|results|related|content)(?:\s*[&/,]\s*|\s+|$))+$/iu
const englishCore = /^(?:.*\b)?(?:sources?|references?|bibliography|works\s+cited|citations?|literature|endnotes?|works\s+consulted|notes|links)\b/iu

/** 资料来源 may head a list of offices, References a list of nothing else. */
const exact = /^(?:references?|bibliography|works\s+cited|literature\s+cited|reference\s+list|list\s+of\s+references|cited\s+works?|(?:主要|本文)?(?:参考文献|參考文獻|(?:引用|征引|徵引)(?:文献|文獻|书目|書目)|参考书目|參考書目|引用的著作|参考资料|參考資料)(?:列表|目录|目錄)?)$/iu

/** Without marks, pictures and arrows around it. From the end by hand: `[…]+$` looks at every run of spaces within. */
export function bareTitle(title: string): string {
  const text = title.includes('{') ? title.replace(/\s{0,9}\{[#.-][^{}\n]{0,300}\}\s{0,9}$/u, '') : title // pandoc: `{#参考文献 .unnumbered}`
  let end = text.length
  while (end > 0 && /[*_#:：。.\s>→⇒↓⬇]|\uFE0F/u.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end).replace(/^(?:[*_#\s\p{Extended_Pictographic}]|\uFE0F|\u200D)+/u, '').replace(/(?<=\p{Script=Han})[ \u3000]{1,4}(?=\p{Script=Han})/gu, '') // 参 考 文 献
}

/** @returns A heading of this name stands over sources and over nothing else. */
export function namesSources(text: string): boolean {
  const bare = bareTitle(text)
  return [bare, bare.replace(numbering, '')].some((title) => exact.test(title.replace(aside, ' ').trim()))
}

/** @param text Plain text of a heading, or of a paragraph that stands like one. */
export function announcesSources(text: string): boolean {
  const bare = bareTitle(text)
  if (bare.length > 80) return false
  return [bare, bare.replace(numbering, '')].some((title) => {
    const name = title.replace(aside, ' ').trim()
    if (chinese.test(name)) return chineseCore.test(name)
    const parts = name.split(/\s*[/|｜·—–]\s*|(?<=\p{Script=Han})\s+(?=[A-Za-z])|(?<=[A-Za-z])\s+(?=\p{Script=Han})/u)
    return parts.every((part) => (chinese.test(part) && chineseCore.test(part)) || (english.test(part) && englishCore.test(part)))
  })
}
