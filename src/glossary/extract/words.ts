/** Words of general Chinese and English that part a term from its sentence. Closed classes, no terms of any subject. */

/** Characters and words after which a term may begin. Single characters count only where a segmenter sees a word of its own. */
export const stopWords = new Set(`的 先 亦 仍 皆 曾 尚 地 得 与 和 及 或 在 从 向 对 把 被 将 是 为 以 由 于 等 了 着 过 而 则 即 如 称 叫 指 用 使 让 给 跟 同 但 并 且 也 还 就 都 又 再 很 更 最 其 该 此 这 那 某 每 各 些 种 个 项 套 款 到 至 有 无 含 具 做 作 可 能 会 要 应 需 须 只 仅 按 经 据 据说 所 当 若 因 故 虽 却 不 非 比 像 似 它 他 她 们 我 你 您 谁 名 来 去 上 下 中 内 外 里 后 前 时 间 处
以及 至于 除 多用 改用 可用 加上 随即 及其 或者 还是 并且 而且 但是 然而 因此 所以 由于 如果 虽然 例如 比如 诸如 譬如 如同 其中 其他 其它 这种 那种 这个 那个 这些 那些 这类 此类 一种 一个 一类 一些 一项 一套 一款 某种 某个 各种 各类 各个 多种 多个 两种 几种 三种 四种 许多 很多 大量 所有 任何 每个 另一种 另一个 第一种 第二种 另外 此外 另有 还有 只有 没有
使用 采用 利用 通过 基于 引入 提出 称为 称作 叫做 叫作 名为 称之为 被称为 又称 也称 即为 作为 成为 变为 变成 视为 看作 译为 记为 定义 定义为 所谓 属于 涉及 包括 包含 涵盖 结合 具有 拥有 进行 实现 完成 实施 开展 执行 运用 借助 依靠 依赖 依赖于 应用于 适用于 用于 用以 用来 针对 关于 根据 依据 按照 随着 面对 面临 围绕 采取 选择 选用 转向 迈向 走向 转为 转化为 发展为 演变为 推动 促进 带来 产生 形成 导致 造成 引起 出现 存在 需要 必须 应该 应当 可以 能够 可能 会 开始 继续 逐步 逐渐 不断 正在 已经 曾经 常常 通常 往往 一般 主要 常见 常用 著名 典型 主流 经典 传统 重要 关键 核心 新兴 新型 最新 所有的 相应 相关 不同 类似 特别是 尤其是 特别 尤其 不仅 不是 而是 就是 正是 便是 都是 也是 只是 即是 乃是 总是 还是 叫 介绍 学习了 讨论 讲解 说明 研究 了解 理解 掌握 学会 看到 看看 得到 获得 获取 给出 提供 提高 提升 增强 改进 改善 降低 减少 减轻 避免 防止 缓解 解决 克服 实行 启用 调用 加入 添加 增加 设置 配置为 构成 组成 构建 建立 创建 建设 打造 引发 触发 支撑 推出 发布 开发 研发 设计 探索 强调 聚焦 关注 专注 致力于 旨在 来自 位于 处于 处在 源于 源自 取决于 等于 大于 小于 不同于 有别于 相当于 相比 相较 类似于 我们 他们 它们 人们 本文 本章 本节 本书 本报告 目前 当前 近年来 现在 如今 之后 之前 以后 以前 同时 首先 其次 最后 然后 接着 随后 于是 那么 因为 为了 以便 从而 进而 甚至 仍然 依然 再次 分别 分为 分成 划分为 一是 二是 三是 显示 遇到 符合 遵循 以防 就像 好像 一下 只需 自己 对应 允许 启动 支持 中的 其中的 上的 里的 认为 使得 一`.split(/\s+/u))

