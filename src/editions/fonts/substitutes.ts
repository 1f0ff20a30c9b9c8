/** Glyphs that a font's own rules (GSUB, OpenType 1.9) put in the place of others. */
import {tableOf} from './coverage.ts'

/** Rules work on what others have made: `f` + `i` becomes a ligature, which is then made smaller. */
const rounds = 3

/** Keeps what single substitutions (lookup type 1) and ligatures (type 4) make of glyphs that are kept. Contextual rules name such
 * lookups; alternates and one-to-many rules are of no feature that a browser applies by itself to these fonts. */
export function keepSubstitutes(view: DataView, kept: Uint8Array): void {
  const gsub = tableOf(view, 'GSUB')
  if (gsub === undefined) return
  const tables = substitutionsIn(view, gsub + view.getUint16(gsub + 8))
  for (let round = 0; round < rounds; round += 1) {
    for (const {type, table} of tables) {
      if (type === 1) keepSingles(view, table, kept)
      if (type === 4) keepLigatures(view, table, kept)
    }
  }
}

function substitutionsIn(view: DataView, list: number): {type: number; table: number}[] {
  const tables: {type: number; table: number}[] = []
  for (let index = 0; index < view.getUint16(list); index += 1) {
    const lookup = list + view.getUint16(list + 2 + 2 * index)
    for (let sub = 0; sub < view.getUint16(lookup + 4); sub += 1) {
      const table = lookup + view.getUint16(lookup + 6 + 2 * sub)
      const type = view.getUint16(lookup)
      tables.push(type === 7 ? {type: view.getUint16(table + 2), table: table + view.getUint32(table + 4)} : {type, table}) // 7: further away
    }
  }
  return tables
}

function keepSingles(view: DataView, table: number, kept: Uint8Array): void {
  const delta = view.getUint16(table) === 1 ? view.getInt16(table + 4) : undefined
  for (const [at, glyph] of coveredBy(view, table + view.getUint16(table + 2)).entries()) {
    if (kept[glyph]) kept[delta === undefined ? view.getUint16(table + 6 + 2 * at) : (glyph + delta) & 0xffff] = 1
  }
}

function keepLigatures(view: DataView, table: number, kept: Uint8Array): void {
  for (const [at, first] of coveredBy(view, table + view.getUint16(table + 2)).entries()) {
    if (!kept[first]) continue
    const set = table + view.getUint16(table + 6 + 2 * at)
    for (let index = 0; index < view.getUint16(set); index += 1) {
      const ligature = set + view.getUint16(set + 2 + 2 * index)
      const rest = Array.from({length: view.getUint16(ligature + 2) - 1}, (_, place) => view.getUint16(ligature + 4 + 2 * place))
      if (rest.every((glyph) => kept[glyph])) kept[view.getUint16(ligature)] = 1
    }
  }
}

/** Glyphs of a coverage table (§Coverage), by coverage index. */
function coveredBy(view: DataView, table: number): number[] {
  const count = view.getUint16(table + 2)
  if (view.getUint16(table) === 1) return Array.from({length: count}, (_, index) => view.getUint16(table + 4 + 2 * index))
  return Array.from({length: count}, (_, index) => table + 4 + 6 * index).flatMap((range) => {
    const first = view.getUint16(range)
    return Array.from({length: view.getUint16(range + 2) - first + 1}, (_, index) => first + index)
  })
}
