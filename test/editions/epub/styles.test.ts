/** Style sheets that old readers parse and that fetch nothing. */
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {composeStyle, isVertical} from '../../../src/editions/epub/styles.ts'
import {root} from './edition.ts'

const compose = (own: string, theme = 'academic') => composeStyle({templates: path.join(root, 'templates'), theme, own, formulas: false, parentheses: false})
const added = async (own: string) => (await compose(own)).slice((await compose('')).length).trim()

describe('the author’s own CSS', () => {
  it('stands after the theme, as it was meant', async () => {
    expect(await added('p { color: red } @media (max-width: 30em) { li { margin: 0 } }')).toBe('p{color:red}@media (max-width:30em){li{margin:0}}')
  })
  it('fetches nothing, defines no fonts, and uses nothing that breaks the parsers of old readers', async () => {
    for (const unwanted of ['p{background:url(http://x/)}', 'p{background:URL("x.png")}', 'p{content:image-set("x" 1x)}', 'p{src:src("x")}', 'p{width:expression(1)}', 'p{--x:1}', 'p{color:var(--x)}', '@import "x.css";', '@font-face{font-family:x}', '@namespace x "y";', '@layer a{p{color:red}}', 'p{&:hover{color:red}}', 'p{{{']) {
      const css = `${await added(`${unwanted}\nq{margin:0}`)}`
      expect(css).not.toMatch(/url|image-set|src|expression|--|var|import|font-face|namespace|layer|&/i)
    }
    expect(await added('p{background:url(x);color:red}')).toBe('p{color:red}')
  })
  it('cannot end the element that holds it', async () => {
    expect(await added('p::before{content:"</style><script>"}')).not.toContain('</style')
  })
})

describe('ours', () => {
  it('have no comments, no variables, no url() and no nesting, in any theme', async () => {
    for (const theme of ['academic', 'technical', 'brief', 'vertical']) expect(await compose('', theme)).not.toMatch(/\/\*|var\(|url\(|&|--[a-z]/)
  })
  it('leave a gap between Han and Latin in every theme, but none in code', async () => {
    for (const theme of ['academic', 'technical', 'brief', 'vertical']) {
      const css = await compose('', theme)
      expect(css).toMatch(/body \{[^}]*text-autospace: normal/)
      expect(css.match(/text-autospace: [^;]+/g)).toEqual(['text-autospace: normal', 'text-autospace: no-autospace'])
      expect(css).toMatch(/pre \{[^}]*text-autospace: no-autospace/)
    }
  })
  it('run downward in one theme only', async () => {
    expect(await Promise.all(['academic', 'technical', 'brief', 'vertical'].map(async (theme) => isVertical(await compose('', theme))))).toEqual([false, false, false, true])
  })
})
