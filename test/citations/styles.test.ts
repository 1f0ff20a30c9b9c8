/** Styles by kind of source. Where the expected text comes from stands with each; `unverified` was made by the rules alone. */
import {describe, expect, it} from 'vitest'
import {isPinyinName} from '../../src/citations/styles/gb-t-7714/pinyin.ts'
import {joinTexts} from '../../src/citations/styles/ieee-parts.ts'
import {isChinese} from '../../src/citations/styles/part.ts'
import {composeFiles} from '../fixture.ts'
import {printed as printed2015} from './printed-2015.ts'
import {printed as printed2025} from './printed-2025.ts'

const zhangsan = '{id: 1, type: article-journal, title: 大语言模型研究综述, author: [{family: 张, given: 三}, {family: 李, given: 四}, {family: 王, given: 五}, {family: 赵, given: 六}], container-title: 计算机学报, issued: 2024, volume: 47, issue: 3, page: 501-530}'
const vaswani = '{id: 1, type: article, title: Attention is all you need, author: [{family: Vaswani, given: Ashish}, {family: Shazeer, given: Noam}, {family: Parmar, given: Niki}, {family: Uszkoreit, given: Jakob}], publisher: arXiv, issued: 2017-06-12, accessed: 2024-12-31, URL: "https://arxiv.org/abs/1706.03762"}'
const tisi = '{id: 1, type: report, title: 2024年行业大模型调研报告, publisher: 腾讯研究院, publisher-place: 深圳, issued: 2024, URL: "https://www.tisi.org/"}'
const goodfellow = '{id: 1, type: book, title: Deep learning, author: [{family: Goodfellow, given: Ian}, {family: Bengio, given: Yoshua}, {family: Courville, given: Aaron}], publisher: MIT Press, publisher-place: "Cambridge, MA", issued: 2016}'
const knuth = '{id: 1, type: article-journal, title: Breaking paragraphs into lines, author: [{family: Knuth, given: Donald E.}, {family: Plass, given: Michael F.}], container-title: "Software: Practice and Experience", volume: 11, issue: 11, page: 1119-1184, issued: 1981}'

