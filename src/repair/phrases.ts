/** How an assistant opens a reply, as a grammar of phrases. A paragraph is a preamble only if it is one of
 *
 * - *opener* `,` *offer*: 好的，请查阅…… · Sure, here is …
 * - *offer* to the person addressed: 以下是为您…… · Here is the report you requested
 * - *request* `,` *offer*: 根据您的要求，我…… · As requested, I have …
 *
 * and nothing else is. An introduction that says 以下是本书的结论 or “Here is what we found” addresses nobody and stays. */

/** 好的 … as the first words; politeness may follow. */
const zhOpener = '(?:好的|好嘞|好|当然(?:可以)?|没问题|可以的?|明白(?:了)?|收到|了解|是的|您好|你好|非常乐意|很高兴为[您你](?:服务|解答))'
const zhOffer = '(?:请(?:[您你])?(?:查阅|查收|查看|参考|过目|审阅|阅读|看|见)|(?:以下|下面|这里)(?:就)?(?:是|为|即)|这(?:就)?是|这份|我(?:已|已经|将|会|来|就|现在|为|帮|根据|按照|整理|撰写|准备|写)|已(?:经)?(?:为[您你]|根据|按照|完成|整理|撰写)|为[您你]|根据[您你]|按照?[您你]|应[您你])'
const zhAddressed = '(?:(?:以下|下面|这里)(?:就)?(?:是|为)(?:我)?(?:为|给|根据|按照?|应)[您你]|这(?:就)?是(?:我)?(?:为|给|根据|按照?|应)[您你]|(?:这是|以下是|下面是)[您你](?:要求|需要|想要|请求)|我(?:已|已经|将|会|来)?(?:为|给|根据|按照?|应)[您你]|已(?:经)?(?:为|给|根据|按照?|应)[您你]|请[您你]?(?:查阅|查收|过目|审阅)(?:这|以下|下面|附|：|:))'
const zhRequest = '(?:(?:根据|按照?|应|遵照|依据)[您你]的?(?:要求|需求|请求|指示|提示|说明|指令|问题|描述))'

const enOpener = "(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|all right|alright|great|understood|got it|no problem|happy to help|i(?:'|’)d be happy to(?: help)?|i would be happy to(?: help)?|yes|hello|hi(?: there)?)"
const enOffer = "(?:here(?:'|’)?s|here (?:is|are|you go)|below (?:is|are|you)|this is|i(?:'|’)ve|i have|i(?:'|’)ll|i will|i can|let me|let(?:'|’)s|please (?:find|see|review)|the following is|as (?:you )?requested|based on your)"
const enAddressed = "(?:(?:here(?:'|’)?s|here (?:is|are)|below (?:is|are)|this is|the following is)\\b[^.!?\\n]{0,160}\\b(?:you(?:'|’)?ve? (?:asked|requested|wanted|needed)|you (?:asked|requested|wanted|need)|for you|as requested|(?:per|based on|according to) your)|i(?:'|’)?(?:ve| have) (?:prepared|written|compiled|put together|drafted|created|produced|completed)\\b[^.!?\\n]{0,160}\\b(?:for you|you requested|as requested|you asked|per your|based on your)|please find (?:below|attached)\\b)"
const enRequest = '(?:as (?:you )?requested|(?:as|per|based on|according to|in response to|following) (?:per )?your (?:request|requirements?|instructions?|prompt|question|query|description))'

/** White space is single already. */
const sentenceBreak = ' ?[，,。.！!：:；;—–~～]{1,3} ?'

/** Before the offer: a clause of the request's own, 关于……，. */
const zhClause = '(?:[^。！？\\n]{0,12}[，,])?'

interface Phrases {
  /** One or two of them, then an offer. */
  opener: RegExp
  offer: RegExp
  addressed: RegExp
  /** And then an offer. */
  request: RegExp
}

/** In parts that are looked for one behind the other: V8 took 5 ms to compile them as one pattern. */
const grammar: readonly Phrases[] = [
  {opener: new RegExp(`${zhOpener}${sentenceBreak}`, 'uy'), offer: new RegExp(`${zhClause}${zhOffer}`, 'uy'), addressed: new RegExp(`^${zhAddressed}`, 'u'), request: new RegExp(`${zhRequest}${sentenceBreak}`, 'uy')},
  {opener: new RegExp(`${enOpener}${sentenceBreak}`, 'iuy'), offer: new RegExp(`${enOffer}\\b`, 'iuy'), addressed: new RegExp(`^${enAddressed}`, 'iu'), request: new RegExp(`${enRequest}${sentenceBreak}`, 'iuy')},
]

