/** Marks that other programs of Markdown read and this one does not: each kind is told once, with its places and what to write
 * instead. A list of marks in the author's source alone, so that an escaped one is no mark. */
import type {Nodes, RootContent} from 'mdast'
import {message} from '../diagnostics/index.ts'
import type {Book, ParsedText} from '../model/book.ts'
import type {Both, Message, Place} from '../model/message.ts'
import {plainText} from './plain-text.ts'
import {walk} from './walk.ts'

interface Kind {syntax: Both; mend: Both; pattern?: RegExp}

const both = (en: string, zh: string): Both => ({en, zh})

/** Looked for in words. */
const inWords: Kind[] = [
  {pattern: /(?<=[\p{L}\p{N})])\^[^\s^[\]]{1,20}\^|(?<=^|\s)\^\d[\d,*†]{0,7}\^/u, syntax: both('superscript `^…^`', '上标 `^…^`'), mend: both('Write `<sup>…</sup>`, or mathematics between dollars.', '请写作 `<sup>…</sup>`，或用美元符号写数学式。')},
  {pattern: /\^\[[^\]\n]{1,500}\]/u, syntax: both('note within the line `^[…]`', '行内注 `^[…]`'), mend: both('Write `[^1]` and, on a line of its own, `[^1]: …`.', '请写作 `[^1]`，并另起一行写 `[^1]: …`。')},
  {pattern: /!?\[\[(?![\s\d,，、;；–-]{1,200}\])[^[\]\n]{1,200}\]\]/u, syntax: both('link `[[…]]` of a wiki', 'wiki 链接 `[[…]]`'), mend: both('Write `[words](file.md)` or `![words](image.png)`.', '请写作 `[文字](文件.md)` 或 `![文字](图片.png)`。')},
  {pattern: /\[-?@[\p{L}\p{N}_:.-]{2,100}(?:[;,][^\]\n]{0,200})?\]/u, syntax: both('citation by key `[@…]`', '按键引用 `[@…]`'), mend: both('Cite by the number of the source: `[[1]]`.', '请按编号引用：`[[1]]`。')},
  {pattern: /(?<!:{3}[^\n{]{0,40})\{(?=[^{}\n]{0,200}=)[\p{L}.#][^{}\n]{0,200}\}/u, syntax: both('attributes `{…=…}`', '属性 `{…=…}`'), mend: both('Delete them; a picture is set as wide as it is, or as the page.', '请删去；图片按原宽排出，至多与版心同宽。')},
  {pattern: /(?<=\[[^[\]\n]{1,200}\])\{[.#][^{}\n]{1,200}\}/u, syntax: both('words with attributes `[…]{.…}`', '带属性的文字 `[…]{.…}`'), mend: both('Write `<u>…</u>` or `==…==`, or delete the brackets and the braces.', '请写作 `<u>…</u>` 或 `==…==`，或删去方括号与花括号。')},
  {pattern: /(?<!\d)%%[^%]{1,2000}%%/u, syntax: both('comment `%%…%%`', '注释 `%%…%%`'), mend: both('Write `<!-- … -->`, or delete it. It is printed.', '请写作 `<!-- … -->` 或删去；目前照样印出。')},
  {pattern: /(?<=^|\s)\^[A-Za-z][\w-]{2,40}$/u, syntax: both('name of a block `^…`', '块标识 `^…`'), mend: both('Delete it; headings, figures and tables are named by `{#id}`.', '请删去；标题、图、表可用 `{#id}` 命名。')},
  {pattern: /\{\{[<%][^\n]{1,200}[>%]\}\}|\{%[^\n]{1,200}%\}/u, syntax: both('call of another program `{{< … >}}`', '其他程序的短代码 `{{< … >}}`'), mend: both('Write in Markdown what it stands for.', '请以 Markdown 写出它所代表的内容。')},
]

const ruled: Kind = {syntax: both('table drawn with `+---+`, or with `--- ---`', '以 `+---+` 或 `--- ---` 画的表格'), mend: both('Write it with bars, `| a | b |` and `|---|---|` below the head; `pandoc -t gfm` does.', '请用竖线书写：表头 `| a | b |`，其下 `|---|---|`；可用 `pandoc -t gfm` 转换。')}

/** Looked for at the beginning of a paragraph. */
const inParagraphs: Kind[] = [
  {pattern: /^:{3,}[ \t]*(?:$|\n|\{?\.?[\p{L}\\])/u, syntax: both('line `:::` without its partner', '没有配对的 `:::` 行'), mend: both('Close a block `::: note` by a line `:::` that is indented alike, or delete the line.', '请以缩进相同的一行 `:::` 结束 `::: note` 块，或删去该行。')},
  {pattern: /^(?:!!!|\?\?\?\+?)[ \t]+[a-z]/u, syntax: both('block `!!!` without contents', '没有内容的 `!!!` 块'), mend: both('Indent the lines below it by four spaces, or write a line `> [!NOTE]` and begin each line below it with `>`.', '请将其下各行缩进四个空格；或改写一行 `> [!NOTE]`，其下各行均以 `>` 开头。')},
  {pattern: /^===[!+]?[ \t]+["“][^"”\n]{1,100}["”]/u, syntax: both('tab `=== "…"` without contents', '没有内容的选项卡 `=== "…"`'), mend: both('Indent the lines below it by four spaces, or write its name in bold.', '请将其下各行缩进四个空格，或将其名称加粗。')},
  {pattern: /^\|[ \t]+(?=[^|\s])[^|\n]*(?:$|\n\|(?:[ \t][^|\n]*)?(?:\n|$))/u, syntax: both('line block `| …`', '分行段落 `| …`'), mend: both('Delete the bars, and end each line but the last with `\\`.', '请删去行首的竖线，并在每行（末行除外）末尾写 `\\`。')},
  {...ruled, pattern: /^\+(?:[-=:]{2,}\+)+(?:\n|$)/u},
  {pattern: /^\[[-/<>!?*][\]][ \t]/u, syntax: both('state of a task `[/]`', '任务状态 `[/]`'), mend: both('Write `[ ]` or `[x]`.', '请写作 `[ ]` 或 `[x]`。')},
  {pattern: /^(?:[^\n]{1,200}\n:[ \t]+|:(?:[ \t]{2,}|\t))\S/u, syntax: both('list of definitions `: …`', '定义列表 `: …`'), mend: both('Several terms, each once, or two spaces behind each colon make it one; blocks below a definition are not read. Else write a list with the word in bold.', '须有两个以上互不相同的词，或冒号后空两格，方读作定义列表；定义之下的缩进段落不予读取。否则请写成列表并将词加粗。')},
]

const codeTitle: Kind = {syntax: both('title of code', '代码的标题'), mend: both('Write it as a line above the code. It is not printed.', '请在代码之上另写一行；目前不予印出。')}
const drawing: Kind = {syntax: both('drawing as code', '以代码写的图'), mend: both('Have it drawn by its program and show the SVG: `![what it shows](images/x.svg)`. It is printed as code.', '请用相应程序绘成 SVG，再作图片插入：`![图中内容](images/x.svg)`。目前按代码印出。')}
const pageBreak: Kind = {syntax: both('page break', '分页命令'), mend: both('Delete it; each chapter begins a page. It is not printed.', '请删去；每章自会另起一页。该处不予印出。')}
const contents: Kind = {syntax: both('place for the contents', '目录占位'), mend: both('Delete it; every edition has its contents. It is not printed.', '请删去；各版本自有目录。该处不予印出。')}

const inHtml: Kind = {syntax: both('Markdown in a block of HTML', 'HTML 块中的 Markdown'), mend: both('Put a blank line behind the opening tag, and one before the closing tag. It is printed as it is written.', '请在开始标签之后与结束标签之前各空一行；目前照原样印出。')}
/** Bold words or a link; what stands between tags of code, scripts and formulas is not looked at. */
const markdown = /\*\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*\*|\[[^[\]\n]{1,200}\]\((?:https?:|#)[^\s()]{1,200}\)/u
const opaque = /<!--[\s\S]*?(?:-->|$)|<(pre|code|script|style|svg|math|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)|<[^<>]*>/giu

const drawn = /^(?:mermaid|plantuml|puml|graphviz|dot|d2|vega|vega-lite|flow|sequence)$/i
/** Docusaurus, MkDocs, VitePress (`[quick.py]`). */
const titled = /(?:^|\s)(?:title|file(?:name)?)=\S|^\[[^\]]+\]$/i
const toc = /^(?:\[{1,2}_?toc_?\]{1,2}|\{:toc\}|<!--\s*toc\s*-->)$/i
const newPage = /^\\(?:newpage|pagebreak|clearpage)$/
/** Without one of these, words hold no such mark. */
const any = /\^|\[\[|\[-?@|\{|%%/

/** UTF-16 units of a row that are looked at. */
const longestRow = 200

type Found = Map<Kind, Message>

/** After the dialects of citations have taken theirs. */
export function reportSyntaxes({texts, messages}: Pick<Book, 'texts' | 'messages'>): void {
  const found: Found = new Map()
  for (const text of texts) {
    dropContents(text, found)
    walk(text.tree, (node) => look(node, text, found))
  }
  messages.push(...found.values())
}

function look(node: Nodes, text: ParsedText, found: Found): void {
  if (node.type === 'text' && any.test(node.value)) for (const kind of inWords) lookInWords(node.value, node, kind, text, found)
  if (node.type === 'paragraph') {
    const [first] = node.children
    const words = first?.type === 'text' ? first.value : ''
    for (const kind of inParagraphs) if (kind.pattern?.test(words) && rawOf(node, text).startsWith(words.slice(0, 2))) tell(kind, placeOf(node, text), found)
  }
  if (node.type === 'html' && markdown.test(node.value.replace(opaque, ''))) tell(inHtml, placeOf(node, text), found)
  if (node.type === 'thematicBreak' && isRuled(node, text)) tell(ruled, placeOf(node, text), found)
  if (node.type === 'code' && titled.test(node.meta ?? '')) tell(codeTitle, placeOf(node, text), found)
  if (node.type === 'code' && drawn.test(node.lang ?? '')) tell(drawing, placeOf(node, text), found)
}

/** Rules beside each other, with words right above or below: the columns of a table of pandoc. */
function isRuled(node: Nodes, {text}: ParsedText): boolean {
  const {start, end} = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined || !/^-{3,}(?:[ \t]+-{3,})+[ \t]*$/.test(text.slice(start.offset, end.offset))) return false
  return /[^\s-][^\n]*\r?\n[ \t]*$/.test(text.slice(Math.max(0, start.offset - longestRow), start.offset)) || /^[ \t]*\r?\n[^\n]{0,200}[^\s-]/.test(text.slice(end.offset, end.offset + longestRow))
}

function lookInWords(value: string, node: Nodes, kind: Kind, text: ParsedText, found: Found): void {
  const match = kind.pattern?.exec(value)
  if (!match) return
  const raw = rawOf(node, text)
  const at = raw.indexOf(match[0])
  if (at < 0 || raw[at - 1] === '\\') return // an escaped mark reads alike
  tell(kind, placeIn(raw, at, node, text), found)
}

/** `[TOC]` or `\newpage` alone in a paragraph is no text of the author's; nor are the lines of Word's contents, with the pages that it had. */
function dropContents(text: ParsedText, found: Found): void {
  const {tree} = text
  const {children} = tree
  const dropped = new Set<RootContent>()
  const broken = new Set<RootContent>()
  for (const [index, node] of children.entries()) {
    if (node.type === 'paragraph' && node.children.length === 1 && toc.test(plainText(node).trim()) && toc.test(rawOf(node, text).trim())) dropped.add(node)
    if (node.type === 'paragraph' && newPage.test(rawOf(node, text).trim())) {
      broken.add(node)
      tell(pageBreak, placeOf(node, text), found)
    }
    if (!isWordLine(node)) continue
    const before = children[index - 1]
    dropped.add(node)
    if (before && (before.type === 'paragraph' || before.type === 'heading') && namesContents.test(plainText(before).trim())) dropped.add(before)
  }
  if (dropped.size + broken.size === 0) return
  for (const [index, node] of children.entries()) if (dropped.has(node) && !dropped.has(children[index - 1] as RootContent)) tell(contents, placeOf(node, text), found)
  tree.children = children.filter((node) => !dropped.has(node) && !broken.has(node))
}

const namesContents = /^(?:目\s*[录錄次]|(?:table of )?contents)$/iu

/** `[一、总则 3](#_Toc123456)` */
function isWordLine(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false
  const links = node.children.filter((child) => child.type !== 'break' && (child.type !== 'text' || child.value.trim() !== ''))
  return links.length > 0 && links.every((child) => child.type === 'link' && /^#_Toc\d/.test(child.url))
}

function tell(kind: Kind, place: Place, found: Found): void {
  const known = found.get(kind)
  if (!known) found.set(kind, message('syntax-unsupported', place, {syntax: kind.syntax, mend: kind.mend}, {related: []}))
  else if (known.related && known.related.length < 20) known.related.push(place)
}

function rawOf({position}: Nodes, {text}: ParsedText): string {
  return position?.start.offset === undefined ? '' : text.slice(position.start.offset, position.end.offset)
}

function placeOf({position}: Nodes, {path}: ParsedText): Place {
  return position ? {path, line: position.start.line, column: position.start.column} : {path}
}

function placeIn(raw: string, at: number, node: Nodes, text: ParsedText): Place {
  const place = placeOf(node, text)
  const before = raw.slice(0, at).split(/\r\n|\r|\n/)
  const last = before.at(-1) ?? ''
  return {...place, line: (place.line ?? 1) + before.length - 1, column: before.length > 1 ? last.length + 1 : (place.column ?? 1) + last.length}
}
