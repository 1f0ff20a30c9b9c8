import {createHash} from 'node:crypto'
import sharp from 'sharp'
import {expect, it} from 'vitest'
import {defaultConfig} from '../../src/config.ts'
import {openAssets} from '../../src/editions/assets.ts'
import {makeCover} from '../../src/editions/cover.ts'
import {ownCover} from '../../src/editions/own-cover.ts'
import type {Asset, Galley} from '../../src/model/book.ts'
import {composeFiles} from '../fixture.ts'
import {contextOf} from './epub/edition.ts'

const drawing = (inside: string, box = '0 0 60 90') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inside}</svg>`
const doubling = Array.from({length: 30}, (_, index) => `<g id="a${index + 1}"><use href="#a${index}"/><use href="#a${index}"/></g>`).join('')

async function withCover(inside: string, box?: string): Promise<Galley> {
  const {galley} = await composeFiles({'a.md': '# A\n\nText.\n'})
  const data = Buffer.from(drawing(inside, box))
  const asset: Asset = {hash: createHash('sha256').update(data).digest('hex'), path: 'cover.svg', mediaType: 'image/svg+xml', data, width: 60, height: 90}
  return {...galley, config: {...defaultConfig(), cover: 'cover.svg'}, assets: new Map([[asset.hash, asset]])}
}

it.each([
  ['is made safe', '<script>a()</script><rect/>', []],
  ['that is too much to draw is left out, and told', `<g id="a0"><rect/></g>${doubling}`, ['image-large']],
])('a drawn cover %s', async (_what, inside, told) => {
  const {galley, messages} = await openAssets(undefined)(await withCover(inside), 'pdf')
  const cover = ownCover(galley)
  expect(messages.map(({ruleId}) => ruleId)).toEqual(told)
  expect(cover === undefined).toBe(told.length > 0)
  expect(Buffer.from(cover?.data ?? '').toString()).not.toContain('script')
})

it('a drawn cover is the picture of the e-book too, words and all', async () => {
  const colours = async (inside: string) => {
    const {galley} = await openAssets(undefined)(await withCover(inside), 'epub')
    const cover = await makeCover(galley, contextOf('zh-CN'))
    expect([cover?.width, cover?.height]).toEqual([1600, 2400])
    const {dominant, channels} = await sharp(cover?.data).stats()
    return {dominant, deviation: channels[0]?.stdev ?? 0}
  }
  const plain = await colours('<rect width="60" height="90" fill="#204060"/>')
  expect(Math.abs(plain.dominant.b - 0x60)).toBeLessThan(16)
  expect((await colours('<rect width="60" height="90" fill="#204060"/><text x="5" y="40" font-size="20" fill="#fff">封面</text>')).deviation).toBeGreaterThan(plain.deviation + 5)
})

it('a drawn cover that is far wider than high is fitted by its width', async () => {
  const {galley} = await openAssets(undefined)(await withCover('<rect width="60" height="90"/>', '0 0 6000 9'), 'epub')
  const cover = await makeCover(galley, contextOf('zh-CN'))
  expect(cover?.width).toBe(1600)
  expect(cover?.height).toBeLessThan(10)
})
