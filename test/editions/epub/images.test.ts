/** Pictures: the book's own cover, and raster images made sane. */
import {createHash} from 'node:crypto'
import {crc32} from 'node:zlib'
import type {ElementContent} from 'hast'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import type {Asset} from '../../../src/model/book.ts'
import {makeCover} from '../../../src/editions/cover.ts'
import {openAssets} from '../../../src/editions/assets.ts'
import {prepareImage} from '../../../src/editions/images.ts'
import {readImageHeader} from '../../../src/manuscript/image-header.ts'
import {contextOf, findings, galleyOf, openEpub} from './edition.ts'

const shownImage = (hash: string): ElementContent => ({type: 'element', tagName: 'img', properties: {alt: '图'}, children: [], data: {slot: {type: 'asset', hash}}})

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

/** With a chunk of text, as programs leave it (W3C PNG §11.3.3.3). */
function withText(png: Buffer): Buffer {
  const body = Buffer.from('tEXtAuthor\0somebody')
  const chunk = Buffer.alloc(8 + body.length)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), 4 + body.length)
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

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

  it('of four colours, of 16 bits, with a palette and turned by the camera come out as a screen shows them', async () => {
    const kinds: [string, Buffer, Asset['mediaType'], Record<string, unknown>][] = [
      ['cmyk', await picture(60, 40).flatten({background: '#fff'}).toColourspace('cmyk').jpeg().toBuffer(), 'image/jpeg', {format: 'jpeg', space: 'srgb', channels: 3}],
      ['deep', await picture(60, 40).toColourspace('rgb16').png().toBuffer(), 'image/png', {format: 'png', space: 'srgb', depth: 'uchar'}],
      ['grey', await sharp({create: {width: 60, height: 40, channels: 3, background: '#fff', noise: {type: 'gaussian', mean: 128, sigma: 40}}}).toColourspace('b-w').jpeg().toBuffer(), 'image/jpeg', {format: 'jpeg', channels: 1}],
      ['palette', await picture(60, 40).png({palette: true}).toBuffer(), 'image/png', {format: 'png', isPalette: true}],
      ['turned', await sharp({create: {width: 60, height: 40, channels: 3, background: '#fff', noise: {type: 'gaussian', mean: 128, sigma: 40}}}).jpeg({quality: 60}).withMetadata({orientation: 8}).toBuffer(), 'image/jpeg', {format: 'jpeg', width: 40, height: 60}],
    ]
    for (const [name, data, mediaType, expected] of kinds) {
      const header = readImageHeader(data)
      const image = await prepareImage({...(await assetOf(name, data, mediaType)), ...header}, {maxSide: 1000, cache: undefined})
      const shown = await sharp(image?.data).metadata()
      expect({name, ...shown}).toMatchObject({name, ...expected})
      expect([header?.width, header?.height]).toEqual([shown.width, shown.height])
    }
  })

  it('lose the comment that a program left in a JPEG', async () => {
    const jpeg = await sharp({create: {width: 60, height: 40, channels: 3, background: '#fff', noise: {type: 'gaussian', mean: 128, sigma: 40}}}).jpeg({quality: 40}).toBuffer()
    const told = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 10]), Buffer.from('somebody'), jpeg.subarray(2)])
    const image = await prepareImage(await assetOf('a', told, 'image/jpeg'), {maxSide: 1000, cache: undefined})
    expect(Buffer.from(image?.data ?? []).equals(jpeg)).toBe(true)
  })

  it('of print colours are not passed on as they are, however small', async () => {
    const cmyk = await sharp({create: {width: 60, height: 40, channels: 3, background: '#fff', noise: {type: 'gaussian', mean: 128, sigma: 40}}}).toColourspace('cmyk').jpeg({quality: 40}).toBuffer()
    expect(await prepared(cmyk, 'image/jpeg')).toMatchObject({space: 'srgb', channels: 3})
    const deep = await sharp({create: {width: 60, height: 40, channels: 3, background: '#fff', noise: {type: 'gaussian', mean: 128, sigma: 1}}}).toColourspace('rgb16').png().toBuffer()
    expect(await prepared(deep, 'image/png')).toMatchObject({depth: 'uchar'})
  })

  it('keep their very pixels where only their metadata must go', async () => {
    const noise = sharp({create: {width: 300, height: 200, channels: 3, background: '#fff', noise: {type: 'gaussian', mean: 128, sigma: 9}}})
    for (const [told, mediaType] of [[await noise.clone().jpeg({quality: 60}).withExif({IFD0: {Artist: 'somebody'}}).toBuffer(), 'image/jpeg'], [await noise.clone().png().toBuffer(), 'image/png']] as const) {
      const asset = await assetOf('a', mediaType === 'image/png' ? withText(told) : told, mediaType)
      const image = await prepareImage(asset, {maxSide: 1000, cache: undefined})
      expect(Buffer.from(image?.data ?? []).includes('somebody')).toBe(false)
      expect(asset.data.byteLength - (image?.data.byteLength ?? 0)).toBeGreaterThan(10)
      expect(await sharp(image?.data).raw().toBuffer()).toEqual(await sharp(asset.data).raw().toBuffer())
    }
  })

  it('are given up for damage: no file of ours holds bytes that nobody could decode', async () => {
    const whole = await sharp({create: {width: 300, height: 200, channels: 3, background: '#fff', noise: {type: 'gaussian', mean: 128, sigma: 60}}}).png().toBuffer()
    for (const cut of [40, 300, whole.length >> 1]) {
      const asset = await assetOf('a', whole, 'image/png')
      expect(await prepareImage({...asset, data: whole.subarray(0, cut)}, {maxSide: 1000, cache: undefined})).toBeUndefined()
    }
  })

  it('that cannot be read give none', async () => {
    const asset: Asset = {path: 'b.png', data: new TextEncoder().encode('none'), mediaType: 'image/png', width: 1, height: 1, hash: 'a'.repeat(64)}
    expect(await prepareImage(asset, {maxSide: 100, cache: undefined})).toBeUndefined()
  })
})

