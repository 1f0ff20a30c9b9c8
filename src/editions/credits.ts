/** Who did what, as title pages print it: 张三、李四 著; Edited by Jane Doe. */
import type {Contributor} from '../model/config.ts'
import type {Locale} from '../model/locale.ts'

export interface Credit {
  /** MARC relator code. */
  role: string
  names: string[]
  text: string
}

/** MARC relators that have words of their own; others stand by their names. */
const worded = new Set(['aut', 'edt', 'trl', 'ill', 'com', 'aui', 'aft', 'rev', 'pht', 'ctb', 'ann', 'nrt'])
const makers = new Set(['aut', 'cre'])

/** @param most Names of one role that are given; of others it is said that there are some.
 * @returns One credit a role, in the order of book.yml. Authors alone need no word. */
export function creditsOf(contributors: Contributor[], {text, listSeparator}: Locale, most = Number.POSITIVE_INFINITY): Credit[] {
  const byRole = new Map<string, string[]>()
  for (const {name, role} of contributors) {
    if (!name.trim()) continue
    const known = makers.has(role) ? 'aut' : role
    byRole.set(known, [...(byRole.get(known) ?? []), name.trim()])
  }
  const alone = byRole.size === 1 && byRole.has('aut')
  return [...byRole].map(([role, names]) => {
    const given = names.slice(0, most).join(listSeparator)
    const joined = names.length > most ? text('credit.andOthers', {names: given}) : given
    return {role, names, text: alone || !worded.has(role) ? joined : text(`credit.${role}`, {names: joined})}
  })
}