/** @returns Where a match at a place ends; undefined: there is none. */
function skip(phrase: RegExp, text: string, from: number): number | undefined {
  phrase.lastIndex = from
  return phrase.test(text) ? phrase.lastIndex : undefined
}

function opensReply(text: string, {opener, offer, addressed, request}: Phrases): boolean {
  const offers = (from: number | undefined) => from !== undefined && skip(offer, text, from) !== undefined
  const once = skip(opener, text, 0)
  return offers(once) || (once !== undefined && offers(skip(opener, text, once))) || addressed.test(text) || offers(skip(request, text, 0))
}

/** UTF-16 units; replies open briefly. */
const longest = 400

export function readsAsReply(paragraph: string): boolean {
  const text = paragraph.trim().replace(/\s+/g, ' ')
  return text.length > 0 && text.length <= longest && grammar.some((phrases) => opensReply(text, phrases))
}

/** Last words: a wish for, an offer to, or a question to the person addressed. “如有疑问，请联系编辑部” offers nothing of its own. */
const closings: readonly RegExp[] = [
  /^(?:希望|但愿|愿)(?:这份|这篇|以上|上述|这些|我的)(?![^。！？\n]{0,10}书)[^。！？\n]{0,30}(?:对[您你]|能(?:够)?(?:帮助?|为|满足)(?:到)?[您你])/u,
  /^(?:如果?|若|假如|倘若)[您你]?(?:还|仍|有|需|想|对|希望)[^。！？\n]{0,60}(?:告诉我|告知我|问我|我(?:也)?(?:可以|会|能|很?乐意|将|随时)|(?:请|欢迎)?随时(?:告诉我|告知我|向我|问我))/u,
  /^(?:[您你](?:是否|还|想不想|需不需要|要不要)?(?:需要|想要?|希望)我|(?:是否|还)?需要我|要不要我|要我)[^。！\n]{0,60}[？?]/u,
  /^(?:请|欢迎)?随时(?:告诉我|告知我|向我提|问我)/u,
  /^(?:(?:如果?|若)[您你]?(?:还|仍)?有[^。！？\n]{0,30}[，,])?也?(?:请|欢迎)[您你]?随时(?:向我|问我|找我|(?:继续)?(?:提问|追问))(?:[。！!～~.]|$)/u,
  /^以上(?:就)?是(?:我)?(?:为|给|根据|按照?|应)[您你]/u,
  /^(?:i )?(?:really )?hope (?:this|that|it|the (?:above|report|overview|summary))\b(?![^.!?\n]{0,12}\bbook)[^.!?\n]{0,40}\b(?:helps?\b(?: you)?[.!]|helpful to you|useful to you|meets? your|what you (?:need|want|were))/iu,
  /^(?:please )?(?:let me know|feel free to (?:ask|reach out|let me))\b/iu,
  /^if you(?:(?:'|’)d| would)? (?:have|need|like|want|wish|prefer)\b[^.!?\n]{0,120}\b(?:let me know|i can|i(?:'|’)d be|i would be|i(?:'|’)ll|feel free to (?:ask|reach)|just (?:ask|say|tell me)|tell me|ask me)\b/iu,
  /^answer from perplexity\b/iu, // its export ends so
  /^(?:would you like|do you want) me to\b[^.!\n]{0,120}\?/iu,
]

/** A sentence that hands over what was written; alone it may be an author's: 以上是全部结果。 */
const handingOver = /^(?:以上(?:就|便|即)?是|(?:这|那)就是|(?:this|that|and that) (?:concludes|completes|is|was|covers)\b|that(?:'|’)s\b)[^。！？.!?\n]{1,80}[。！？.!?]\s*/iu

/** Sentences that say what the text is worth, before the offer: 本报告由 AI 生成，仅供参考。 */
const disclaiming = /^[^\n]{0,200}?(?:免责声明|免責聲明|AI ?(?:生成|辅助|助手)|人工智能|仅供参考|僅供參考|不构成|不構成|AI[- ]generated|informational purposes)[^\n]*?[。！？.!?]\s*(?=如|若|欢迎|請|请|if |let me|feel free|would you)/iu

export function readsAsClosing(paragraph: string): boolean {
  const text = paragraph.trim().replace(/\s+/g, ' ')
  if (text.length === 0 || text.length > longest) return false
  return [text, text.replace(handingOver, ''), text.replace(disclaiming, '')].some((words) => closings.some((phrase) => phrase.test(words)))
}
