/** Pictures: the book's own cover, and raster images made sane. */
import {createHash} from 'node:crypto'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import type {Asset} from '../../../src/model/book.ts'
import {makeCover} from '../../../src/editions/cover.ts'
import {prepareImage} from '../../../src/editions/images.ts'
import {contextOf, findings, galleyOf, openEpub} from './edition.ts'

const picture = (width: number, height: number, background = '#357') => sharp({create: {width, height, channels: 4, background}})

async function assetOf(path: string, data: Uint8Array, mediaType: Asset['mediaType']): Promise<Asset> {
  const {width = 0, height = 0} = await sharp(data).metadata()
  return {path, data, mediaType, width, height, hash: createHash('sha256').update(data).digest('hex')}
}

describe('the cover', () => {
  it('is the picture that book.yml names, as JPEG, no larger than shops ask for', async () => {
    const galley = galleyOf({c1: []}, {yml: 'title: 书\ncover: images/own.png\nepub: {fonts: none}\n'})
    const asset = await assetOf('images/own.png', await picture(2000, 4000, '#c33').png().toBuffer(), 'image/png')
    galley.assets.set(asset.hash, asset)
    const {entries, file, edition} = await openEpub(galley)
    const cover = entries.find(({name}) => name === 'OEBPS/images/cover.jpg')
    const {format, width, height} = await sharp(cover?.data).metadata()
    expect({format, width, height}).toEqual({format: 'jpeg', width: 1280, height: 2560})
    const {dominant} = await sharp(cover?.data).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b + 80)
    expect(file('content.opf')).toContain('properties="cover-image"')
    expect(await findings(edition)).toEqual([])
  })

  it('is drawn where there is none, the same bytes each time', async () => {
    const galley = galleyOf({c1: []})
    const [one, two] = [await makeCover(galley, contextOf('zh-CN', {cache: undefined as never})), await makeCover(galley, contextOf('zh-CN', {cache: undefined as never}))]
    expect(one?.data.byteLength).toBeGreaterThan(5000)
    expect(Buffer.from(one?.data ?? []).equals(Buffer.from(two?.data ?? []))).toBe(true)
  })

  it('is left out where its file is no picture', async () => {
    const galley = galleyOf({c1: []}, {yml: 'title: 书\ncover: images/own.png\nepub: {fonts: none}\n'})
    galley.assets.set('0'.repeat(64), {path: 'images/own.png', data: new TextEncoder().encode('no picture'), mediaType: 'image/png', width: 1, height: 1, hash: '0'.repeat(64)})
    expect(await makeCover(galley, contextOf('zh-CN', {cache: undefined as never}))).toBeUndefined()
  })
})

describe('raster images', () => {
  const prepared = async (data: Uint8Array, mediaType: Asset['mediaType'], maxSide = 1000) => {
    const image = await prepareImage(await assetOf('a', data, mediaType), {maxSide, cache: undefined})
    return {mediaType: image?.mediaType, ...(await sharp(image?.data).metadata())}
  }

  it('shrink to the longest side, and never grow', async () => {
    expect(await prepared(await picture(3000, 1500).jpeg().toBuffer(), 'image/jpeg')).toMatchObject({mediaType: 'image/jpeg', width: 1000, height: 500})
    expect(await prepared(await picture(300, 150).jpeg().toBuffer(), 'image/jpeg')).toMatchObject({width: 300, height: 150})
  })

  it('become what every reader shows: JPEG where opaque photographs, else PNG', async () => {
    expect(await prepared(await picture(40, 40).flatten({background: '#fff'}).webp().toBuffer(), 'image/webp')).toMatchObject({mediaType: 'image/jpeg', format: 'jpeg'})
    expect(await prepared(await picture(40, 40, '#33557780').webp().toBuffer(), 'image/webp')).toMatchObject({mediaType: 'image/png', format: 'png', hasAlpha: true})
    expect(await prepared(await picture(40, 40).gif().toBuffer(), 'image/gif')).toMatchObject({mediaType: 'image/png', format: 'png'})
  })

  it('stand upright and tell nothing of the camera', async () => {
    const turned = await picture(200, 100).flatten().jpeg().withMetadata({orientation: 6}).withExif({IFD0: {Artist: 'somebody'}, IFD3: {GPSLatitude: '31/1 0/1 0/1'}}).toBuffer()
    const image = await prepared(turned, 'image/jpeg')
    expect([image.orientation, image.exif]).toEqual([undefined, undefined])
  })

  it('that cannot be read give none', async () => {
    const asset: Asset = {path: 'b.png', data: new TextEncoder().encode('none'), mediaType: 'image/png', width: 1, height: 1, hash: 'a'.repeat(64)}
    expect(await prepareImage(asset, {maxSide: 100, cache: undefined})).toBeUndefined()
  })
})