describe('the asset step', () => {

  it('makes what is shown ready, once for each size, and leaves the rest', async () => {
    const [wide, other] = [await assetOf('wide.png', await picture(3000, 10).png().toBuffer(), 'image/png'), await assetOf('cover.png', await picture(2600, 10).png().toBuffer(), 'image/png')]
    const galley = galleyOf({c1: [shownImage(wide.hash)]})
    for (const asset of [wide, other]) galley.assets.set(asset.hash, asset)
    const ready = openAssets(undefined)
    const sizes = await Promise.all((['html', 'pdf', 'epub'] as const).map(async (format) => {
      const {galley: {assets}} = await ready(galley, format)
      expect(assets.get(other.hash)).toBe(other)
      return assets.get(wide.hash)?.data
    }))
    expect(await Promise.all(sizes.map(async (data) => (await sharp(data).metadata()).width))).toEqual([1600, 2400, 1600])
    expect(sizes[0]).toBe(sizes[2])
  })

  it('makes images of notes ready too', async () => {
    const asset = await assetOf('note.png', await picture(3000, 10).png().toBuffer(), 'image/png')
    const galley = galleyOf({c1: []}, {notes: [{id: 'n', kind: 'footnote', label: '1', target: 'n', children: [shownImage(asset.hash)]}]})
    galley.assets.set(asset.hash, asset)
    const {galley: ready} = await openAssets(undefined)(galley, 'epub')
    expect(ready.assets.get(asset.hash)?.original).toBe(asset.data)
  })

  it('tells once of an image that cannot be decoded, and leaves its words', async () => {
    const galley = galleyOf({c1: [shownImage('b'.repeat(64))]})
    galley.assets.set('b'.repeat(64), {path: 'b.png', data: new TextEncoder().encode('none'), mediaType: 'image/png', width: 1, height: 1, hash: 'b'.repeat(64)})
    const ready = openAssets(undefined)
    const [html, epub] = [await ready(galley, 'html'), await ready(galley, 'epub')]
    expect([...html.messages, ...epub.messages].map(({ruleId, place}) => [ruleId, place.path])).toEqual([['image-unreadable', 'b.png']])
    const {file} = await openEpub(galley)
    expect(file('c1.xhtml')).toMatch(/<span class="missing-image">图<\/span><\/section>/)
  })
})

