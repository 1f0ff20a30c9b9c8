/** Names that an item of sources.yml may use: types and variables of CSL 1.0.2, what reference managers add, and ours. */
import {message} from '../../diagnostics/index.ts'
import {nearest} from '../../diagnostics/nearest.ts'
import type {Message, Place} from '../../model/message.ts'

const types = 'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(' ')

const fields = ['id type language',
  'abstract annote archive archive_collection archive_location archive-place authority call-number citation-key citation-label citation-number collection-title container-title container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword license medium note original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section source status title title-short URL volume-title year-suffix',
  'chapter-number collection-number edition first-reference-note-number issue locator number number-of-pages number-of-volumes page page-first part printing supplement version volume',
  'accessed available-date event-date issued original-date submitted',
  'author chair collection-editor compiler composer container-author contributor curator director editor editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator',
  'categories custom journalAbbreviation shortTitle system_id', // of CSL-JSON and of what writes it
  'CSTR',
].join(' ').split(' ')

/** Warns of what would be passed over in silence.
 * @param keys Of the item, with their places. @param type As written. */
export function checkFields(keys: {name: string; place: Place}[], type: {name: string; place: Place} | undefined): Message[] {
  const unknown = keys.filter(({name}) => !fields.includes(name) && !name.startsWith('_'))
  const faults = unknown.map(({name, place}) => message('source-field-unknown', place, {field: name, ...meant(name, fields)}))
  if (type && !types.includes(type.name)) faults.push(message('source-type-unknown', type.place, {type: type.name, ...meant(type.name, types)}))
  return faults
}

/** What BibTeX, RIS and everyday speech call a variable or a type of CSL. */
const otherNames: Record<string, string> = {
  year: 'issued', date: 'issued', published: 'issued', journal: 'container-title', journaltitle: 'container-title', booktitle: 'container-title', newspaper: 'container-title', pages: 'page', address: 'publisher-place', location: 'publisher-place', place: 'publisher-place', institution: 'publisher', school: 'publisher', organization: 'publisher', series: 'collection-title', urldate: 'accessed', accessdate: 'accessed', link: 'URL', website: 'URL', lang: 'language',
  'type journal': 'article-journal', 'type inproceedings': 'paper-conference', 'type conference': 'paper-conference', 'type phdthesis': 'thesis', 'type mastersthesis': 'thesis', 'type dissertation': 'thesis', 'type incollection': 'chapter', 'type techreport': 'report', 'type online': 'webpage', 'type web': 'webpage', 'type website': 'webpage', 'type newspaper': 'article-newspaper', 'type magazine': 'article-magazine', 'type misc': 'document', 'type blog': 'post-weblog', 'type law': 'legislation',
}

function meant(name: string, known: string[]): {meant?: string} {
  const key = (known === types ? `type ${name}` : name).toLowerCase()
  const alike = (Object.hasOwn(otherNames, key) ? otherNames[key] : undefined) ?? nearest(name, known)
  return alike === undefined ? {} : {meant: alike}
}
