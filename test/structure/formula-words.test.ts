/** Formulas where only text can stand: contents, running heads, outlines, links back. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {formulaWords} from '../../src/structure/formula-words.ts'
import {composeFiles} from '../fixture.ts'

it.each([
  ['E=mc^2', 'E = mc²'],
  ['\\frac{a+b}{2}', '(a + b)/2'],
  ['\\frac ab', 'a/b'],
  ['x_{i,j}', 'x_(i, j)'],
  ['x_1^2', 'x₁²'],
  ['\\alpha\\leq\\beta', 'α ≤ β'],
  ['O(n \\log n)', 'O(n log n)'],
  ['\\sqrt[3]{x+1}', '³√(x + 1)'],
  ['\\mathbb{R}^n', 'ℝⁿ'],
  ['\\text{soft max}(QK^T/\\sqrt{d_k})', 'soft max(QK^T/√(d_k))'],
  ['k\\text{-means}', 'k-means'],
  ['(-1)^{n+1}', '(−1)^(n+1)'],
  ['10^{-6}', '10⁻⁶'],
  ['\\hat{y}', 'y\u0302'],
  ['\\vec v', 'v'],
  ['90^\\circ', '90°'],
  ["f'(x)", 'f′(x)'],
  ['\\left(\\frac{1}{2}\\right)', '(1/2)'],
  ['\\left.x\\right|_0', 'x|₀'],
  ['p(x\\mid y)', 'p(x | y)'],
  ['\\mathcal{L}_{\\text{total}}', 'L_total'],
  ['\\sum_{i=1}^n i', '∑_(i=1)ⁿ i'],
  ['\\lim_{n\\to\\infty} a_n', 'lim_(n→∞) a_n'],
  ['A\\to B', 'A → B'],
  ['10\\%', '10%'],
  ['\\unknown x', 'unknown x'],
  ['\\begin{pmatrix} a & b \\\\ c & d \\\\ \\end{pmatrix}', '(a, b; c, d)'],
  ['\\begin{cases} 1 & x>0 \\\\ 0 \\end{cases}', '{1, x > 0; 0}'],
  ['\\begin{aligned} a &= b \\\\ &= c \\end{aligned}', 'a = b = c'],
  ['\\binom{n}{k}', 'C(n, k)'],
  ['\\frac{a+b}{c_1}', '(a + b)/c₁'],
  ['\\operatorname{argmin}_x f(x)', 'argmin_x f(x)'],
  ['x_i y_j', 'x_i y_j'],
  ['\\int_0^\\infty e^x\\,dx', '∫₀^∞ e^x dx'],
  ['A \\xrightarrow[u]{f} B', 'A → B'],
  ['a \\stackrel{d}{=} b', 'a = b'],
  ['\\underset{x}{\\min} f', 'min_x f'],
  ['\\textcolor{red}{x}+{\\color{red} y}', 'x + y'],
  ['a \\equiv b \\pmod{n}', 'a ≡ b (mod n)'],
  ['a \\not= b', 'a ≠ b'],
  ['\\ce{H2O}', 'H₂O'],
  ['\\overline{AB}', 'A\u0304B\u0304'],
  ['a\\hspace{1cm}b\\label{x}', 'ab'],
  ['{', '{'],
  ['', ''],
])('%s is %s', (tex, text) => expect(formulaWords(tex)).toBe(text))

it('reads whatever is written, and reads deep nesting in no time', () => {
  fc.assert(fc.property(fc.string({maxLength: 60}), (tex) => typeof formulaWords(tex) === 'string'))
  const piece = fc.constantFrom('{', '}', '\\frac', '\\sqrt', '[', ']', '^', '_', 'x', '\\left', '\\text', ' ', '\\', '\\\\')
  fc.assert(fc.property(fc.array(piece, {maxLength: 200}), (pieces) => typeof formulaWords(pieces.join('')) === 'string'))
  expect(formulaWords('^{'.repeat(490)).length).toBeLessThan(2000)
})

describe('a heading with a formula', () => {
  const text = '## 质能 $E=mc^2$\n\n甲[[1]]的推测解码（Speculative Decoding）。\n\n### 系数 $\\frac{a}{b}$\n\n乙[[1]]，推测解码。\n\n## 丙\n\n丁。\n'
  const compose = () => composeFiles({'a.md': `# 书\n\n${text}`, 'glossary.yml': '- {zh: 推测解码, en: Speculative Decoding}\n', 'sources.yml': '- {id: 1, type: book, title: 书}\n'})

  it('is in words in the contents and as the name of its chapter', async () => {
    const {galley} = await compose()
    expect(galley.chapters[0]?.title).toBe('第一章　质能 E = mc²')
    expect(JSON.stringify(galley.contents)).toContain('系数 a/b')
    expect(JSON.stringify(galley.contents)).not.toMatch(/mc\^2|frac/)
  })

  it('is in words in the links back from sources and terms', async () => {
    const {html} = await compose()
    const names = [...html.matchAll(/<a [^>]*href="#[^"]*"[^>]*>([^<]+)<\/a>/g)].map(([, name]) => name)
    expect(names.filter((name) => name?.includes('E = mc²')).length).toBeGreaterThan(1)
    expect(names.some((name) => name?.includes('系数 a/b'))).toBe(true)
    expect(names.join()).not.toMatch(/mc\^2|frac/)
  })

  it('is a formula where it stands', async () => {
    expect((await compose()).html).toMatch(/<h\d[^>]*>.*质能 <math/)
  })
})
