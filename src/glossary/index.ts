/** Glossary: the only door of the room. */
import type {Book} from '../model/book.ts'
import type {Services} from '../model/setting.ts'
import {glossMentions} from './gloss.ts'
import {lintTerms} from './lint/index.ts'
import {loadSpellings} from './regions.ts'
import {surveyTerms} from './survey.ts'

/** Step 3: fill `book.terms`. */
export {readTermbase} from './termbase.ts'

/** Step 6: recognise written glosses, inject missing ones, link later mentions; fill `book.mentions`. */
export async function glossTerms(book: Book, services: Services): Promise<void> {
  if (!book.config.glossary.enabled || book.terms.size === 0) return
  const survey = surveyTerms(book, await loadSpellings(book))
  lintTerms(book, survey) // before the chapters are changed: fixes are edits of the author's text
  glossMentions(book, survey, services)
}

/** Step 7: glossary and list of abbreviations. */
export {composeGlossary} from './entries.ts'

/** Step 9: `term`, `foreign`, `glossaryEntry`. */
export {glossaryRenderers} from './to-hast.ts'

/** Step 9: previews, by term. */
export {glossaryNotes} from './notes.ts'

/** Glossary files, as `banben glossary` reads, proposes and writes them. */
export {exportTerms, mergeProposals, type MergedGlossary, mergeTerms, proposeTerms, readTerms} from './exchange/index.ts'
export type {Proposal} from './extract/index.ts'
