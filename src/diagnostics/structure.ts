import type {Rule} from './rule.ts'

export const structureRules = {
  'syntax-unsupported': {
    severity: 'info',
    summary: {en: 'A mark of another program of Markdown', zh: '其他 Markdown 程序的记号'},
    reason: {en: 'Unexpected {syntax}, expected marks that this program reads', zh: '{syntax} 不在支持之列'},
    note: {en: 'It is printed as it is written. The message says what to write instead.', zh: '照原文印出；替代写法见说明。'},
  },
  'tex-in-text': {
    severity: 'info',
    summary: {en: 'Commands of LaTeX stand among the words', zh: '正文中有 LaTeX 命令'},
    reason: {en: 'Unexpected {count:command|commands} of LaTeX in {count} {count:place|places} ({commands}), expected Markdown', zh: '正文中有 {count} 处 LaTeX 命令（{commands}），应为 Markdown'},
    note: {en: 'They are printed as they are written. Write `[[1]]` for a source, `[](#id)` for a reference, `[^1]` for a note, `**…**` for bold words, `## …` for a heading, `$…$` for a formula; put code between backquotes.', zh: '目前照原文印出。引文请写作 `[[1]]`，引用图表、公式请写作 `[](#id)`，注释请写作 `[^1]`，加粗请写作 `**…**`，标题请写作 `## …`，数学式请写作 `$…$`；代码请放在反引号之间。'},
  },
  'title-differs': {
    severity: 'warning',
    summary: {en: 'The title in the text is not that of the settings', zh: '正文中的书名与设置中的书名不同'},
    reason: {en: 'Unexpected title “{written}” in the text, expected “{title}” as in the settings', zh: '正文中的书名为“{written}”，设置中为“{title}”，应一致'},
    note: {en: 'The title of the settings is printed, that of the text is not. Make the two agree, or leave one out; write the heading one level lower if it is a chapter.', zh: '书名按设置印出，正文中的不印。请使二者一致，或只留其一；若该标题是一章，请降低一级。'},
  },
  'title-missing': {
    severity: 'info',
    summary: {en: 'The book has no title', zh: '书没有书名'},
    reason: {en: 'Unexpected book without a title, expected one; its cover says “{name}”', zh: '书没有书名，封面印作“{name}”'},
    note: {en: 'Write `title: …` at the head of the text or in book.yml, or one heading above all others (`# …`).', zh: '请在文件开头或 book.yml 中写 `title: …`，或在全书之上写一个标题（`# …`）。'},
  },
  'link-scheme': {
    severity: 'warning',
    summary: {en: 'A link leads to another program or to a file of the author’s machine', zh: '链接指向其他程序或作者机器上的文件'},
    reason: {en: 'Unexpected link to `{url}`, expected the web, a mail address, a telephone number or a place of the book', zh: '链接 `{url}` 读者无法打开，应指向网页、邮箱、电话或本书之内'},
    note: {en: 'Correct the link; its words are printed without it.', zh: '请改正链接；目前只印出其文字。'},
  },
  'link-undefined': {
    severity: 'warning',
    summary: {en: 'A link leads to a place that the book does not have', zh: '链接所指的位置不在本书之内'},
    reason: {en: 'Unexpected link to `{url}`, expected a heading or a file of the book', zh: '链接 `{url}` 所指的位置不存在，应指向本书的标题或文件'},
    note: {en: 'Correct the link; its words are printed without it.', zh: '请改正链接；目前只印出其文字。'},
  },
  'reference-dangling': {
    severity: 'info',
    summary: {en: 'The text sends the reader to a figure, table, formula, chapter or appendix that the book does not have', zh: '正文所指的图、表、公式、章或附录不在本书之内'},
    reason: {en: 'Unexpected reference to {written}, expected a label of this book', zh: '所指的“{written}”不在本书之内'},
    note: {en: 'Correct the number, or add what is missing; the words are printed as they are.', zh: '请改正编号，或补上所缺内容；目前照原文印出。'},
  },
  'heading-bold': {
    severity: 'info',
    summary: {en: 'A bold paragraph stands like a heading', zh: '加粗的段落用作标题'},
    reason: {en: 'Unexpected bold paragraph “{words}” above text, expected a heading', zh: '加粗的段落“{words}”位于正文之上，应为标题'},
    note: {en: 'Write it as a heading (`## …`), so that contents and links know it; if it is emphasis, leave it.', zh: '请写作标题（`## …`），目录与链接方能用到；若只为强调，可不改。'},
  },
  'heading-plain': {
    severity: 'info',
    summary: {en: 'Paragraphs stand like headings of chapters', zh: '段落用作章节标题'},
    reason: {en: 'Unexpected paragraph “{words}”, expected a heading', zh: '“{words}”只是段落，应为标题'},
    note: {en: 'Write `# ` or `## ` before each of them, so that the book has chapters and contents.', zh: '请在每个标题之前加 `# ` 或 `## `，书才有章节和目录。'},
  },
  'list-item-empty': {
    severity: 'info',
    summary: {en: 'An item of a list is empty', zh: '列表中有空项'},
    reason: {en: 'Unexpected empty item of a list, expected words', zh: '列表中有空项，应有内容'},
    note: {en: 'Write what is missing, or delete its mark; it is printed empty.', zh: '请补上内容，或删去其记号；目前印作空项。'},
  },
  'table-row-long': {
    severity: 'warning',
    summary: {en: 'A row of a table has more cells than its head', zh: '表格某行的单元格多于表头'},
    reason: {en: 'Unexpected row of {found} cells, expected at most {allowed} as in the head', zh: '该行有 {found} 个单元格，表头只有 {allowed} 个'},
    note: {en: 'Markdown drops the cells beyond the head: write `\\|` for a bar in the text, or add columns.', zh: 'Markdown 会丢弃多出的单元格：文中的竖线请写作 `\\|`，或增加表头列数。'},
  },
  'link-imprecise': {
    severity: 'warning',
    summary: {en: 'A link names a heading that its file does not have', zh: '链接所指的文件中没有该标题'},
    reason: {en: 'Unexpected link to `{url}`, expected a heading of that file', zh: '链接 `{url}` 所指的文件中没有该标题'},
    note: {en: 'Correct what follows `#`; the link leads to the beginning of the file.', zh: '请改正 `#` 之后的部分；目前该链接指向文件开头。'},
  },
  'image-alt-missing': {
    severity: 'info',
    summary: {en: 'An image has no alternative text', zh: '图像没有替代文字'},
    reason: {en: 'Unexpected image `{url}` without alternative text, expected words for those who cannot see it', zh: '图像 `{url}` 没有替代文字，应为看不见图的读者写明图中内容'},
    note: {en: 'Write it between the square brackets: `![what it shows](…)`. A caption does not replace it.', zh: '请写在方括号中：`![图中内容](…)`。图题不能代替它。'},
  },
  'caption-number-repeated': {
    severity: 'warning',
    summary: {en: 'Two figures or two tables have the same number', zh: '两幅图或两个表用了同一编号'},
    reason: {en: 'Unexpected {label} more than once, expected each number once', zh: '{label} 重复，每个编号应只用一次'},
    note: {en: 'Correct the number, or leave all numbers out (`Table: Caption`), and they are counted. References lead to the one in their own chapter, or to the first.', zh: '请改正编号；也可都不写编号（`表：题注`），由程序编号。目前，引用处指向同章中的一个，否则指向第一个。'},
  },
  'label-mismatched': {
    severity: 'warning',
    summary: {en: 'A link names another figure or table than it leads to', zh: '链接文字与所指图表的编号不符'},
    reason: {en: 'Unexpected `{written}` in a link to {label}, expected its own number', zh: '链接文字写作 `{written}`，所指却是{label}，编号应一致'},
    note: {en: 'Correct the number, or leave the words empty: `[](#id)` prints the label.', zh: '请改正编号，或将文字留空：`[](#id)` 会自动印出编号。'},
  },
  'footnote-unused': {
    severity: 'warning',
    summary: {en: 'A footnote is never called', zh: '脚注没有被引用'},
    reason: {en: 'Unexpected footnote `{label}` that nothing calls, expected a call `[^{label}]`', zh: '脚注 `{label}` 没有被引用，应有一处 `[^{label}]`'},
    note: {en: 'Call it in the text or delete it; it is not printed.', zh: '请在正文中引用或删除；目前不印出。'},
  },
  'footnote-undefined': {
    severity: 'warning',
    summary: {en: 'A call has no footnote in its file', zh: '脚注记号在本文件中没有注文'},
    reason: {en: 'Unexpected call of footnote `{label}`, whose note {where}, expected `[^{label}]: …` in this file', zh: '脚注 `{label}` 的注文{where}，本文件中应有 `[^{label}]: …`'},
    note: {en: 'Write the note into the file that calls it, or correct the label; the call is printed as it is written.', zh: '请把注文写进引用它的文件，或改正名称；目前此记号照原文印出。'},
  },
  'footnote-repeated': {
    severity: 'warning',
    summary: {en: 'Two footnotes have one label, and one of them is not printed', zh: '两条脚注同名，其一未印出'},
    reason: {en: 'Unexpected second footnote `{label}`, expected the one of line {line} to be the only one', zh: '脚注 `{label}` 重复，前一条在第 {line} 行'},
    note: {en: 'Give it a label of its own, and its call too, or put it into the chapter that calls it; it is not printed.', zh: '请连同引用处另取名称，或把它移到引用它的那一章；目前不印出。'},
  },
  'math-unclosed': {
    severity: 'warning',
    summary: {en: 'A formula on lines of its own is never closed', zh: '独立成行的数学式没有结束'},
    reason: {en: '`$$` opened here is never closed, expected a line `$$` below the formula', zh: '此处的 `$$` 没有结束，数学式之下应有一行 `$$`'},
    note: {en: 'Close it; all that follows was read as the formula.', zh: '请补上；目前其后的内容都被读作数学式。'},
  },
  'math-invalid': {
    severity: 'warning',
    summary: {en: 'A formula cannot be read as TeX', zh: '数学式不是可读的 TeX'},
    reason: {en: 'Unexpected formula `{tex}`, expected TeX that can be set ({fault})', zh: '数学式 `{tex}` 无法排出（{fault}），应为可读的 TeX'},
    note: {en: 'Correct the formula; it is printed as it was written.', zh: '请改正数学式；目前照原文印出。'},
  },
} satisfies Record<string, Rule>
