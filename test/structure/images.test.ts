import {describe, expect, it} from 'vitest'
import {composeFiles} from '../fixture.ts'

describe('images without alternative text', () => {
  it('are named with their place, whether they have a caption or not', async () => {
    const {book} = await composeFiles({'a.md': '# 一\n\n文中 ![](a.png) 图。\n\n![  ](b.png "图题")\n\n![替代文字](c.png)\n\n# 二\n'})
    const found = book.messages.filter(({ruleId}) => ruleId === 'image-alt-missing')
    expect(found.map(({place, values, severity}) => [place.line, place.column, values?.url, severity])).toEqual([[3, 4, 'a.png', 'info'], [5, 1, 'b.png', 'info']])
  })
})

describe('the title of an image', () => {
  it('holds formulas as the text does, and amounts of money', async () => {
    const {galley, html} = await composeFiles({'a.md': '![图](a.png "图 1：能量 $E=mc^2$，价格 $5 与 $6")\n'})
    expect(html).toMatch(/<figcaption[^>]*>.*能量 .*<math.*<\/math>，<\/span>价格 \$5 与 \$6<\/figcaption>/)
    expect(galley.captioned.map(({caption}) => caption)).toEqual(['能量 E = mc²，价格 $5 与 $6'])
  })
})