/** Words that begin or end with a stop character without being cut there. */
export const kept = new Set(`对齐 对抗 对比 对象 对话 对数 对偶 对称 对等 绝对 相对 对流 对冲 对焦 对撞 对接 对易 和弦 和谐 和声 共和 总和 饱和 调和 求和 与非门 参与 从属 主从 从众 向量 双向 单向 定向 面向 方向 横向 纵向 反向 正向 前向 后向 在线 离线 存在 潜在 内在 外在 在场 以太 以太网 等价 等式 等级 等差 等比 等距 等效 均等 平等 过程 过拟合 过滤 过载 过渡 过采样 过压 通过率 使用权 用户 通用 应用 专用 效用 复用 调用 用例 用量 信用 费用 作用 作用域 作业 作物 动作 工作 操作 合作 名称 名词 域名 命名 签名 可用性 可靠 可靠性 可视化 可解释 可扩展 可微 可逆 可达 可信 可观测 可持续 可再生 能动 能量 能源 能级 功能 性能 智能 势能 动能 会话 会计 社会 要素 需求 应力 响应 效应 反应 适应 应急 中心 中间 中间件 中断 中值 中位数 中子 中介 中性 集中 内存 内核 内容 内部 内积 内生 外部 外设 外推 外键 外骨骼 外包 外汇 后端 后门 后缀 后验 后训练 后处理 前端 前缀 前馈 前沿 前置 前向 时间 时序 时钟 时延 时空 实时 延时 间隔 区间 空间 上下文 上采样 上层 下采样 下游 下降 下界 上界 处理 处理器 有效 有限 有序 有向 无限 无序 无向 无监督 无线 无损 无人 不变 不变量 不确定 不等式 不平衡 不可 非线性 非对称 非平衡 非结构化 比较 比例 比特 比率 个性化 个体 种子 种群 物种 类型 类别 类比 分类 聚类 人类 名义 具身 具体 同步 协同 同态 同构 合同 将来 将军 为此 行为 人为 所有权 场所 更新 变更 最优 最优化 最大 最小 最大化 最小化 最短 最近邻 再生 再入 如来 当量 当前 因子 因果 因素 原因 基因 故障 若干 像素 图像 成像 来源 未来 去噪 去重 去中心化 去模糊 除去 到达 至上 得分 地址 地图 地理 土地 基地 的士 目的 作家 指令 指针 指数 指标 指纹 手指 称号 对称性 给定 供给 给水 让步 使命 大使 叫声 只读 按键 按钮 按需 经验 经济 神经 经典 经纬 据点 数据 依据 并行 并发 并集 合并 且慢 也许 就业 成就 都市 首都 又及 再现 每股 各向异性 同业 同类 同期 同伴 同源 同行 同质 同轴 同位素 到期 都会 面向对象 支持 要求 需求 支持向量 端到端 点到点 点对点 即服务 即插即用 人在回路 同分布 着色 着陆 及时 普及 将来 将军 目的 了解 为了 除了 目的地 一致 一致性 一阶 一元 一维 一次 一体 一体化 统一 单一 归一 归一化 唯一`.split(/\s+/u))

/** What a parenthesis begins with that explains, lists, refers or measures, and glosses nothing. */
export const notGloss = /^(?:如(?!来)|例如|比如|譬如|诸如|特别是|尤其|即(?!时|服务|兴)|就是|也就是|包括|包含|含(?!水|氧|油)|见(?!证|解)|参见|参看|详见|参考|另见|下同|[下上左右][图表]|[图表式注][\s:：]*[\p{N}一二三四五六七八九十]|注[:：]|公式|附录|第[\p{N}一二三四五六七八九十]|[约近超逾共至达第][\p{N}一二三四五六七八九十百千]|大约|超过|总计|合计|单位|来源|数据来源|资料来源|截至|截止|其中|主要|仅限|用于|用来|用以|基于|根据|属于|位于|相当于|大于|小于|等于|通常|一般|有时|也许|可能|修订|试行|暂定|已[^\s]{2}|不含|不包|不计|未经|(?:e\.?g|i\.?e|cf|viz|etc)\b|(?:see|such as|for example|including|especially|and|the|in|on|at|by|of|to|with|from|for)\s|(?:fig(?:ure)?s?|table|eq(?:uation)?|sec(?:tion)?|chap(?:ter)?|app(?:endix)?|refs?|notes?|source|unit|ver(?:sion)?|vol|no|pp?|page)\b[\s.:：]*(?:\p{N}|[:：]))/iu

