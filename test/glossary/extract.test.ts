/** What extraction takes for a gloss, sentence by sentence: taken (sure), likely (unsure), or no gloss at all. */
import {describe, expect, it} from 'vitest'
import {extractTerms} from '../../src/glossary/extract/index.ts'
import {composeFiles} from '../fixture.ts'

async function extract(text: string): Promise<string[]> {
  const {book} = await composeFiles({'a.md': text, 'book.yml': 'language: zh-CN\nglossary: {enabled: false}\n'})
  return (await extractTerms(book.chapters)).map(({zh, en, abbreviation, unsure}) => `${unsure ? '?' : ''}${[zh, en, abbreviation].filter(Boolean).join(' | ')}`)
}

describe('extraction takes', () => {
  it.each([
    ['研究者采用语义分块（semantic chunking）。', '语义分块 | semantic chunking'],
    ['引入赤池准则（Akaike information criterion，AIC）。', '赤池准则 | Akaike information criterion | AIC'],
    ['系统由**动态规划**（Dynamic Programming）求解。', '动态规划 | Dynamic Programming'],
    ['**深度学习（Deep Learning）**：很深。', '深度学习 | Deep Learning'],
    ['我们使用 LLM（大语言模型）。', '大语言模型 | LLM'],
    ['这叫做“动态对冲”（dynamic hedging）。', '动态对冲 | dynamic hedging'],
    ['（也称为反向传播（backpropagation））', '反向传播 | backpropagation'],
    ['由于硬件限制，需要数字签名（digital signature）和非线性回归（non-linear regression）。', '数字签名 | digital signature', '非线性回归 | non-linear regression'],
  ])('%s', async (text, ...terms) => {
    expect(await extract(text)).toEqual(terms)
  })
})

describe('extraction leaves', () => {
  it.each([
    '很多模型（如Transformer、CNN）都行。', '宽度为 20 兆帕（MPa）。', '误差的单位是定位误差（cm）。', '该指标符合标准（Solvency II）。', '甲醇（CH₃OH）可燃。', '姚期智（Andrew Yao）获奖。',
    '李明远（Li Mingyuan）说。', '谷歌（Google）发布。', '主流存储（DRAM、3D NAND）涨价。', '见结果（图 3）。', '比亚迪（002594.SZ）上涨。', '框架有三个（PyTorch、TensorFlow、Keras）。', '效果更好（GPT-4）。', '中国（CN）很大。', '罗伯特·艾伦（Robert Allen）反驳。',
    '由多个组件（httpx+asyncio）组成。', '清华大学（Tsinghua University）很大。', '微软（Microsoft）的模型（2024）。',
  ])('%s', async (text) => {
    expect(await extract(text)).toEqual([])
  })
})

describe('extraction is not sure of', () => {
  it.each([
    ['他提出基于规则的推理（rule-based reasoning）。', '?基于规则的推理 | rule-based reasoning'],
    ['国际核查网络（IFCN）成立。', '?国际核查网络 | IFCN'],
    ['财政部（MOF）要求。', '?财政部 | MOF'],
    ['量子中心（UK Quantum Hub）很好。', '?量子中心 | UK Quantum Hub'],
    ['使用 QALY（健康经济）。', '?健康经济 | QALY'],
    ['CPU、内存（head block）很大。', '?内存 | head block'],
    ['**主动参与**（on-task/actions）更多。', '?主动参与 | on-task'],
  ])('%s', async (text, ...terms) => {
    expect(await extract(text)).toEqual(terms)
  })

  it('what one place makes sure', async () => {
    expect(await extract('会场的红杉时代（TKQ）很大。\n\n**红杉时代**（TKQ）很小。')).toHaveLength(1)
  })
})
