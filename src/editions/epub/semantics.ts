/** What parts of a book are called in EPUB: `epub:type` (EPUB SSV 1.1) with the one DPUB-ARIA role that fits. */
import type {Matter, SectionRole} from '../../model/book.ts'
import type {BodyType} from './document.ts'

export interface Semantics {type?: string; role?: string}

const sections: Record<SectionRole, Semantics> = {
  abstract: {type: 'abstract', role: 'doc-abstract'},
  preface: {type: 'preface', role: 'doc-preface'},
  introduction: {type: 'introduction', role: 'doc-introduction'},
  chapter: {type: 'chapter', role: 'doc-chapter'},
  part: {type: 'part', role: 'doc-part'},
  conclusion: {type: 'conclusion', role: 'doc-conclusion'},
  appendix: {type: 'appendix', role: 'doc-appendix'},
  acknowledgments: {type: 'acknowledgments', role: 'doc-acknowledgments'},
  references: {type: 'bibliography', role: 'doc-bibliography'},
  glossary: {type: 'glossary', role: 'doc-glossary'},
  abbreviations: {},
  index: {type: 'index', role: 'doc-index'},
  figures: {type: 'loi'},
  tables: {type: 'lot'},
  audit: {},
  notes: {type: 'endnotes', role: 'doc-endnotes'},
}

export function semanticsOf(role: SectionRole): Semantics {
  return sections[role]
}

export function bodyTypeOf(matter: Matter): BodyType {
  return `${matter}matter`
}
