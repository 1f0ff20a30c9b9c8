import type {Rule} from './rule.ts'

export const citationRules = {
  'citation-undefined': {
    severity: 'warning',
    summary: {en: 'A citation calls a number that no source has', zh: '引文的编号没有对应的文献'},
    reason: {en: 'Unexpected citation of source {number}, expected a source with this number', zh: '引用了编号 {number}，但没有这一编号的文献'},
    note: {en: 'Add source {number} to sources.yml or to the reference list, or correct the number. Its entry is printed as “source not supplied”.', zh: '请在 sources.yml 或文献表中补上编号 {number}，或改正编号；目前其条目印作“来源未提供”。'},
  },
  'citation-residue': {
    severity: 'warning',
    summary: {en: 'A citation mark of a writing assistant was left in the text', zh: '文中残留写作助手的引文记号'},
    reason: {en: 'Unexpected mark `{marker}`, expected the number of a source', zh: '文中残留记号 `{marker}`，应为文献的编号'},
    note: {en: 'It names no source that could be found and is not printed. Put the citation that was meant in its place.', zh: '此记号无从查出所指的文献，不予印出；请改为应有的引文编号。'},
  },
  'citation-left': {
    severity: 'info',
    summary: {en: 'Text that looks like a citation was left as it is', zh: '形似引文的文字照原样保留'},
    reason: {en: 'Unexpected mark `{marker}` without a source ({count}, {reason}), expected a number of the source list', zh: '记号 `{marker}` 没有可用的文献（{count} 处，{reason}），应为文献表中的编号'},
    note: {en: 'Add the source if this is a citation; put a backslash before the bracket if it is not.', zh: '如为引文，请补上文献；如不是，可在方括号前加反斜线。'},
    words: {
      reason: {
        'no-sources': {en: 'no-sources', zh: '本书没有文献'},
        'no-such-source': {en: 'no-such-source', zh: '没有这一编号的文献'},
        'inside-link': {en: 'inside-link', zh: '在链接之内'},
        'dialect-off': {en: 'dialect-off', zh: '这种写法已关闭'},
        'other-address': {en: 'other-address', zh: '链接到别处'},
        expression: {en: 'expression', zh: '是算式或代码'},
        footnote: {en: 'footnote', zh: '是脚注'},
      },
    },
  },
  'citation-style-unknown': {
    severity: 'warning',
    summary: {en: 'The style of references is unknown', zh: '著录格式不存在'},
    reason: {en: 'Unexpected style `{style}`, expected one of {known}', zh: '著录格式 `{style}` 不存在，应为 {known} 之一'},
    note: {en: 'Correct `citations.style`; the default of the language is used.', zh: '请改正 `citations.style`；目前采用该语言的默认格式。'},
  },
  'citation-style-unreadable': {
    severity: 'warning',
    summary: {en: 'A style of the book cannot be read', zh: '书内的著录格式文件无法使用'},
    reason: {en: 'Unexpected style `{style}` ({detail}), expected an independent CSL style with a bibliography', zh: '著录格式 `{style}` 无法使用（{detail}），应为带文献表的独立 CSL 样式'},
    note: {en: 'Correct the file or take another; the default of the language is used.', zh: '请改正此文件或换用其他样式；目前采用该语言的默认格式。'},
  },
  'citation-style-engine': {
    severity: 'warning',
    summary: {en: 'A CSL style needs a package that is not installed', zh: 'CSL 样式所需的程序包未安装'},
    reason: {en: 'Unexpected style `{style}` without the package citeproc, expected it to be installed', zh: '著录格式 `{style}` 需要 citeproc，但没有安装'},
    note: {en: 'Run `npm install citeproc`, or choose a style of ours; the default of the language is used.', zh: '请运行 `npm install citeproc`，或改用自带的格式；目前采用该语言的默认格式。'},
  },
  'source-conflict': {
    severity: 'warning',
    summary: {en: 'One number is given two different sources', zh: '同一编号有两条不同的文献'},
    reason: {en: 'Unexpected second source {number}, expected the one of {path}:{line}', zh: '编号 {number} 另有一条不同的文献，已采用 {path} 第 {line} 行的一条'},
    note: {en: 'Remove one of the two, or give it a number of its own. The first is printed.', zh: '请删去其一，或另给编号；目前印出前者。'},
  },
  'source-repeated': {
    severity: 'warning',
    summary: {en: 'A reference list gives two entries one number', zh: '文献表中两条文献同号'},
    reason: {en: 'Unexpected second entry {number}, expected the one of line {line} to be the only one', zh: '文献表中编号 {number} 重复，前一条在第 {line} 行'},
    note: {en: 'Give it a number of its own. Both are printed; citations lead to the first.', zh: '请另给编号；目前两条都印出，引文指向前者。'},
  },
  'source-list-second': {
    severity: 'warning',
    summary: {en: 'A second reference list uses the same numbers', zh: '另有一份文献表使用相同的编号'},
    reason: {en: 'Unexpected second list with {count} {count:number that is|numbers that are} taken, expected one numbering in a book', zh: '另有一份文献表，{count} 个编号已被占用，全书应使用一套编号'},
    note: {en: 'Number the lists through, or put all sources into sources.yml. This list is printed where it stands.', zh: '请统一编号，或把文献全部写入 sources.yml；目前此表照原处印出。'},
  },
  'source-unnumbered': {
    severity: 'error',
    summary: {en: 'A source has no number', zh: '文献没有编号'},
    reason: {en: 'Unexpected item {index} without a number, expected `id:` with the number that citations use', zh: '第 {index} 条没有编号，应以 `id:` 写明正文所用的编号'},
    note: {en: 'Write `id: {index}`, or the number that the text cites.', zh: '请写上 `id: {index}` 或正文所引的编号。'},
  },
  'source-field-unknown': {
    severity: 'warning',
    summary: {en: 'A source has an unknown field', zh: '文献有未知字段'},
    reason: {en: 'Unexpected field `{field}` of a source, expected a variable of CSL', zh: '文献字段 `{field}` 未知，应为 CSL 的变量名'},
    note: {en: 'Correct its spelling or delete it; it is not printed.', zh: '请改正拼写或删除；目前不予印出。'},
  },
  'source-type-unknown': {
    severity: 'warning',
    summary: {en: 'A source is of an unknown type', zh: '文献类型未知'},
    reason: {en: 'Unexpected type `{type}` of a source, expected a type of CSL', zh: '文献类型 `{type}` 未知，应为 CSL 的类型'},
    note: {en: 'Correct its spelling; it is printed as a document of no particular kind.', zh: '请改正拼写；目前按一般文献著录。'},
  },
  'source-syntax': {
    severity: 'error',
    summary: {en: 'A file of sources cannot be read', zh: '文献文件无法读取'},
    reason: {en: 'Unexpected text, expected a readable list of sources ({fault})', zh: '文献文件无法读取（{fault}）'},
    note: {en: 'Mend the file at this place.', zh: '请在此处改正。'},
  },
  'source-uncited': {
    severity: 'info',
    summary: {en: 'A source is never cited', zh: '文献未被引用'},
    reason: {en: 'Unexpected {count:source|sources} that nothing cites ({numbers}), expected {count:a citation|a citation for each}', zh: '有 {count} 条文献未被引用：{numbers}'},
    note: {en: 'Cite them, or take them out of the list. They are printed.', zh: '请在正文引用或从文献表中删去；目前照常印出。'},
  },
  'source-duplicate': {
    severity: 'warning',
    summary: {en: 'Two sources have the same DOI or address', zh: '两条文献的 DOI 或网址相同'},
    reason: {en: 'Unexpected source {number} with the address of source {first}, expected one number for one work', zh: '编号 {number} 与编号 {first} 的 DOI 或网址相同，同一文献应只有一个编号'},
    note: {en: 'Cite one number and remove the other, or correct the address.', zh: '请只用一个编号并删去另一条，或改正网址。'},
  },
  'citation-gap': {
    severity: 'info',
    summary: {en: 'Numbers of sources are skipped', zh: '文献编号有空缺'},
    reason: {en: 'Unexpected gaps below {highest} ({numbers}), expected a source or a citation for each number', zh: '编号 {highest} 以内有空缺：{numbers}'},
    note: {en: 'Nothing is renumbered; `citations.numbering: by-appearance` does it.', zh: '编号照原稿保留；如需重编，可设 `citations.numbering: by-appearance`。'},
  },
  'citation-alone': {
    severity: 'info',
    summary: {en: 'A citation stands alone in its paragraph', zh: '引文独占一段'},
    reason: {en: 'Unexpected citation `{marker}` alone in a paragraph, expected the claim that it supports', zh: '引文 `{marker}` 独占一段，应与所支持的论述在一起'},
    note: {en: 'Put it behind the sentence that it supports.', zh: '请移到所支持的句子之后。'},
  },
  'source-identifier': {
    severity: 'warning',
    summary: {en: 'A DOI, ISBN or address is malformed', zh: 'DOI、ISBN 或网址有误'},
    reason: {en: 'Unexpected {kind} `{value}` of source {number}, expected a well-formed one', zh: '编号 {number} 的 {kind} `{value}` 不合规则'},
    note: {en: 'Correct it; it is printed as it stands.', zh: '请改正；目前照原样印出。'},
  },
  'source-incomplete': {
    severity: 'info',
    summary: {en: 'A source lacks its author, its date or the date of access', zh: '文献缺少责任者、日期或引用日期'},
    reason: {en: 'Unexpected sources without `{field}` ({numbers}), expected it', zh: '下列文献缺少 `{field}`：{numbers}'},
    note: {en: 'Add `{field}` to these items.', zh: '请补上 `{field}`。'},
  },
} satisfies Record<string, Rule>
