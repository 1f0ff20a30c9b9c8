/** The part of citeproc that is used; the package brings no types. */
declare module 'citeproc' {
  interface Sys {
    /** XML of a locale; false where there is none. */
    retrieveLocale(tag: string): string | false
    retrieveItem(id: string): object
  }
  class Engine {
    constructor(sys: Sys, style: string, lang: string, forceLang: boolean)
    opt: {development_extensions: Record<string, boolean>; nodenames: string[]}
    updateItems(ids: string[], nosort?: boolean): void
    makeBibliography(): [{entry_ids: string[][]}, string[]] | false
  }
  const csl: {Engine: typeof Engine}
  export default csl
}