/** Output of the standard's official style, taken from a citation engine, unless marked. */
const cases: [style: string, name: string, item: string, expected: string][] = [
  ['gb-t-7714-2025', 'Chinese journal, four authors', zhangsan, '张三，李四，王五，等. 大语言模型研究综述[J]. 计算机学报，2024，47（3）：501-530.'],
  ['gb-t-7714-2025', 'preprint', vaswani, 'Vaswani A，Shazeer N，Parmar N，et al. Attention is all you need[PP/OL]. arXiv（2017-06-12）[2024-12-31]. https://arxiv.org/abs/1706.03762.'],
  ['gb-t-7714-2025', 'report without an author', tisi, '2024年行业大模型调研报告[R/OL]. 深圳：腾讯研究院，2024. https://www.tisi.org/.'],
  ['gb-t-7714-2025', 'book', goodfellow, 'Goodfellow I，Bengio Y，Courville A. Deep learning[M]. Cambridge, MA：MIT Press，2016.'],
  ['gb-t-7714-2025', 'English journal (unverified)', knuth, 'Knuth D E，Plass M F. Breaking paragraphs into lines[J]. Software：Practice and Experience，1981，11（11）：1119-1184.'],
  ['gb-t-7714-2015', 'Chinese journal, four authors', zhangsan, '张三, 李四, 王五, 等. 大语言模型研究综述[J]. 计算机学报, 2024, 47(3): 501-530.'],
  ['gb-t-7714-2015', 'English journal (unverified)', knuth, 'KNUTH D E, PLASS M F. Breaking paragraphs into lines[J]. Software: Practice and Experience, 1981, 11(11): 1119-1184.'],
  ['gb-t-7714-2015', 'book (unverified)', goodfellow, 'GOODFELLOW I, BENGIO Y, COURVILLE A. Deep learning[M]. Cambridge, MA: MIT Press, 2016.'],
  ['gb-t-7714-2015', 'thesis (unverified)', '{id: 1, type: thesis, title: 论文, author: [{family: 张, given: 三}], publisher: 某大学, publisher-place: 北京, issued: 2020}', '张三. 论文[D]. 北京: 某大学, 2020.'],
  ['gb-t-7714-2015', 'patent (unverified)', '{id: 1, type: patent, title: 一种装置, number: 88105607.3, author: [{family: 姜, given: 锡洲}], issued: 1989-07-26}', '姜锡洲. 一种装置: 88105607.3[P]. 1989-07-26.'],
  ['gb-t-7714-2015', 'newspaper (unverified)', '{id: 1, type: article-newspaper, title: 标题, author: [{family: 丁, given: 文}], container-title: 中国青年报, issued: 2000-11-20, page: "15"}', '丁文. 标题[N]. 中国青年报, 2000-11-20(15).'],
  ['gb-t-7714-2015', 'paper in proceedings (unverified)', '{id: 1, type: paper-conference, title: 论文题, author: [{family: 张, given: 三}], container-title: 会议录, publisher: 科学出版社, publisher-place: 北京, issued: 2019, page: 1-9}', '张三. 论文题[C]//会议录. 北京: 科学出版社, 2019: 1-9.'],
  ['gb-t-7714-2015', 'standard (unverified)', '{id: 1, type: standard, title: 参考文献著录规则, number: GB/T 7714—2015, publisher: 中国标准出版社, publisher-place: 北京, issued: 2015}', '参考文献著录规则: GB/T 7714—2015[S]. 北京: 中国标准出版社, 2015.'],
  ['gb-t-7714-2015', 'web page (unverified)', '{id: 1, type: webpage, title: 网页, author: W3C, issued: 2020-01-02, accessed: 2024-05-06, URL: "https://example.org/"}', 'W3C. 网页[EB/OL]. (2020-01-02)[2024-05-06]. https://example.org/.'],
  ['gb-t-7714-2015', 'second edition (unverified)', '{id: 1, type: book, title: 书, author: [{family: 张, given: 三}], edition: 2, publisher: 某社, publisher-place: 上海, issued: 2001}', '张三. 书[M]. 2版. 上海: 某社, 2001.'],
  ['ieee', 'journal (unverified)', knuth, 'D. E. Knuth and M. F. Plass, “Breaking paragraphs into lines,” Software: Practice and Experience, vol. 11, no. 11, pp. 1119–1184, 1981.'],
  ['ieee', 'title and address (unverified)', '{id: 1, type: webpage, title: One, URL: "https://e.org/1"}', '“One.” [Online]. Available: https://e.org/1'],
  ['ieee', 'web page (unverified)', '{id: 1, type: webpage, title: One?, author: W3C, issued: 2020-05-02, accessed: 2021-01-03, URL: "https://e.org/1"}', 'W3C. “One?” May 2, 2020. Accessed: Jan. 3, 2021. [Online]. Available: https://e.org/1'],
  ['ieee', 'program (unverified; title and version as Rochester Institute of Technology prints them)', '{id: 1, type: software, title: JASP, author: [{family: Love, given: J.}], version: 0.8.4, issued: 2017, accessed: 2017-12-12, URL: "https://e.org/1"}', 'J. Love, JASP, ver. 0.8.4. 2017. Accessed: Dec. 12, 2017. [Online]. Available: https://e.org/1'],
  ['ieee', 'seven authors, a DOI (unverified)', '{id: 1, type: article-journal, title: T, author: [{family: A, given: Jean-Luc}, B, C, D, E, F, G], container-title: J, DOI: 10.1/x}', 'J.-L. A et al., “T,” J, doi: 10.1/x.'],
  ['author-date', 'twenty-one authors (unverified)', '{id: 1, type: book, title: T, author: [A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17, A18, A19, A20, A21], issued: 2001}', 'A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17, A18, A19, … A21. (2001). T.'],
  ['gb-t-7714-2015', 'first edition (unverified)', '{id: 1, type: book, title: 书, author: 张三, edition: 1, issued: 2001}', '张三. 书[M]. 2001.'],
  ['gb-t-7714-2015', 'Chinese authors of an English item (unverified)', '{id: 1, type: book, language: en, title: T, author: [张三, 李四, 王五, 赵六], issued: 2001}', '张三, 李四, 王五, 等. T[M]. 2001.'],
  ['ieee', 'book (unverified)', goodfellow, 'I. Goodfellow, Y. Bengio, and A. Courville, Deep learning. Cambridge, MA: MIT Press, 2016.'],
  ['gb-t-7714-2015', 'preprint (unverified)', vaswani, 'VASWANI A, SHAZEER N, PARMAR N, et al. Attention is all you need[EB/OL]. arXiv(2017-06-12)[2024-12-31]. https://arxiv.org/abs/1706.03762.'],
  ['gb-t-7714-2025', 'report of a server of preprints (unverified)', '{id: 1, type: report, title: T, publisher: arXiv, issued: 2020}', 'T[R]. arXiv，2020.'],
  ['gb-t-7714-2015', 'post (unverified)', '{id: 1, type: post, title: 帖, author: 张三, issued: 2020-01-02, URL: "https://e.org/"}', '张三. 帖[EB/OL]. (2020-01-02). https://e.org/.'],
  ['ieee', 'web page of its own author (unverified)', '{id: 1, type: webpage, title: One, author: W3C, container-title: W3C, URL: "https://e.org/1"}', 'W3C. “One.” [Online]. Available: https://e.org/1'],
  ['ieee', 'data without a house (unverified)', '{id: 1, type: dataset, title: One, author: W3C}', 'W3C, “One.”'],
  ['author-date', 'journal (unverified)', knuth, 'Knuth, D. E., & Plass, M. F. (1981). Breaking paragraphs into lines. Software: Practice and Experience, 11(11), 1119–1184.'],
]