it('a drawing that shows pictures of other files is told once, with their number', async () => {
  const drawing = (href: string) => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${href}" width="3" height="3"/><image href="data:image/png;base64,AAAA" width="3" height="3"/></svg>`)
  for (const [href, told] of [['p.png', [['image-parts-outside', 'a.svg', 1]]], ['data:image/png;base64,BBBB', []]] as const) {
    const galley = galleyOf({c1: [shownImage('c'.repeat(64))]})
    galley.assets.set('c'.repeat(64), {path: 'a.svg', data: drawing(href), mediaType: 'image/svg+xml', width: 9, height: 9, hash: 'c'.repeat(64)})
    const ready = openAssets(undefined)
    const [html, epub] = [await ready(galley, 'html'), await ready(galley, 'epub')]
    expect([...html.messages, ...epub.messages].map(({ruleId, place, values}) => [ruleId, place.path, values.count])).toEqual(told)
  }
})

it('what such a drawing is refused for is told too', async () => {
  const galley = galleyOf({c1: [shownImage('d'.repeat(64))]})
  galley.config = {...galley.config, limits: {...galley.config.limits, drawingWork: 1}}
  galley.assets.set('d'.repeat(64), {path: 'a.svg', data: new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="p.png"/>${'<rect width="1" height="1"/>'.repeat(9)}</svg>`), mediaType: 'image/svg+xml', width: 9, height: 9, hash: 'd'.repeat(64)})
  expect((await openAssets(undefined)(galley, 'html')).messages.map(({ruleId}) => ruleId)).toEqual(['image-parts-outside', 'image-large'])
})

describe('the words of a drawing', () => {
  const shown = async (svg: string) => {
    const asset: Asset = {path: 'a.svg', data: new TextEncoder().encode(svg), mediaType: 'image/svg+xml', width: 9, height: 9, hash: createHash('sha256').update(svg).digest('hex')}
    const galley = galleyOf({c1: [{type: 'element', tagName: 'p', properties: {}, children: [{type: 'element', tagName: 'img', properties: {alt: '流程'}, children: [], data: {slot: {type: 'asset', hash: asset.hash}}}]}]})
    galley.assets.set(asset.hash, asset)
    const {file, edition} = await openEpub(galley)
    return {svg: file('images/illustration-1.svg'), edition}
  }
  it('are outlines, for readers without a font for Han, in the frame that the author gave', async () => {
    const {svg, edition} = await shown('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 120" width="50%"><title>流程 &amp; 图</title><text x="9" y="20" font-family="SimSun">书稿</text><text x="9" y="60" font-weight="bold" font-family="Courier New">☑ Edition</text></svg>')
    expect(svg).toMatch(/^<svg width="50%" viewBox="0 0 400 120"[^>]*><title>流程 &amp; 图<\/title>/)
    expect(svg).not.toMatch(/<text|font/)
    expect(svg.match(/ d="M/g)?.length).toBeGreaterThanOrEqual(2)
    expect(await findings(edition)).toEqual([])
    const ink = async (source: string) => (await sharp(Buffer.from(source.replace(' width="50%"', ' width="400" height="120"'))).flatten({background: '#fff'}).greyscale().raw().toBuffer()).filter((value) => value < 128).length
    expect(await ink(svg)).toBeGreaterThan(150)
  })
  it('and a drawing without any is left as it is', async () => {
    expect((await shown('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>')).svg).toContain('<rect width="4" height="4"/>')
  })
})
