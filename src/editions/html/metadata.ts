/** What machines read of the page: description, Dublin Core, Highwire (citation managers), Open Graph, schema.org. */
import type {BookConfig} from '../../model/config.ts'

export interface Meta {name?: string; property?: string; content: string}

const authorRoles = new Set(['aut', 'cre'])

export function metaOf({title, subtitle, language, contributors, date, imprint, rights, description, keywords, identifier}: BookConfig): Meta[] {
  const authors = contributors.filter(({role}) => authorRoles.has(role)).map(({name}) => name)
  const others = contributors.filter(({role}) => !authorRoles.has(role)).map(({name}) => name)
  const full = subtitle ? `${title}${/^zh\b/i.test(language) ? '：' : ': '}${subtitle}` : title
  const named = (name: string, values: (string | undefined)[]) => values.flatMap((content) => (content ? [{name, content}] : []))
  const open = (property: string, values: (string | undefined)[]) => values.flatMap((content) => (content ? [{property, content}] : []))
  return [
    ...named('description', [description]),
    ...named('author', authors),
    ...named('keywords', [keywords.join(', ')]),
    ...named('DC.title', [full]),
    ...named('DC.creator', authors),
    ...named('DC.contributor', others),
    ...named('DC.language', [language]),
    ...named('DC.date', [date]),
    ...named('DC.publisher', [imprint.publisher]),
    ...named('DC.rights', [rights]),
    ...named('DC.identifier', [identifier.doi && `doi:${identifier.doi}`, identifier.isbn && `urn:isbn:${identifier.isbn}`]),
    ...named('citation_title', [full]),
    ...named('citation_author', authors),
    ...named('citation_publication_date', [date?.replaceAll('-', '/')]),
    ...named('citation_publisher', [imprint.publisher]),
    ...named('citation_language', [language]),
    ...named('citation_doi', [identifier.doi]),
    ...named('citation_isbn', [identifier.isbn]),
    ...named('citation_keywords', keywords),
    ...open('og:type', ['book']),
    ...open('og:title', [title]),
    ...open('og:description', [description]),
    ...open('og:locale', [language.replace('-', '_')]),
    ...open('book:author', authors),
    ...open('book:release_date', [date]),
    ...open('book:isbn', [identifier.isbn]),
  ]
}

/** schema.org as JSON that cannot close its `script` element. */
export function linkedData({title, subtitle, language, contributors, date, imprint, rights, description, keywords, identifier}: BookConfig): string {
  const peopleOf = (...roles: string[]) => {
    const people = contributors.filter(({role}) => roles.includes(role)).map(({name}) => ({'@type': 'Person', name}))
    return people.length > 0 ? people : undefined
  }
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Book',
    name: title,
    alternativeHeadline: subtitle,
    inLanguage: language,
    author: peopleOf(...authorRoles),
    editor: peopleOf('edt'),
    translator: peopleOf('trl'),
    illustrator: peopleOf('ill'),
    datePublished: date,
    publisher: imprint.publisher && {'@type': 'Organization', name: imprint.publisher},
    bookEdition: imprint.edition,
    isPartOf: imprint.series && {'@type': 'BookSeries', name: imprint.series},
    copyrightNotice: rights,
    abstract: description,
    keywords: keywords.length > 0 ? keywords : undefined,
    isbn: identifier.isbn,
    sameAs: identifier.doi && `https://doi.org/${identifier.doi}`,
    bookFormat: 'https://schema.org/EBook',
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
