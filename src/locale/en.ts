/** English texts. Keys are `<room>.<what>`. */
export const en = {
  'contents.title': 'Contents',
  'references.title': 'References',
  'references.missing': 'Source not supplied in the manuscript.',
  'references.citedIn': 'Cited in {places}',
  'references.citedOn': 'Cited on p. {folios}',
  'glossary.title': 'Glossary',
  'notes.title': 'Notes',
  'notes.back': 'Back to the text',
}