/** Examples of GB/T 7714—2015 as public guides for authors print them (spaces differ between them and are not compared): the
 * first seven as a guide of 2018 (`bitekongjian.com`, 国家参考文献标准GB/T 7714—2015), the others as format guides of universities
 * and the previews of public styles for the standard do; an address that those leave out is ours. */
const reprinted: [name: string, item: string, expected: string][] = [
  ['book with a page', '{id: 1, type: book, title: "国史旧闻:第1卷", author: [{family: 陈, given: 登原}], publisher: 中华书局, publisher-place: 北京, issued: 2000, page: "29"}', '陈登原.国史旧闻:第1卷[M].北京:中华书局,2000:29.'],
  ['second edition', '{id: 1, type: book, title: 物质结构, author: [{family: 徐, given: 光宪}, {family: 王, given: 祥云}], edition: 2, publisher: 科学出版社, publisher-place: 北京, issued: 2010}', '徐光宪,王祥云.物质结构[M].2版.北京:科学出版社,2010.'],
  ['translated book', '{id: 1, type: book, title: 经济数学与金融数学, author: [{literal: 哈里森•沃尔德伦}], translator: [{family: 谢, given: 远涛}], edition: 2, publisher: 中国人民大学出版社, publisher-place: 北京, issued: 2012, page: 235-236}', '哈里森•沃尔德伦.经济数学与金融数学[M].谢远涛,译.2版.北京:中国人民大学出版社,2012:235-236.'],
  ['Chinese journal', '{id: 1, type: article-journal, title: 韩国图书馆法, author: [{family: 李, given: 炳穆}], container-title: 图书情报工作, volume: 56, issue: 2, page: 6-12, issued: 2008}', '李炳穆.韩国图书馆法[J].图书情报工作,2008,56(2):6-12.'],
  ['English journal', '{id: 1, type: article-journal, title: Shaking without quaking, author: [{family: Kanamori, given: H.}], container-title: Science, volume: 279, issue: 5359, page: "2063", issued: 1998}', 'KANAMORI H. Shaking without quaking[J].Science,1998,279(5359):2063.'],
  ['thesis', '{id: 1, type: thesis, title: 人类活动影响下海河流域典型区水循环变化分析, author: [{family: 马, given: 欢}], publisher: 清华大学, publisher-place: 北京, issued: 2011}', '马欢.人类活动影响下海河流域典型区水循环变化分析[D].北京:清华大学,2011.'],
  ['newspaper', '{id: 1, type: article-newspaper, title: “一带一路”助推非洲工业化, author: [{family: 李, given: 勇}], container-title: 人民日报, issued: 2017-05-03, page: "03"}', '李勇.“一带一路”助推非洲工业化[N].人民日报,2017-05-03(03).'],
  ['report', '{id: 1, type: report, title: "Factors regulating the immune response: report of WHO Scientific Group", author: World Health Organization, publisher: WHO, publisher-place: Geneva, issued: 1970}', 'World Health Organization. Factors regulating the immune response: report of WHO Scientific Group[R]. Geneva: WHO, 1970.'],
  ['report online', '{id: 1, type: report, title: 第29次中国互联网络发展现状统计报告, author: 中国互联网络信息中心, issued: 2012-01-16, accessed: 2013-03-26, URL: "http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680"}', '中国互联网络信息中心. 第29次中国互联网络发展现状统计报告[R/OL]. (2012-01-16)[2013-03-26]. http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680.'],
  ['journal without a volume', '{id: 1, type: article-journal, title: 理想的图书馆员和信息专家的素质与形象, author: [{family: 李, given: 炳穆}], container-title: 图书情报工作, issued: 2000, issue: 2, page: 5-8}', '李炳穆. 理想的图书馆员和信息专家的素质与形象[J]. 图书情报工作, 2000(2): 5-8.'],
  ['part of proceedings', '{id: 1, type: paper-conference, title: 面向数字素养的高校图书馆数字服务体系研究, author: [贾东琴, 柯平], editor: 中国图书馆学会, container-title: "中国图书馆学会年会论文集: 2011 年卷", publisher: 国家图书馆出版社, publisher-place: 北京, issued: 2011, page: 45-52}', '贾东琴, 柯平. 面向数字素养的高校图书馆数字服务体系研究[C]//中国图书馆学会. 中国图书馆学会年会论文集: 2011 年卷. 北京: 国家图书馆出版社, 2011: 45-52.'],
  ['part of a book', '{id: 1, type: chapter, title: 蓟县震旦亚界研究, author: [陈晋镳, 张惠民, 朱士兴, 另一人], editor: 中国地质科学院天津地质矿产研究所, container-title: 中国震旦亚界, publisher: 天津科学技术出版社, publisher-place: 天津, issued: 1980, page: 56-114}', '陈晋镳, 张惠民, 朱士兴, 等. 蓟县震旦亚界研究[M]//中国地质科学院天津地质矿产研究所. 中国震旦亚界. 天津: 天津科学技术出版社, 1980: 56-114.'],
  ['order of a government', '{id: 1, type: legislation, title: "关于转发北京市企业投资项目核准暂行实施办法的通知", number: "京政办发[2005]37号", author: 北京市人民政府办公厅, issued: 2005-07-12, accessed: 2005-07-12, URL: "https://example.org/"}', '北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知:京政办发[2005]37号[A/OL]. (2005-07-12)[2005-07-12]. https://example.org/.'],
  ['paper online', '{id: 1, type: article-journal, title: The genome of eucalyptus grandis, author: [{family: Myburg, given: A. A.}, {family: Grattapaglia, given: D.}, {family: Tuskan, given: G. A.}, {family: Hellsten, given: U.}], container-title: Nature, issued: 2014, volume: 510, page: 356-362, accessed: 2014-06-25, URL: "https://example.org/"}', 'MYBURG A A, GRATTAPAGLIA D, TUSKAN G A, et al. The genome of eucalyptus grandis[J/OL]. Nature, 2014, 510: 356-362[2014-06-25]. https://example.org/.'],
]

