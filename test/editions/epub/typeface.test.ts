import {h} from 'hastscript'
import {expect, it} from 'vitest'
import type {EpubDocument} from '../../../src/editions/epub/document.ts'
import {demandsOf} from '../../../src/editions/epub/typeface.ts'

it('cuts the italics that readers show for lone letters of a formula, in headings too', () => {
  const documents = [{children: [h('h2', h('math', [h('mi', 'K')])), h('p', h('math', [h('mi', 'h')]))]}] as unknown as EpubDocument[] // nothing else is read
  const demands = demandsOf(documents, {body: '', headings: '', subtitle: ''}, '')
  expect(demands.find(({role}) => role === 'math')).toEqual({role: 'math', weight: 400, text: 'K𝐾hℎ'})
})