/** Ends of names of bodies and places: they are named, not glossed. */
export const bodies = /(?:公司|集团|企业|银行|大学|学院|研究院|研究所|研究中心|实验室|委员会|协会|学会|联盟|联合会|银行|保险|证券|基金会|基金|出版社|杂志|期刊|学报|日报|法院|议会|国会|政府|总署|总局|部门|省|市|州|县|区|镇|国|岛|山|河|湖|街|路|教授|博士|先生|女士|院士|团队|科技|控股|股份|汽车|传媒|网站|论坛|会议|大会|项目|计划|组织|法案|条例|指令|协定|公约|电影|游戏|小说|品牌)$/u

/** Those of them that things have too: 教育计划, 最近发展区. */
export const ventures = /(?:计划|项目|指令|游戏|区)$/u

export const countries = /^(?:[\p{Script=Han}]{1,6}(?:国|洲|亚|兰|利|牙|典|士|麦|威|岛|市|省|州|县)|中国|日本|韩国|美国|加拿大|印度|巴西|新加坡|以色列|荷兰|墨西哥|台湾|香港|澳门|北京|上海|深圳|广州|杭州|欧美|全球|国内|国外|国际|海外)$/u

export const latinBodies = /\b(?:Inc|Ltd|Corp|Corporation|Company|Group|Holdings?|University|Institute|Institution|College|School|Laborator(?:y|ies)|Labs?|Foundation|Bank|Association|Society|Union|Committee|Commission|Council|Ministry|Department|Agency|Administration|Bureau|Organi[sz]ation|Conference|Proceedings|Journal|Press|plc|LLC|GmbH|AG|SA|Co)\b\.?/u

/** Endings of English common nouns and adjectives. */
export const commonEnding = /(?:tion|sion|ment|ness|ity|ism|ance|ence|ancy|ency|ing|ed|er|or|ics|ic|al|ive|ous|ure|age|ship|hood|ist|ogy|phy|metry|graphy|sis|ent|ant|ble|ful|less|ate|ize|ise|ify|ary|ory|th|ght|ck|sk|ss|st|rd|ld|nd|nt|pt|ct|ke|le|ce|ge|se|ve|de|re|te|ne|ct|sh|ch|gh|wn|wl|ey|ay|ow|op|ap|ip|it|ut|et|ot|en|em|um|ix|ex|ox)s?$/u

/** Characters that write foreign names by sound. */
export const soundCharacters = '那阿埃艾爱安昂奥澳巴白拜班邦保鲍贝本比彼毕宾波伯勃博布查彻达戴丹当道德邓狄迪蒂丁东杜敦多厄恩尔法范菲费芬丰佛弗夫福富盖冈高戈格葛根贡古瓜圭哈海汉豪赫黑亨洪侯胡华怀惠霍基吉季加贾简杰金京卡凯坎康考柯科克肯孔库夸昆拉莱赖兰朗劳勒雷蕾黎李里理利丽莉连列林琳刘柳龙隆卢鲁路吕伦罗洛马玛迈麦曼芒毛梅门蒙孟米密敏明摩莫墨默姆慕穆拿娜纳奈南内尼妮年涅宁牛纽农努诺欧帕派潘庞培佩彭皮平珀蒲普奇齐恰乔切琴琼丘屈让热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣施什史舒斯丝司苏孙索塔泰坦汤唐陶特腾提田廷通图托瓦万旺威韦维魏温文翁沃乌伍武西希锡夏香肖谢辛欣休许雪雅亚延扬杨耶叶伊以易因英雍尤于约泽曾扎詹张章珍芝治朱卓兹祖佐灵顿吴娅妲伽薇茜茨曹弥谭'

/** Kinds of statement that are called after people: a lone name behind them is whose it is. */
export const calledAfter = /(?:定理|引理|推论|公式|定律|猜想|法则|悖论|方程|不等式|常数|数列)$/u

/** Family names that a name of a Chinese begins with. */
export const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'

/** Symbols of units and of currencies (ISO 80000, ISO 4217): a measure, not a name. */
export const units = /^(?:[kMGTmnµμp]?(?:m|g|s|W|V|A|Hz|B|b|bps|bit|byte|eV|Pa|J|N|C|F|T|L|l|Wh|Ah|bar|cal|mol|M|X|Ω)|cm|dm|dB|dBm|mmHg|rpm|ppm|ppb|min|h|hPa|[kMGT]iB|[kMGT]bps|[TGM]?FLOPS|°C|℃|USD|CNY|RMB|EUR|GBP|JPY|HKD)$/u