const printed = async (style: string, yaml: string) => {
  const {html} = await composeFiles({'a.md': '# 书\n\n引[[1]]。\n', 'sources.yml': `- ${yaml}\n`, 'book.yml': `language: ${style === 'author-date' ? 'en' : 'zh-CN'}\ncitations: {style: ${style}}\n`})
  return [...html.matchAll(/reference-text"[^>]*>(.*?)<\/span>(?: <span class="backlinks|<\/li)/g)].map(([, entry = '']) => entry.replace(/<[^>]+>/g, '').replaceAll('&#x26;', '&'))[0]
}

describe('GB/T 7714—2015', () => {
  it.each(reprinted)('sets a %s as the printed example', async (_name, item, expected) => {
    expect((await printed('gb-t-7714-2015', item))?.replaceAll(' ', '')).toBe(expected.replaceAll(' ', ''))
  })
})

/** Examples of the IEEE Reference Guide, as public guides print them: Marquette University's `ieeeRefs.html` (the numbers are
 * its own), Penn State's quick guide to IEEE (PSU), the University of West Florida's (UWF), Macquarie University's `IEEE_referencing`
 * (MQ), Australian Catholic University's `ieee/websites` (ACU) and `citationeasy.com/how-to-cite/map-in-ieee` (CE); addresses
 * that these leave out are ours. */
