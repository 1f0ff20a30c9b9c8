/** Dates and people as they are written, in front matter of other programs too → as book.yml has them. */

const months = 'january february march april may june july august september october november december'.split(' ')

/** 2024年12月31日, 2024/12/31, December 31, 2024 and 31 Dec 2024 are dates too; 12/31/2024 can be read two ways, and
 * to YAML 2024.10 is the number 2024.1. */
export function readDate(value: string): string {
  const text = value.trim()
  const [, year, month, day] = /^(\d{4})(?:年|[/.](?=\d))(?:(\d{1,2})(?:月|[/.](?=\d)|$)(?:(\d{1,2})日?)?)?$/.exec(text) ?? []
  if (year !== undefined) return [year, month, day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-')
  const [, early, name, late, written] = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/.exec(text) ?? []
  const index = name === undefined ? -1 : months.findIndex((month) => month.startsWith(name.toLowerCase()))
  return index < 0 || written === undefined ? value : [written, String(index + 1), early ?? late].flatMap((part) => part?.padStart(2, '0') ?? []).join('-')
}

/** People as Quarto and scholarly pandoc have them: with affiliations and addresses, and names in parts.
 * @param unknown Told the names of what a person has besides, once each. */
export function peopleOf(entry: unknown, key: string, unknown: (key: string) => void): unknown {
  const told = new Set<string>()
  const personOf = (person: unknown): unknown => {
    if (!isRecord(person) || (!isRecord(person.name) && typeof person.name !== 'string')) return person
    const {name, role, fileAs, ...rest} = person
    const {given, family, literal} = isRecord(name) ? name : {}
    const parts = [given, family].filter((part) => typeof part === 'string')
    const chinese = parts.length > 0 && parts.every((part) => /^\p{Script=Han}+$/u.test(part))
    for (const other of Object.keys(rest)) if (!told.has(other)) unknown(`${key}.${other}`)
    for (const other of Object.keys(rest)) told.add(other)
    return {name: isRecord(name) ? (literal ?? (chinese ? parts.toReversed().join('') : parts.join(' '))) : name, ...(typeof role === 'string' ? {role} : {}), ...(fileAs === undefined ? {} : {fileAs})}
  }
  return Array.isArray(entry) ? entry.map(personOf) : personOf(entry)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
