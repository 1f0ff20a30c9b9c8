/** Report: a run → text for people or programs. The only door of the room. */
export {printGithub} from './github.ts'
export {printJson} from './json.ts'
export type {ReportedBook, RunReport} from './report.ts'
export {printSarif} from './sarif.ts'
export {languageOf, say, type StringKey} from './strings.ts'
export {printSummary} from './summary.ts'
export {printMessages} from './text.ts'
