/** book.yml → the metadata of the package document, ready for its template. */
import type {Galley} from '../../model/book.ts'
import type {Contributor} from '../../model/config.ts'
import {runsLeftward} from '../direction.ts'
import type {Accessibility} from './accessibility.ts'
import {type Identifier, identifiersOf} from './identifier.ts'
import {titleOr} from './title.ts'

export interface Person {
  name: string
  /** MARC relator code. */
  role: string
  fileAs: string
  /** Made the work; others helped. */
  creator: boolean
  /** Place among creators, or among contributors, where there are several (EPUB 3.3 §D.3.2). */
  place: number | undefined
}

export interface Metadata {
  /** Of the package: the first of all. */
  identifier: string
  identifiers: Identifier[]
  title: string
  titleFileAs: string
  subtitle: string
  /** Title and subtitle on one line; '' without a subtitle. */
  fullTitle: string
  subtitleFileAs: string
  language: string
  /** Its script runs from right to left. */
  rtl: boolean
  people: Person[]
  publisher: string
  date: string
  description: string
  rights: string
  subjects: string[]
  series: string
  seriesPosition: number | undefined
  /** Identifies the printed source of the page-list. */
  source: string
  /** ISO 8601 in UTC, whole seconds. */
  modified: string
  accessibility: Accessibility
  certifiedBy: string
}

/** MARC relators of those who made the work (EPUB 3.3 §5.5.3.2.2: creators are responsible for the content). */
const creators = new Set(['aut', 'cre', 'com', 'edc', 'cmp', 'art', 'pht'])

/** @param filed Sorting forms (`sorting.ts`) of the title and of all names. */
export function metadataOf(galley: Galley, accessibility: Accessibility, paged: boolean, filed: Map<string, string>): Metadata {
  const {name, config, epoch} = galley
  const {imprint} = config
  const identifiers = identifiersOf(config, name)
  const identifier = identifiers[0]?.urn ?? '' // there always is one
  const title = titleOr(config.title, galley)
  const subtitle = config.subtitle?.trim() ?? ''
  return {
    identifier,
    identifiers,
    title,
    titleFileAs: filed.get(title) ?? title,
    subtitle,
    fullTitle: subtitle && `${title}${/^zh\b/i.test(config.language) ? '：' : ': '}${subtitle}`,
    subtitleFileAs: filed.get(subtitle) ?? subtitle,
    language: config.language,
    rtl: runsLeftward(config.language),
    people: placed(config.contributors.filter((person) => person.name.trim()).map((person) => personOf(person, filed))),
    publisher: imprint.publisher?.trim() ?? '',
    date: config.date ?? '',
    description: config.description?.trim() ?? '',
    rights: config.rights?.trim() ?? '',
    subjects: [...new Set([...config.subjects, ...config.keywords].map((subject) => subject.trim()).filter(Boolean))],
    series: imprint.series?.trim() ?? '',
    seriesPosition: imprint.seriesPosition,
    source: paged ? `${identifier}#pdf` : '',
    modified: new Date(epoch * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
    accessibility,
    certifiedBy: config.epub.certifiedBy ?? '',
  }
}

function placed(people: Omit<Person, 'place'>[]): Person[] {
  return people.map((person) => {
    const alike = people.filter(({creator}) => creator === person.creator)
    return {...person, place: alike.length > 1 ? alike.indexOf(person) + 1 : undefined}
  })
}

function personOf({name, role, fileAs}: Contributor, filed: Map<string, string>): Omit<Person, 'place'> {
  return {name: name.trim(), role, fileAs: fileAs ?? filed.get(name.trim()) ?? name.trim(), creator: creators.has(role)}
}

/** What a shelf sorts the book by. */
export function filedTexts(galley: Galley): string[] {
  return [titleOr(galley.config.title, galley), ...(galley.config.subtitle?.trim() ? [galley.config.subtitle.trim()] : []), ...galley.config.contributors.flatMap(({name, fileAs}) => (fileAs === undefined && name.trim() ? [name.trim()] : []))]
}
