import type {Rule} from './rule.ts'

export const repairRules = {
  'angle-brackets': {
    severity: 'info',
    summary: {en: 'Words between angle brackets that are no element of HTML', zh: '尖括号内的文字不是 HTML 元素'},
    reason: {en: 'Unexpected `{tag}`, expected an element of HTML; it was read as text', zh: '`{tag}` 不是 HTML 元素，已读作文字'},
    note: {en: 'It is printed as it is written. Other programs drop it: write `\\<` for the bracket, or put code between backquotes.', zh: '照原文印出。其他程序会略去：尖括号请写作 `\\<`，代码请放在反引号之间。'},
  },
  'html-dropped': {
    severity: 'info',
    summary: {en: 'An element of HTML that a book cannot show was left out', zh: '图书无法呈现的 HTML 元素已略去'},
    reason: {en: 'Unexpected `{tag}`, which a book cannot show; it was left out', zh: '图书无法呈现 `{tag}`，已略去'},
    note: {en: 'Delete it, or show an image in its place: `![what it shows](images/x.svg)`. Styles stand in files of their own, which `styles` names. Words within a drawing, a film or a button are printed.', zh: '请删去，或代之以图片：`![图中内容](images/x.svg)`。样式请写入单独的文件，并列入 `styles`。图形、影片、按钮之内的文字仍会印出。'},
  },
  'html-hidden': {
    severity: 'info',
    summary: {en: 'What an element of HTML hides was left out', zh: 'HTML 元素隐藏的内容已略去'},
    reason: {en: 'Unexpected `{tag}`, which hides what it holds; it was left out', zh: '`{tag}` 隐藏其中的内容，已略去'},
    note: {en: 'Delete it; to print what it holds, delete its tags only.', zh: '请删去；如须印出其中内容，只删去标签即可。'},
  },
  'preamble-dropped': {
    severity: 'info',
    summary: {en: 'A chatty opening above the first heading was dropped', zh: '略去了首个标题之前的对话式开场白'},
    reason: {en: 'Unexpected reply “{words}” above the first heading, it was left out', zh: '首个标题之前有对话式开场白“{words}”，已略去'},
    note: {en: 'Delete it, or set `repair.preamble: keep` to print it.', zh: '请删去；如需印出，请设 `repair.preamble: keep`。'},
  },
  'closing-chatty': {
    severity: 'warning',
    summary: {en: 'The text ends with an assistant’s words to whom it was written for', zh: '文末有对话式结束语'},
    reason: {en: 'Unexpected words to a person who asked, “{words}”, expected the end of the text', zh: '文末有对话式结束语“{words}”'},
    note: {en: 'Delete them; they are printed.', zh: '请删去；目前照原文印出。'},
  },
  'math-delimiters': {
    severity: 'info',
    summary: {en: 'Formulas between backslashes and brackets were read as meant', zh: '反斜线与括号之间的数学式已按原意读出'},
    reason: {en: 'Unexpected `\\( … \\)` or `\\[ … \\]` around {count} {count:formula|formulas}, read as meant', zh: '有 {count} 个数学式写作 `\\( … \\)` 或 `\\[ … \\]`，已按原意读出'},
    note: {en: 'Other programs print the brackets: write `$…$` or `$$…$$`, or set `repair.texBrackets: false` to read escaped brackets.', zh: '其他程序会印出括号：可改写作 `$…$` 或 `$$…$$`；如须读作转义的括号，请设 `repair.texBrackets: false`。'},
  },
  'math-environment': {
    severity: 'info',
    summary: {en: 'Formulas of LaTeX without dollars were read as meant', zh: '未加美元符号的 LaTeX 数学环境已按原意读出'},
    reason: {en: 'Unexpected `\\begin{…}` without dollars around {count} {count:formula|formulas}, read as meant', zh: '有 {count} 个数学式只写作 `\\begin{…}` 环境，未加 `$$`，已按原意读出'},
    note: {en: 'Other programs print its TeX: put lines `$$` above and below, or set `repair.texEnvironments: false` to read words.', zh: '其他程序会印出其 TeX：请在上下各加一行 `$$`；如须读作文字，请设 `repair.texEnvironments: false`。'},
  },
  'math-as-code': {
    severity: 'info',
    summary: {en: 'Formulas written as code were read as formulas', zh: '写作代码的数学式已读作数学式'},
    reason: {en: 'Unexpected $`…`$ or fence `math` around {count} {count:formula|formulas}, read as meant', zh: '有 {count} 个数学式写作 $`…`$ 或 `math` 代码块，已按原意读出'},
    note: {en: 'Some programs print them as code: write `$…$` or `$$…$$`, or set `repair.codeFormulas: false` to read them so.', zh: '有的程序会印作代码：可改写作 `$…$` 或 `$$…$$`；如须印作代码，请设 `repair.codeFormulas: false`。'},
  },
  'lines-parted': {
    severity: 'info',
    summary: {en: 'Lines that begin anew were set one below the other', zh: '另起的各行已分行排出'},
    reason: {en: 'Unexpected lines that begin anew (①, ②; A., B.; 🔹, ✅; 甲：, 乙：; 例1, 解：; verse) within {count} {count:paragraph|paragraphs}, set one below the other', zh: '有 {count} 段之内各行以编号、人名等另起，或是诗行（①、②；A.、B.；🔹、✅；甲：、乙：；例1、解：），已分行排出'},
    note: {en: 'Other programs run them on: write a list, put blank lines between, or set `repair.labelledLines: false`.', zh: '其他程序会连排成一行：可改写成列表或各空一行；如需连排，请设 `repair.labelledLines: false`。'},
  },
  'list-numbered': {
    severity: 'info',
    summary: {en: 'Numbers of a list leave some out', zh: '列表的编号不连续'},
    reason: {en: 'Unexpected {written}, where Markdown counts {counted}, expected the next number of the list; it is printed as written', zh: '列表编号 {written} 不连续（Markdown 会计作 {counted}），已照原编号印出'},
    note: {en: 'Other programs count on: put a backslash before the stop (`4\\.`), or correct the number.', zh: '其他程序会顺次编号：可在点号前加反斜线（`4\\.`），或更正编号。'},
  },
  'words-indented': {
    severity: 'info',
    summary: {en: 'Words that spaces indent were read as words', zh: '以空格缩进的文字已读作正文'},
    reason: {en: 'Unexpected indentation by spaces of {count} {count:paragraph|paragraphs}, read as words', zh: '有 {count} 段以空格缩进，已读作正文'},
    note: {en: 'Other programs print four spaces and what follows as code: delete the spaces, set a signature with `<p align="right">…</p>`, or set `repair.indentedWords: false` to read code.', zh: '其他程序会把四个空格之后的文字印作代码：请删去空格，落款可写作 `<p align="right">…</p>`；如须读作代码，请设 `repair.indentedWords: false`。'},
  },
  'paragraph-freed': {
    severity: 'info',
    summary: {en: 'A paragraph swallowed by the list above it was freed', zh: '被上方列表吞入的段落已分出'},
    reason: {en: 'Unexpected line right below a list item, it was read as a paragraph of its own', zh: '列表项之后紧接一行，已读作独立段落'},
    note: {en: 'Put a blank line above it, or set `repair.swallowedParagraph: false` to leave it in the list.', zh: '请在其上空一行；如需留在列表中，请设 `repair.swallowedParagraph: false`。'},
  },
  'paragraph-swallowed': {
    severity: 'info',
    summary: {en: 'A line may have been swallowed by the list above it', zh: '某行可能被上方列表吞入'},
    reason: {en: 'Unexpected line in column 1 that continues a list item, expected an indented line or a blank line above', zh: '列表项的续行从第 1 列起，应缩进，或在其上空一行'},
    note: {en: 'Indent it if it belongs to the item; put a blank line above it if it does not.', zh: '若属于该项，请缩进；若为独立段落，请在其上空一行。'},
  },
  'emphasis-mended': {
    severity: 'info',
    summary: {en: 'Emphasis beside Chinese punctuation was read as meant', zh: '中文标点旁的强调已按原意读出'},
    reason: {en: 'Unexpected emphasis beside punctuation in {count} {count:place|places}, it was read as meant', zh: '有 {count} 处强调紧贴标点，已按原意读出'},
    note: {en: 'Other programs print the asterisks; put a space outside them, or set `repair.cjkEmphasis: false` to read it as they do.', zh: '其他程序会印出星号；可在星号外侧加空格，或设 `repair.cjkEmphasis: false`。'},
  },
} satisfies Record<string, Rule>
