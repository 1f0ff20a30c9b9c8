import {createHash} from 'node:crypto'
import {PDFDict, PDFDocument, PDFName, PDFString} from '@cantoo/pdf-lib'
import {describe, expect, it} from 'vitest'
import {composeDocument} from '../../../src/editions/pdf/document.ts'
import {arrangeParts} from '../../../src/editions/pdf/parts.ts'
import {startPress} from '../../../src/editions/pdf/press.ts'
import {readTheme} from '../../../src/editions/pdf/theme.ts'
import {localeOf} from '../../../src/locale/index.ts'
import {composeFiles} from '../../fixture.ts'
import {cache, hasBrowser, printFiles, readPdf, templates} from './print.ts'

const book = {'book.yml': 'title: 书\nauthor: 某人\nlanguage: zh-CN\ndate: 2024-05-06\n', 'a.md': '# 第一章 甲\n\n正文[[1]]。\n\n# 第二章 乙\n\n又[[1]]。\n'}

async function hashIn(environment: Record<string, string>, umask: number): Promise<string> {
  const before = {...process.env}
  const mask = process.umask(umask)
  Object.assign(process.env, environment)
  try {
    return createHash('sha256').update((await printFiles(book)).data).digest('hex')
  } finally {
    process.umask(mask)
    process.env = before
  }
}

describe.skipIf(!hasBrowser)('the bytes of a PDF', () => {
  it('are equal whatever the time zone, the language and the mask', async () => {
    const one = await hashIn({TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8'}, 0o022)
    const other = await hashIn({TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C'}, 0o077)
    expect(other).toBe(one)
  }, 60_000)
})

const evil = {
  'book.yml': 'title: 书\nlanguage: zh-CN\n',
  'a.md': [
    '# 第一章 甲', '[脚本](javascript:alert(1)) [文件](file:///etc/passwd) [数据](data:text/html,x) [好](https://example.org/a?b=1&c=2) [信](mailto:a@example.org)', '',
    '<script>document.title="RAN"</script><img src="http://127.0.0.1:9/x.png"><iframe src="file:///etc/passwd"></iframe><a href="javascript:alert(2)">又</a>', '',
    '# 第二章 乙', '尾', '',
  ].join('\n'),
}

describe.skipIf(!hasBrowser)('a PDF of a hostile manuscript', () => {
  it('leads nowhere but to http, https and mail, and holds no file of the machine', async () => {
    const {data} = await printFiles(evil)
    const pdf = await PDFDocument.load(data, {updateMetadata: false})
    const targets = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const uri = object instanceof PDFDict ? (object.lookup(PDFName.of('A')) instanceof PDFDict ? object.lookup(PDFName.of('A'), PDFDict).lookup(PDFName.of('URI')) : object.lookup(PDFName.of('URI'))) : undefined
      return uri instanceof PDFString ? [uri.asString()] : []
    })
    expect([...new Set(targets)].sort()).toEqual(['https://example.org/a?b=1&c=2', 'mailto:a@example.org'])
    expect(Buffer.from(data).toString('latin1')).not.toMatch(/JavaScript|Launch|root:x/)
  }, 60_000)

  it('is set in its fonts, whatever its style sheet leaves open, and shows', async () => {
    const {galley} = await composeFiles({'a.md': '# 第一章 甲\n\n文字若干，以资检验。\n'})
    const context = {locale: localeOf('zh-CN'), cache, templates, signal: new AbortController().signal}
    const theme = await readTheme(templates, 'academic')
    if (!theme) throw new Error('Unexpected absence of a theme, expected one')
    for (const print of ['x{', '@media screen{body{display:block!important}}']) {
      const {quires: [quire]} = await composeDocument({...galley, styles: {...galley.styles, print}}, [arrangeParts(galley, theme, context.locale)], theme, context)
      const press = await startPress({fonts: templates, signal: context.signal})
      try {
        const late = (quire?.fonts ?? []).map(({name, make}) => ({name, make: () => new Promise<Uint8Array>((resolve, reject) => setTimeout(() => make().then(resolve, reject), 300))}))
        await press.load({html: quire?.html ?? '', images: [], fonts: late}, 60)
        expect((await readPdf(await press.print({tagged: false, seconds: 60}))).text.replace(/\s/g, ''), print).toContain('文字若干，以资检验。')
      } finally {
        press.stop()
        await press.ended
      }
    }
  }, 60_000)

  it('reads no file that a style sheet asks for', async () => {
    const {printGalley} = await import('./print.ts')
    const {galley} = await composeFiles({'a.md': '# 第一章 甲\n\n文\n\n# 第二章 乙\n\n文\n'})
    const plain = await printGalley(galley)
    const asked = await printGalley({...galley, styles: {...galley.styles, print: 'body{background:url("file:///etc/hostname")} @font-face{font-family:x;src:url("file:///usr/share/fonts/x.ttf")} p{background:url(https://127.0.0.1:9/a.png)} </style><p>INJECTED</p>'}})
    expect(asked.pages).toBe(plain.pages)
    expect(asked.messages.map(({ruleId}) => ruleId)).toEqual(plain.messages.map(({ruleId}) => ruleId))
  }, 60_000)
})
