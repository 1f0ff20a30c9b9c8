/** Report: a run → text for people or programs. The only door of the room. */
export {printGithub} from './github.ts'
export {printJson} from './json.ts'
export {countMessages, type ReportedBook, type RunReport} from './report.ts'
export {printSarif} from './sarif.ts'
export {type Language, languageOf, say, type StringKey} from './strings.ts'
export {printSummary} from './summary.ts'
export {printMessages} from './text.ts'