const ieeeExamples: [name: string, item: string, expected: string][] = [
  ['[1] part of a book', '{id: 1, type: chapter, title: Synthetic structure of industrial plastics, author: [{family: Young, given: G. O.}], editor: [{family: Peters, given: J.}], container-title: Plastics, edition: 2, volume: 3, publisher-place: New York, publisher: McGraw-Hill, issued: 1964, page: 15-64}', 'G. O. Young, “Synthetic structure of industrial plastics,” in Plastics, 2nd ed., vol. 3, J. Peters, Ed. New York: McGraw-Hill, 1964, pp. 15–64.'],
  ['[2] book', '{id: 1, type: book, title: Linear Networks and Systems, author: [{family: Chen, given: Wai-Kai}], publisher-place: "Belmont, CA", publisher: Wadsworth, issued: 1993, page: 123-135}', 'W.-K. Chen, Linear Networks and Systems. Belmont, CA: Wadsworth, 1993, pp. 123–135.'],
  ['[3] journal', '{id: 1, type: article-journal, title: "Infrared navigation—Part I: An assessment of feasibility", author: [{family: Duncombe, given: J. U.}], container-title: IEEE Trans. Electron Devices, volume: ED-11, page: 34-39, issued: 1959-01}', 'J. U. Duncombe, “Infrared navigation—Part I: An assessment of feasibility,” IEEE Trans. Electron Devices, vol. ED-11, pp. 34–39, Jan. 1959.'],
  ['[6] paper in proceedings', '{id: 1, type: paper-conference, title: Wavelength-switched passively coupled single-mode optical network, author: [{family: Payne, given: D. B.}, {family: Stern, given: J. R.}], container-title: Proc. IOOC-ECOC, issued: 1985, page: 585-590}', 'D. B. Payne and J. R. Stern, “Wavelength-switched passively coupled single-mode optical network,” in Proc. IOOC-ECOC, 1985, pp. 585–590.'],
  ['[8] patent', '{id: 1, type: patent, title: Alternating current fed power supply, author: [{family: Brandli, given: G.}, {family: Dick, given: M.}], number: U.S. Patent 4 084 217, issued: 1978-11-04}', 'G. Brandli and M. Dick, “Alternating current fed power supply,” U.S. Patent 4 084 217, Nov. 4, 1978.'],
  ['[9] report', '{id: 1, type: report, title: Oxygen absorption in the Earth’s atmosphere, author: [{family: Reber, given: E. E.}, {family: Mitchell, given: R. L.}, {family: Carter, given: C. J.}], publisher: Aerospace Corp., publisher-place: "Los Angeles, CA", genre: Tech. Rep., number: TR-0200 (4230-46)-3, issued: 1968-11}', 'E. E. Reber, R. L. Mitchell, and C. J. Carter, “Oxygen absorption in the Earth’s atmosphere,” Aerospace Corp., Los Angeles, CA, Tech. Rep. TR-0200 (4230-46)-3, Nov. 1968.'],
  ['PSU [2] standard', '{id: 1, type: standard, title: IEEE Criteria for Class IE Electric Systems, number: IEEE Standard 308, issued: 1969}', 'IEEE Criteria for Class IE Electric Systems, IEEE Standard 308, 1969.'],
  ['PSU [3] standard online', '{id: 1, type: standard, title: Frequency Response and Bias, number: NERC Reliability Standard BAL-003-0.1b, issued: 2009-05, URL: "http://www.nerc.com/files/BAL-003-0_1b.pdf"}', 'Frequency Response and Bias, NERC Reliability Standard BAL-003-0.1b, May 2009. [Online]. Available: http://www.nerc.com/files/BAL-003-0_1b.pdf'],
  ['MQ data with a DOI', '{id: 1, type: dataset, title: Palladium Nanoparticle Data Set, author: [{family: Barnard, given: A.}, {family: Opletal, given: G.}], issued: 2023-03-29, publisher-place: Canberra, publisher: CSIRO, DOI: 10.25919/x}', 'A. Barnard and G. Opletal, Mar. 29, 2023, “Palladium Nanoparticle Data Set,” Canberra: CSIRO, doi: 10.25919/x.'],
  ['MQ data with an address', '{id: 1, type: dataset, title: "Energy Rating Data for Household Appliances: Labelled Products", author: "Department of Climate Change, Energy, the Environment and Water", issued: 2024-01-14, publisher-place: "Canberra, Australia", publisher: Australian Government, URL: "https://e.org/"}', 'Department of Climate Change, Energy, the Environment and Water, Jan. 14, 2024, “Energy Rating Data for Household Appliances: Labelled Products,” Canberra, Australia: Australian Government. [Online]. Available: https://e.org/'],
  ['MQ standard', '{id: 1, type: standard, title: "Bridge Design, Part 1: Scope and General Principles", number: "AS 5100.1:2017", issued: 2017-03-31, URL: "https://e.org/"}', 'Bridge Design, Part 1: Scope and General Principles, AS 5100.1:2017, Mar. 31, 2017. [Online]. Available: https://e.org/'],
  ['ACU web page', '{id: 1, type: webpage, title: Exploring careers in data science one byte at a time, author: [{family: Godinho, given: J.}], container-title: Emeritus, accessed: 2022-09-24, URL: "https://e.org/"}', 'J. Godinho. “Exploring careers in data science one byte at a time.” Emeritus. Accessed: Sept. 24, 2022. [Online]. Available: https://e.org/'],
  ['ACU web page without an author', '{id: 1, type: webpage, title: Semiconductor Devices, container-title: Toppr, accessed: 2021-06-21, URL: "https://e.org/"}', '“Semiconductor Devices.” Toppr. Accessed: June 21, 2021. [Online]. Available: https://e.org/'],
  ['CE map', '{id: 1, type: map, title: "Yellowstone National Park, Wyoming", author: U.S. Geological Survey, scale: "1:125,000", publisher-place: "Reston, VA", publisher: U.S. Geological Survey, issued: 2018}', 'U.S. Geological Survey, Yellowstone National Park, Wyoming. Scale 1:125,000. Reston, VA: U.S. Geological Survey, 2018.'],
  ['UWF [3] thesis', '{id: 1, type: thesis, title: Distortion management in intensity modulated optical OFDM systems, author: [{family: Chen, given: L.}], genre: Ph.D. dissertation, publisher: University of Melbourne, publisher-place: Australia, issued: 2012}', 'L. Chen, “Distortion management in intensity modulated optical OFDM systems,” Ph.D. dissertation, University of Melbourne, Australia, 2012.'],
]

