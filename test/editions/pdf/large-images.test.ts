import {toHtml} from 'hast-util-to-html'
import type {Element} from 'hast'
import {h} from 'hastscript'
import {expect, it} from 'vitest'
import {partImages} from '../../../src/editions/pdf/large-images.ts'
import type {Asset} from '../../../src/model/book.ts'

const asset = (width: number, height: number): Asset => ({hash: '', path: 'a.png', mediaType: 'image/png', width, height, data: new Uint8Array()})
const assets = new Map([['large', asset(300, 200)], ['small', asset(24, 24)], ['wide', asset(900, 40)]])
const image = (hash: string, properties: Element['properties'] = {}): Element => ({...h('img', properties), data: {slot: {type: 'asset', hash}}})
const parted = (block: Element) => {
  const before = toHtml(block)
  const html = toHtml(partImages(block, assets, 30))
  expect(toHtml(block)).toBe(before) // other editions show it too
  return html
}

it.each([
  ['among words', h('p', '甲', image('large'), '乙'), '甲<img class="parted">乙'],
  ['before a stop, which opens no line', h('p', '甲', image('large'), '，乙'), '甲，<img class="parted">乙'],
  ['as wide as half a line', h('p', '甲', image('wide'), '乙'), '甲<img class="parted">乙'],
  ['alone in an item', h('li', image('large')), '<img class="beside-mark">'],
])('a large image %s', (_, block, expected) => expect(parted(block)).toBe(expected))

it.each([
  ['that is small', h('p', '甲', image('small'), '，乙'), '甲<img>，乙'],
  ['that its author made small', h('p', '甲', image('large', {width: 30}), '乙'), '甲<img width="30">乙'],
  ['in a paragraph of images', h('p', image('large'), ' ', image('large')), '<img> <img>'],
])('an image %s stays', (_, block, expected) => expect(parted(block)).toBe(expected))
