import type {Rule} from './rule.ts'

export const editionRules = {
  'theme-missing': {
    severity: 'error',
    summary: {en: 'The theme has no style sheet for this edition', zh: '所选主题没有该版本的样式表'},
    reason: {en: 'Unexpected theme `{theme}` for {named}, expected one of {known}', zh: '{named} 的主题 `{theme}` 不存在，应为 {known} 之一'},
    note: {en: 'Name one of these themes.', zh: '请改用其中之一。'},
  },
  'glyph-missing': {
    severity: 'warning',
    summary: {en: 'Characters that no installed font has', zh: '已安装的字体中没有的字符'},
    reason: {en: 'Unexpected {count:character|characters} that no font has, {characters}, expected only what the fonts have', zh: '有 {count} 个字符在字体中没有字形：{characters}'},
    note: {en: 'Install a font package that has them (“Fonts” in the README lists them), or put a static TrueType font into the book’s fonts folder.', zh: '请安装含有这些字符的字体包（见 README“字体”），或把静态 TrueType 字体放进书稿的 fonts 文件夹。'},
  },
  'font-unusable': {
    severity: 'warning',
    summary: {en: 'A font of the book is not static TrueType, is damaged, or may not be embedded', zh: '书稿自带的字体不是静态 TrueType，或已损坏，或不许嵌入'},
    reason: {en: 'Unexpected kind of font in {file}, expected static TrueType, whole and free to embed', zh: '字体 {file} 不是完好、可嵌入的静态 TrueType'},
    note: {en: 'It is not used. CFF and variable fonts, and those whose maker forbids embedding, would be embedded as Type 3: convert or replace the font. Of a collection (`.ttc`), put the one font that is meant into `fonts/`.', zh: '该字体未使用。CFF 字体、可变字体及厂商禁止嵌入的字体会以 Type 3 形式嵌入；请转换或更换字体。字体集（`.ttc`）请拆出所需的一款，放入 `fonts/`。'},
  },
  'folio-moved': {
    severity: 'error',
    summary: {en: 'Page numbers in the book are not those of its pages', zh: '书中所印页码与实际页码不符'},
    reason: {en: 'Unexpected page after filling in the folios, expected breaks that stay', zh: '填入页码后分页仍在变动'},
    note: {en: 'Change the trim size, the theme or the book’s own CSS for print a little and build again; please report the manuscript.', zh: '请略微调整开本、主题或本书的打印样式后重试，并将书稿报告给我们。'},
  },
  'text-unprinted': {
    severity: 'warning',
    summary: {en: 'Text of a chapter is not on the pages of the PDF', zh: '有文字未印在 PDF 的页面上'},
    reason: {en: 'Unexpected {letters} of {of} letters of “{title}” that no page of the PDF shows, expected all of its text', zh: '“{title}”的 {of} 个字符中，有 {letters} 个未印在 PDF 的任何一页上'},
    note: {en: 'Look at its pages: a block is wider than the page, or a rule of the book’s own CSS hides the text or moves it off the page.', zh: '请查看这一章的页面：或有内容比版心更宽，或本书的打印样式把文字隐去、移出了页面。'},
  },
  'footnotes-at-end': {
    severity: 'info',
    summary: {en: 'Footnotes of a chapter stand at its end, not on the pages that call them', zh: '某章脚注排在章末，未排在引用处的页上'},
    reason: {en: 'Unexpected notes at the end of {chapters}, expected them on the pages that call them', zh: '以下各章的脚注排在章末，未排在引用处的页上：{chapters}'},
    note: {en: 'A picture, table or note there is as tall as a page, or an image fills a page of its own: make it smaller. For notes in the margin, pages are 92 mm wide or more.', zh: '该章有与版心同高的图、表或注文，或有独占一页的图：请缩小该内容。边注要求页宽不少于 92 毫米。'},
  },
  'conformance-not-claimed': {
    severity: 'info',
    summary: {en: 'Why the PDF does not claim PDF/UA-1 or PDF/A-2', zh: 'PDF 未声明符合 PDF/UA-1 或 PDF/A-2 的原因'},
    reason: {en: 'Unexpected content for {standard}, expected what {clause} asks for: {fault}', zh: '不符合 {standard} 的 {clause}：{fault}'},
    note: {en: 'The file is complete; only the claim is left out. The message says what can be mended.', zh: '文件本身完整，只是不作符合声明；可改正之处见说明。'},
  },
  'linearize-unavailable': {
    severity: 'warning',
    summary: {en: 'The PDF was to be linearised, but qpdf is not installed', zh: '要求线性化 PDF，但未安装 qpdf'},
    reason: {en: 'Unexpected absence of qpdf, expected it for `pdf.linearize`', zh: '`pdf.linearize` 需要 qpdf，但未找到'},
    note: {en: 'Install qpdf, or set `pdf.linearize: false`.', zh: '请安装 qpdf，或设 `pdf.linearize: false`。'},
  },
  'browser-missing': {
    severity: 'error',
    summary: {en: 'No browser was found to print the PDF', zh: '找不到用于生成 PDF 的浏览器'},
    reason: {en: 'Unexpected absence of a browser, expected Chromium, Chrome or a headless shell', zh: '找不到 Chromium、Chrome 或 headless shell'},
    note: {en: 'Run `npm run setup`, or set PUPPETEER_EXECUTABLE_PATH to a browser.', zh: '请运行 `npm run setup`，或将 PUPPETEER_EXECUTABLE_PATH 设为浏览器的路径。'},
  },
  'browser-ended': {
    severity: 'error',
    summary: {en: 'The browser ended before the PDF was printed', zh: '浏览器在生成 PDF 之前退出'},
    reason: {en: 'Unexpected end of the browser, expected a PDF: {detail}', zh: '浏览器意外退出：{detail}'},
    note: {en: 'Check the memory of the machine, or set PUPPETEER_EXECUTABLE_PATH to another browser.', zh: '请检查内存是否充足，或用 PUPPETEER_EXECUTABLE_PATH 指定另一个浏览器。'},
  },
  'browser-late': {
    severity: 'error',
    summary: {en: 'The browser took longer than limits.printSeconds', zh: '浏览器用时超过 limits.printSeconds'},
    reason: {en: 'Unexpected wait for the browser, expected an answer in time: {detail}', zh: '浏览器未在限时内完成：{detail}'},
    note: {en: 'Raise `limits.printSeconds` in book.yml if the book is very long.', zh: '书稿很长时，请在 book.yml 中调大 `limits.printSeconds`。'},
  },
  'browser-aborted': {
    severity: 'error',
    summary: {en: 'Printing was stopped', zh: '生成 PDF 被中止'},
    reason: {en: 'Unexpected stop, expected a PDF', zh: '生成 PDF 时被中止'},
    note: {en: 'Build again.', zh: '请重新运行。'},
  },
} satisfies Record<string, Rule>
