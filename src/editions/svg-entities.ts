/** A drawing with a document type → one without, its own entities in place of their names: Illustrator names its namespaces so. */

/** Characters of one entity with those in it, and of all that are put in: entities of entities grow without bound. */
const longest = {one: 10_000, all: 1_000_000}

export function withoutDoctype(source: string): string {
  const {type, rest} = partDoctype(source)
  const values = entitiesOf(type)
  return values.size === 0 ? rest : fillIn(rest, values, longest.all)
}

/** The first document type with its entities, in one pass: as a pattern it took the third power of the length. */
function partDoctype(source: string): {type: string; rest: string} {
  const start = source.search(/<!DOCTYPE/i)
  if (start < 0) return {type: '', rest: source}
  const [bracket, plain] = [source.indexOf('[', start), source.indexOf('>', start)]
  const inner = bracket >= 0 && bracket < plain ? source.indexOf(']', bracket) : -1
  const end = inner < 0 ? plain : source.indexOf('>', inner)
  return end < 0 ? {type: '', rest: source.slice(0, start)} : {type: inner < 0 ? '' : source.slice(bracket + 1, inner), rest: source.slice(0, start) + source.slice(end + 1)}
}

/** Inner ones (XML 1.0 §4.2.1); the first of a name counts. What is in another file is not read. */
function entitiesOf(type: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const [, name = '', double, single] of type.matchAll(/<!ENTITY\s{1,99}([\w.:-]{1,200})\s{1,99}(?:"([^"]*)"|'([^']*)')\s{0,99}>/g)) {
    const value = fillIn(double ?? single ?? '', values, longest.one)
    if (value.length <= longest.one && !values.has(name) && !predefined.has(name)) values.set(name, value)
  }
  return values
}

const predefined = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** @param most Characters that are put in; of the names behind them, each stays as it is written. */
function fillIn(text: string, values: Map<string, string>, most: number): string {
  let room = most
  return text.replace(/&([\w.:-]{1,200});/g, (written, name: string) => {
    const value = values.get(name)
    if (value === undefined || room < value.length) return written
    room -= value.length
    return value
  })
}