describe('IEEE', () => {
  it.each(ieeeExamples)('sets %s as it is printed', async (_name, item, expected) => {
    expect(await printed('ieee', item)).toBe(expected)
  })
})

/** The width of punctuation and spaces are not compared. */
const fold = (text: string | undefined) => text?.replace(/\s/g, '').replace(/[，：（）∶]/g, (mark) => ({'，': ',', '：': ':', '（': '(', '）': ')', '∶': ':'})[mark] ?? mark)

describe('GB/T 7714—2015, annex A', () => {
  it.each(printed2015)('sets %s as the standard prints it', async (_place, item, expected) => {
    expect(fold(await printed('gb-t-7714-2015', item.replace('{', '{id: 1, ')))).toBe(fold(expected))
  })
})

describe('GB/T 7714—2025', () => {
  it.each(printed2025)('sets %s as the standard prints it', async (_place, item, expected) => {
    expect(fold(await printed('gb-t-7714-2025', item.replace('{', '{id: 1, ')))).toBe(fold(expected))
  })
})

describe('styles', () => {
  it.each(cases)('%s sets a %s', async (style, _name, item, expected) => {
    expect(await printed(style, item)).toBe(expected)
  })
})

describe('editions by number', () => {
  it.each([['2', '2nd'], ['3', '3rd'], ['4', '4th'], ['11', '11th'], ['12', '12th'], ['13', '13th'], ['21', '21st'], ['101', '101st'], ['111', '111th']])('%s is the %s', async (edition, ordinal) => {
    expect(await printed('gb-t-7714-2025', `{id: 1, type: book, language: en, title: T, edition: ${edition}}`)).toBe(`T[M]. ${ordinal} ed.`)
  })
})

