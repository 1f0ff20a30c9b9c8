/** Underscores that are blanks to be filled in, and those that emphasise. */
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {toString} from 'mdast-util-to-string'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {remarkBlanks} from '../src/blanks.ts'
import {growth, linear} from './growth.ts'

const bare = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly)
const ours = bare().use(remarkBlanks).freeze()
bare.freeze()

describe('blanks to be filled in', () => {
  it.each(['孔子认为“__________，__________”。', '《____》和《____》', '（__），（__）。', '“___，___”', '姓名：____，学号：____。', '____，____。', 'He said “____.” She said “____.”'])('are kept: %s', (text) => {
    const tree = ours.parse(text)
    expect(toString(tree)).toBe(text)
    visit(tree, ['emphasis', 'strong'], (node) => expect.fail(`${node.type} in ${text}`))
  })

  it.each(['_a_ __b__ ___c___', '（__粗体__）与（___两者___）。', '“__“引”__”', 'a_b_c', '__（甲）__，乙', '___《书》___。', '**____**', '\\____ `____`', '______\n\n甲\n___'])('are no emphasis: %s', (text) => {
    expect(ours.parse(text)).toEqual(bare.parse(text))
  })

  it.each(['“____，', '_', '“__”', '____甲', '（___a'])('cost what they hold: %j', async (part) => {
    expect(await growth((size) => ours.parse(part.repeat(size)), 2_000)).toBeLessThan(linear)
  })
})
