/** HTML edition: one file that needs nothing else, from the templates of `templates/html/` and a theme. */
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Element, ElementContent} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {message} from '../../diagnostics/index.ts'
import type {Captioned, Edition, Galley, GalleyChapter} from '../../model/book.ts'
import type {Locale} from '../../model/locale.ts'
import type {EditionContext} from '../context.ts'
import {creditsOf} from '../credits.ts'
import {runsLeftward} from '../direction.ts'
import {formulaStyle, loadTemplate, loadTheme} from '../templates.ts'
import {isHan} from '../latin-runs.ts'
import {dress, type Dressing} from './dress.ts'
import {closeLedger, openLedger, styleRules} from './ledger.ts'
import {linkedData, metaOf} from './metadata.ts'
import {policyOf} from './policy.ts'
import {composePreviews} from './previews.ts'
import {printDate} from '../print-date.ts'
import {wordsOfTitle} from '../word-breaks.ts'
import {embedFonts} from './typeface.ts'

/** ARIA roles of parts that a reader looks for by name. */
const roles: Record<string, string> = {
  abstract: 'doc-abstract', appendix: 'doc-appendix', references: 'doc-bibliography', glossary: 'doc-glossary', preface: 'doc-preface',
  introduction: 'doc-introduction', conclusion: 'doc-conclusion', acknowledgments: 'doc-acknowledgments', index: 'doc-index', part: 'doc-part',
}

export async function makeHtml(galley: Galley, context: EditionContext): Promise<Edition> {
  const {config} = galley
  const {locale, templates} = context
  const ledger = openLedger()
  const dressing: Dressing = {galley, ledger, locale, han: isHan(config.language)}
  const sections = galley.chapters.map((chapter) => dressSection(chapter, dressing))
  const previews = composePreviews(galley, dressing)
  closeLedger(ledger)
  const [page, base, theme, early, script] = await Promise.all([
    loadTemplate(templates, 'html/page.ejs'),
    readFile(path.join(templates, 'html', 'page.css'), 'utf8'),
    loadTheme(templates, config.html.theme, 'screen'),
    readFile(path.join(templates, 'html', 'early.js'), 'utf8'),
    readFile(path.join(templates, 'html', 'page.js'), 'utf8'),
  ])
  const fonts = config.html.fonts === 'subset' ? await embedFonts([...sections, ...previews], furnitureOf(galley, context), galley, context) : {css: ''}
  const print = unified().use(rehypeStringify).freeze()
  const bodies = sections.map((section) => print.stringify({type: 'root', children: [section]}))
  const formulas = bodies.some((body) => body.includes('<math')) ? await formulaStyle(templates) : ''
  const style = [base, formulas, theme ?? '', fonts.css, styleRules(ledger), galley.styles.screen].join('\n').replaceAll('</', '<\\/')
  const text = page({
    config, locale, style, early, script,
    titleWords: wordsOfTitle(config.title),
    credits: creditsOf(config.contributors, locale),
    rtl: runsLeftward(config.language),
    contents: galley.contents,
    lists: listCaptions(galley, locale),
    date: config.date ? printDate(config.date, locale) : '',
    policy: policyOf(style, [early, script]),
    meta: metaOf(config),
    linkedData: linkedData(config),
    sections: bodies,
    previews: print.stringify({type: 'root', children: previews}),
  })
  return {format: 'html', fileName: `${galley.name}.html`, data: new TextEncoder().encode(text), messages: theme === undefined ? [message('theme-missing', {path: 'book.yml'}, {theme: config.html.theme, setting: 'html.theme', named: '`html.theme`', known: ''})] : [], ...('faults' in fonts ? {fonts: fonts.faults} : {})}
}

function dressSection(chapter: GalleyChapter, dressing: Dressing): Element {
  const {id, role, matter, lang, tree} = chapter
  const children = dress(tree.children as ElementContent[], undefined, {...dressing, han: chapter.lang === undefined ? dressing.han : isHan(chapter.lang)}) // a root of hast has no other children here than a paragraph has
  const heading = children.find((node): node is Element => node.type === 'element' && /^h\d$/.test(node.tagName))
  const named = heading && roles[role] ? {role: roles[role], ariaLabelledBy: [nameHeading(heading, id)]} : {}
  return {type: 'element', tagName: 'section', properties: {id, className: ['chapter', role, matter], ...(lang ? {lang} : {}), ...named}, children}
}

/** Lists of figures and of tables, where the book has any. */
function listCaptions({captioned}: Galley, locale: Locale): {kind: Captioned['kind']; title: string; entries: {id: string; text: string}[]}[] {
  const lists = (['figure', 'table'] as const).map((kind) => ({
    kind,
    title: locale.text(`pdf.${kind}s`),
    entries: captioned.flatMap((entry) => (entry.kind === kind ? [{id: entry.id, text: [entry.label, entry.caption].filter(Boolean).join(locale.fullWidth ? '\u3000' : '\u2002')}] : [])),
  }))
  return lists.filter(({entries}) => entries.length > 0)
}

/** Words of the frame, for the fonts. */
function furnitureOf({config, contents, captioned}: Galley, {locale}: EditionContext): string {
  const {title, subtitle, contributors, imprint, rights, date} = config
  return [JSON.stringify(contents), JSON.stringify(captioned), locale.text('pdf.figures'), locale.text('pdf.tables'), title, subtitle, rights, ...creditsOf(contributors, locale).map((credit) => credit.text), JSON.stringify(imprint), date ? printDate(date, locale) : '', locale.text('contents.title'), locale.text('html.top'), locale.text('html.skip'), locale.text('html.more')].join('')
}

/** The chapter's own heading has no anchor: its section has. A label needs one. */
function nameHeading({properties}: Element, chapter: string): string {
  const id = typeof properties.id === 'string' ? properties.id : `${chapter}-title`
  properties.id = id
  return id
}
