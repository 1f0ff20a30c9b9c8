/** Lines of a paragraph that open with the name of an example, a theorem, a proof or a solution: `**例1** …`, `解：…`, `**Proof.** …`.
 *
 * A wrapped line may begin with such a name too (见／例 2, as in / Theorem 2.): a mark stands behind it, or the line before has ended. */
import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Line} from './lines.ts'

const han = '例题|例題|例|练习|練習|习题|習題|思考题|思考題|解答|解析|解法|解|证明|證明|证|證|定义|定義|定理|引理|推论|推論|命题|命題|公理|性质|性質|猜想|断言|斷言|答案|算法|演算法|评注|評註|注记|註記|注|註'
const latin = 'Examples?|Exercises?|Problem|Solution|Proof|Theorem|Lemma|Corollary|Proposition|Definition|Axiom|Property|Conjecture|Claim|Remarks?|Notes?|Algorithm'
const number = '[ \\u3000]?(?:\\d{1,3}(?:[.–-]\\d{1,3}){0,3}|[一二三四五六七八九十]{1,3})[′\']?'
const name = ' ?[（(][^（()）\\n]{1,40}[）)]'

/** Of emphasised words: all of them. */
const emphasised = new RegExp(`^(?:(?:${han})(${number})?(?:${name})?|(?:${latin})( \\d{1,3}(?:\\.\\d{1,3}){0,3})?(?:${name})?) ?([：:.。．、])?$`, 'u')
/** Of plain ones: a mark stands behind them, or their number and a wide space. One space proves nothing (定理 3 说明), where authors write a sentence a line. */
const plain = new RegExp(`^(?:(?:${han})(${number})?(?:${name})?(?:([：]|:(?=\\s))|(?<=[\\d一二三四五六七八九十′'）)])(?:\\u3000| {2})(?=\\S))|(?:${latin})( \\d{1,3}(?:\\.\\d{1,3}){0,3})?(?:${name})?([.:])(?=\\s))`, 'u')
/** A sentence has ended, or its formula. */
const ended = /[.。!！?？…:：;；”"’」』）)\]】]$/u

/** @param words Of `lines`, whole. @returns The lines that begin anew, without the first. */
export function theoremLines(nodes: PhrasingContent[], lines: Line[], words: string[]): Line[] {
  if (lines.length !== words.length) return []
  const labels = lines.map((line, index) => labelOf(line, words[index] ?? '', nodes))
  const row = labels[0] !== undefined
  return lines.filter((line, index) => {
    const label = labels[index]
    if (index === 0 || label === undefined) return false
    if (row && (label === 'marked' || line.bold)) return true
    return (label === 'marked' && line.bold) || ended.test(words[index - 1] ?? '') || followsFormula(line, nodes)
  })
}

function labelOf(line: Line, words: string, nodes: PhrasingContent[]): 'marked' | 'open' | undefined {
  const node = line.from === 0 ? nodes[line.node] : undefined
  if (node?.type === 'strong' || node?.type === 'emphasis') {
    const written = toString(node).trim()
    const [found, , , mark] = emphasised.exec(written) ?? []
    if (found === undefined) return undefined
    return mark !== undefined || /^\s?[：:]/.test(words.slice(written.length)) ? 'marked' : 'open'
  }
  const [found, , colon, , stop] = plain.exec(words) ?? []
  if (found === undefined) return undefined
  return colon === undefined && stop === undefined ? 'open' : 'marked'
}

/** Nothing but the end of the line stands between. */
function followsFormula({node, from}: Line, nodes: PhrasingContent[]): boolean {
  const at = from > 0 ? node : node - 1
  const before = nodes[at]
  const bare = before?.type === 'text' && before.value.slice(0, from > 0 ? from : undefined).trim() === ''
  return bare && nodes[at - 1]?.type === 'inlineMath'
}
