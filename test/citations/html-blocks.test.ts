/** Blocks of the author's HTML: what of them is cited, and what browsers read as tags. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

const sources = [1, 2, 3].map((id) => `- {id: ${id}, type: book, title: 书${id}}\n`).join('')

async function setBlock(block: string): Promise<string> {
  const {html} = await composeFiles({'a.md': `# 书\n\n${block}\n`, 'sources.yml': sources})
  return (html.split('<section id="references"')[0] ?? '').replace(/<sup class="citation">(.*?)<\/sup>/g, (_, call: string) => call.replace(/<[^>]*>/g, '').replace('[', '⟦').replace(']', '⟧'))
}

it.each([
  ['<p>a<b<c [[1]]</p>'],
  ['<div>a <b title="x>[[1]]</div>'],
  ['<p>文 <b [[1]]</p'],
  ['<div>x</ [[1]]>y</div>'],
  ['<div title=\'a>[[1]]\'>y</div>'],
  ['<div>a <!-- [[1]]\n</div>'],
  ['<iframe>[[1]]</iframe>'],
])('calls nothing in what a browser reads as a tag or as no text: %s', async (block) => {
  expect(await setBlock(block)).not.toContain('⟦')
})

it('begins no tag and no reference with what stands behind a marker', async () => {
  expect(await setBlock('<p>甲<[[1]]b> &[[2]]amp; &l[[3]]t;</p>')).toContain('甲&#x3C;⟦1⟧b> &#x26;⟦2⟧amp; &#x26;l⟦3⟧t;')
})

it('goes on behind a comment that a block leaves open', async () => {
  expect(await setBlock('<div><math><!--</math>甲[[1]]>乙</div>\n\n丙')).toContain('丙')
})

it('calls nothing in code that stands in a paragraph, or in a cell', async () => {
  const html = await setBlock('甲 <code>[[1]] [2]</code>[[3]]，<kbd class="x">[[2]]</kbd>。\n\n| <samp>[[1]]</samp> | [[2]] |\n|---|---|\n| a | b |')
  expect(html).toContain('<code>[[1]] [2]</code>⟦3⟧，')
  expect(html).toContain('>[[2]]</kbd>')
  expect(html).toMatch(/<samp>\[\[1\]\]<\/samp><\/th>\s*<th[^>]*>⟦2⟧/)
})

it('reads numbers that touch as one group', async () => {
  expect(await setBlock('<div>甲[2][3]，乙[1]。</div>')).toContain('甲⟦2, 3⟧，乙⟦1⟧。')
})

it('sets any row of tags, quotes and markers', async () => {
  const piece = fc.constantFrom('a', '&', 'p;', '<div>', '</div>', '<b', '<', '>', '</', '"', "='", '="', '[[1]]', '[2]', '【3】', ' ', '<!--', '-->', '<td>', '<table>', '<textarea>', '<svg>', '<p', '\n', '文', '<a href=', '<!', '<?', '<select>', '<math>', '<template>')
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(piece, fc.constantFrom('[[1]]', '<', '<!--', '</math>')), {maxLength: 20}), async (pieces) => {
    expect(await setBlock(`<div>${pieces.join('')}`)).toContain('<section')
  }), {numRuns: 400})
}, 30_000)