it('author–date stands in the order of names, each by itself', async () => {
  const {html} = await composeFiles({'a.md': '# T\n\nA[[1]], B[[2]], C[[3]], D[[4]].\n', 'sources.yml': '- {id: 1, type: book, title: One, author: [Lib], issued: 2001}\n- {id: 2, type: book, title: Two, author: [Li, Zhou], issued: 2003}\n- {id: 3, type: book, title: Three, author: [Li], issued: 2002}\n- {id: 4, type: book, title: Kappa, issued: 1999}\n', 'book.yml': 'language: en\ncitations: {style: author-date}\n'})
  expect([...html.matchAll(/<li[^>]*id="ref-(\d)"/g)].map(([, number]) => number)).toEqual(['4', '3', '2', '1'])
})

it('texts of a reference that touch are one', () => {
  expect(joinTexts(['a', 'b', {em: 'c'}, '', 'd', 'e'])).toEqual(['ab', {em: 'c'}, 'de'])
})

it.each([['zh', true], ['zh-Hant-TW', true], ['ZH-CN', true], ['en-x-zh', false], ['zha', false], ['ja', false]])('%s is Chinese: %s', (language, expected) => {
  expect(isChinese(language)).toBe(expected)
})

it.each([['Li', 'Jiangning', true], ['Ouyang', 'Xiu', true], ['Li', 'J', false], ['Li', 'e', false], ['Li', 'JN', false], ['Li', '', false], ['Smith', 'An', false], ['Li', 'John', false]])('%s %s is a name in pinyin: %s', (family, given, expected) => {
  expect(isPinyinName({family, given})).toBe(expected)
})
