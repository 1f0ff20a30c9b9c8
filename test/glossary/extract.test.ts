/** What extraction takes for a gloss, sentence by sentence: taken (sure), likely (unsure), or no gloss at all. */
import {describe, expect, it} from 'vitest'
import {extractTerms} from '../../src/glossary/extract/index.ts'
import {composeFiles} from '../fixture.ts'

async function extract(text: string): Promise<string[]> {
  const {book} = await composeFiles({'a.md': text, 'book.yml': 'language: zh-CN\nglossary: {enabled: false}\n'})
  return (await extractTerms(book)).map(({zh, en, abbreviation, unsure}) => `${unsure ? '?' : ''}${[zh, en, abbreviation].filter(Boolean).join(' | ')}`)
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
    ['他提出基于规则的推理（rule-based reasoning）。', '基于规则的推理 | rule-based reasoning'],
    ['**云原生**（Cloud-Native）和**AI原生软件**（AI-Native Software）。', '云原生 | Cloud-Native', 'AI原生软件 | AI-Native Software'],
    ['现在开展AI试点（Pilot）。', '试点 | Pilot'],
    ['由智能体（Agent）完成，Agent很多。', '智能体 | Agent'],
    ['制定个别化教育计划（IEP）。', '个别化教育计划 | IEP'],
    ['内存分为栈（stack）和堆（heap）。', '栈 | stack', '堆 | heap'],
    ['**垃圾回收**（garbage collector，GC）很慢。', '垃圾回收 | garbage collector | GC'],
    ['用的是后量子密码（post-quantum cryptography）。', '后量子密码 | post-quantum cryptography'],
    ['求解常微分方程（ODE）。', '常微分方程 | ODE'],
    ['苦差（toil）很多。', '苦差 | toil'],
    ['- Logging（日志）：无需发送。', '日志 | Logging'],
    ['建设海绵城市（sponge city）。', '海绵城市 | sponge city'],
    ['改造工具：向导 RNA（guide RNA）。', '向导 RNA | guide RNA'],
    ['称为*特征*（features，或*协变量*（covariates））。', '特征 | features', '协变量 | covariates'],
    ['聚合物如聚环氧乙烷（PEO）很软。', '聚环氧乙烷 | PEO'],
    ['使用**自动引用和解引用**（automatic referencing and dereferencing）。', '自动引用和解引用 | automatic referencing and dereferencing'],
    ['**指针**（pointer）很多，定义常量裸指针（constant raw pointer）。', '指针 | pointer', '常量裸指针 | constant raw pointer'],
    ['# 书\n\n文。\n\n## 一\n\n文。\n\n### 3.3 挥发性缓蚀剂（VCI）\n\n文。', '挥发性缓蚀剂 | VCI'],
    ['**三维闪存**（3D NAND，TDN）很快。', '三维闪存 | 3D NAND | TDN'],
    ['**三维闪存**（3D NAND、简称 TDN）很快。', '三维闪存 | 3D NAND | TDN'],
    ['**三维闪存**（three-dimensional NAND、TDN）很快。', '三维闪存 | three-dimensional NAND | TDN'],
    ['采用**独立同分布**（i.i.d.）。', '独立同分布 | i.i.d.'],
    ['采用 kanban（看板）。', '看板 | kanban'],
    ['**存储**（英文：storage）很大。', '存储 | storage'],
    ['**苦差**（又称drudgery）很多。', '苦差 | drudgery'],
    ['由于硬件限制，需要数字签名（digital signature）和非线性回归（non-linear regression）。', '数字签名 | digital signature', '非线性回归 | non-linear regression'],
  ])('%s', async (text, ...terms) => {
    expect(await extract(text)).toEqual(terms)
  })
})

describe('extraction leaves', () => {
  it.each([
    '很多模型（如Transformer、CNN）都行。', '宽度为 20 兆帕（MPa）。', '误差的单位是定位误差（cm）。', '该指标符合标准（Solvency II）。', '甲醇（CH₃OH）可燃。', '姚期智（Andrew Yao）获奖。',
    '李明远（Li Mingyuan）说。', '谷歌（Google）发布。', '主流存储（DRAM、3D NAND）涨价。', '见结果（图 3）。', '比亚迪（002594.SZ）上涨。', '框架有三个（PyTorch、TensorFlow、Keras）。', '效果更好（GPT-4）。', '中国（CN）很大。', '罗伯特·艾伦（Robert Allen）反驳。',
    '主流存储（3D NAND、DRAM）涨价。', '**激光雷达**（LiDAR、4D Rad）很贵。', '安盛（AXA）很大。', '采用**同步**（i.i.d.）。', '用 CNSA（航天局）。', '采用 Kanban（看板）。', '用 +（加号）。', '# 书\n\n甲[1]。\n\n## 参考文献\n\n说明：采用语义分块（semantic chunking）。\n\n[1] 甲 https://e.org/1\n', '用 DsRNA（双链核糖）。',
    '由多个组件（httpx+asyncio）组成。', '新催化剂（FeCoCuZr）很好。', '经济合作与发展组织（OECD）成立。', '得分 20 百分点（PP）。', '清华大学（Tsinghua University）很大。', '微软（Microsoft）的模型（2024）。',
  ])('%s', async (text) => {
    expect(await extract(text)).toEqual([])
  })
})

describe('extraction is not sure of', () => {
  it.each([
    ['国际核查网络（IFCN）成立。', '?国际核查网络 | IFCN'],
    ['财政部（MOF）要求。', '?财政部 | MOF'],
    ['量子中心（UK Quantum Hub）很好。', '?量子中心 | UK Quantum Hub'],
    ['使用 QALY（健康经济）。', '?健康经济 | QALY'],
    ['CPU、内存（head block）很大。', '?内存 | head block'],
    ['这是后进先出（last in, first out）。', '?后进先出 | last in'],
    ['教育发展项目（EDQ）很大。', '?教育发展项目 | EDQ'],
    ['**三维闪存**（TDN、又称立体闪存）很快。', '?三维闪存 | TDN'],
    ['我们用 LLMs（大模型）。', '?大模型 | LLMs'],
    ['运用指标体系（index，如 LDA）。', '?指标体系 | index'],
    ['**主动参与**（on-task/actions）更多。', '?主动参与 | on-task'],
  ])('%s', async (text, ...terms) => {
    expect(await extract(text)).toEqual(terms)
  })

  it('what one place makes sure', async () => {
    expect(await extract('会场的红杉时代（TKQ）很大。\n\n**红杉时代**（TKQ）很小。')).toHaveLength(1)
  })
})
