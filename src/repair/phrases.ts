/** How an assistant opens a reply, as a grammar of phrases. A paragraph is a preamble only if it is one of
 *
 * - *opener* `,` *offer*: 好的，请查阅…… · Sure, here is …
 * - *offer* to the person addressed: 以下是为您…… · Here is the report you requested
 * - *request* `,` *offer*: 根据您的要求，我…… · As requested, I have …
 *
 * and nothing else is. An introduction that says 以下是本书的结论 or “Here is what we found” addresses nobody and stays. */

/** 好的 … as the first words; politeness may follow. */
const zhOpener = '(?:好的|好|好嘞|当然(?:可以)?|没问题|可以的?|明白(?:了)?|收到|了解|是的|您好|你好|非常乐意|很高兴为[您你](?:服务|解答))'
const zhOffer = '(?:请(?:[您你])?(?:查阅|查收|查看|参考|过目|审阅|阅读|看|见)|(?:以下|下面|这里)(?:就)?(?:是|为|即)|这(?:就)?是|这份|我(?:已|已经|将|会|来|就|现在|为|帮|根据|按照|整理|撰写|准备|写)|已(?:经)?(?:为[您你]|根据|按照|完成|整理|撰写)|为[您你]|根据[您你]|按照?[您你]|应[您你])'
const zhAddressed = '(?:(?:以下|下面|这里)(?:就)?(?:是|为)(?:我)?(?:为|给|根据|按照?|应)[您你]|这(?:就)?是(?:我)?(?:为|给|根据|按照?|应)[您你]|(?:这是|以下是|下面是)[您你](?:要求|需要|想要|请求)|我(?:已|已经|将|会|来)?(?:为|给|根据|按照?|应)[您你]|已(?:经)?(?:为|给|根据|按照?|应)[您你]|请[您你]?(?:查阅|查收|过目|审阅)(?:这|以下|下面|附|：|:))'
const zhRequest = '(?:(?:根据|按照?|应|遵照|依据)[您你]的?(?:要求|需求|请求|指示|提示|说明|指令|问题|描述))'

const enOpener = "(?:sure(?: thing)?|certainly|of course|absolutely|okay|ok|all right|alright|great|understood|got it|no problem|happy to help|i(?:'|’)d be happy to(?: help)?|i would be happy to(?: help)?|yes|hello|hi(?: there)?)"
const enOffer = "(?:here(?:'|’)?s|here (?:is|are|you go)|below (?:is|are|you)|this is|i(?:'|’)ve|i have|i(?:'|’)ll|i will|i can|let me|let(?:'|’)s|please (?:find|see|review)|the following is|as (?:you )?requested|based on your)"
const enAddressed = "(?:(?:here(?:'|’)?s|here (?:is|are)|below (?:is|are)|this is|the following is)\\b[^.!?\\n]{0,160}\\b(?:you(?:'|’)?ve? (?:asked|requested|wanted|needed)|you (?:asked|requested|wanted|need)|for you|as requested|(?:per|based on|according to) your)|i(?:'|’)?(?:ve| have) (?:prepared|written|compiled|put together|drafted|created|produced|completed)\\b[^.!?\\n]{0,160}\\b(?:for you|you requested|as requested|you asked|per your|based on your)|please find (?:below|attached)\\b)"
const enRequest = '(?:as (?:you )?requested|(?:as|per|based on|according to|in response to|following) (?:per )?your (?:request|requirements?|instructions?|prompt|question|query|description))'

const sentenceBreak = '\\s{0,3}[，,。.！!：:；;—–~～]{1,3}\\s{0,3}'

const grammar: readonly RegExp[] = [
  new RegExp(`^${zhOpener}(?:${sentenceBreak}${zhOpener})?${sentenceBreak}(?:[^。！？\\n]{0,12}[，,])?${zhOffer}`, 'u'),
  new RegExp(`^${zhAddressed}`, 'u'),
  new RegExp(`^${zhRequest}${sentenceBreak}(?:[^。！？\\n]{0,12}[，,])?${zhOffer}`, 'u'),
  new RegExp(`^${enOpener}(?:${sentenceBreak}${enOpener})?${sentenceBreak}${enOffer}\\b`, 'iu'),
  new RegExp(`^${enAddressed}`, 'iu'),
  new RegExp(`^${enRequest}${sentenceBreak}${enOffer}\\b`, 'iu'),
]

/** UTF-16 units; replies open briefly. */
const longest = 400

export function readsAsReply(paragraph: string): boolean {
  const text = paragraph.trim().replace(/\s+/g, ' ')
  return text.length > 0 && text.length <= longest && grammar.some((phrase) => phrase.test(text))
}
