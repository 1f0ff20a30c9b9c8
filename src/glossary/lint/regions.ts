/** Characters and words of another region: Traditional among Simplified, 软体 for 软件. */
import {message} from '../../diagnostics/index.ts'
import type {Book} from '../../model/book.ts'
import type {Survey} from '../survey.ts'
import {pairs, simplified, traditional} from '../regions.ts'
import {placeIn, type Run} from '../runs.ts'
import {segmentsOf} from '../segmenter.ts'

/** Words of Taiwan usage written in Simplified characters → mainland usage. Only words that the mainland does not use: no 变数, 阵列, 资讯. */
const words = new Map('支援 支持,软体 软件,程式 程序,硬体 硬件,网路 网络,程式码 代码,记忆体 内存,伺服器 服务器,资料库 数据库,介面 界面,预设值 默认值,萤幕 屏幕,印表机 打印机,滑鼠 鼠标,列印 打印,人工智慧 人工智能,演算法 算法,晶片 芯片,数位化 数字化,行动装置 移动设备,解析度 分辨率,资料夹 文件夹,作业系统 操作系统,物件导向 面向对象,回圈 循环,字串 字符串,函式 函数,使用者介面 用户界面,云端运算 云计算,巨量资料 大数据,机器学习演算法 机器学习算法,伫列 队列,位元组 字节,快取 缓存,执行绪 线程,侦错 调试,网际网路 互联网,公尺 米,计程车 出租车,品质控管 质量管理'.split(',').map((pair) => pair.split(' ') as [string, string]))

export function lintRegions(book: Book, {runs}: Survey): void {
  if (!/^zh(-Hans|-CN|-SG)?$/i.test(book.config.language)) return
  const own = new Set([...book.terms.values()].flatMap(({forms}) => Object.values(forms)))
  const pattern = new RegExp([...words.keys()].filter((word) => !own.has(word)).sort((a, b) => b.length - a.length).join('|'), 'gu')
  const text = runs.map((run) => run.text).join('\n')
  for (const run of runs) {
    for (const {0: written, index} of run.text.matchAll(pattern)) {
      if (!standsAlone(run.text, index, index + written.length)) continue
      const usual = words.get(written) ?? written
      const {range: _range, ...place} = placeIn(run, index, index + written.length)
      book.messages.push(message('term-region', place, {written, usual})) // no fix: in some senses the word is used everywhere
    }
  }
  if ((text.match(new RegExp(simplified.source, 'gu'))?.length ?? 0) > 10) for (const run of runs) lintScript(book, run)
}

const around = 8

/** No word goes on beyond it: 改变|数据 holds no 变数. */
function standsAlone(text: string, start: number, end: number): boolean {
  if (/^(?:动物|机器|家具|组织|珊瑚)/u.test(text.slice(end, end + 2))) return false // 软体动物: another word
  const from = Math.max(0, start - around)
  const edges = new Set([...segmentsOf(text.slice(from, end + around))].map(({index}) => from + index))
  return (start === from || edges.has(start)) && (end >= text.length || edges.has(end))
}

function lintScript(book: Book, run: Run): void {
  for (const {0: written, index} of run.text.matchAll(new RegExp(`${traditional.source}+`, 'gu'))) {
    const usual = [...written].map((character) => pairs.get(character) ?? character).join('')
    const {range, ...place} = placeIn(run, index, index + written.length)
    book.messages.push(message('term-script', place, {written, usual}, range && run.kind !== 'heading' ? {fix: {...range, text: usual}} : {}))
  }
}
