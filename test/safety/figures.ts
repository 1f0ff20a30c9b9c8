/** What the safety tests measured, for the table that `npm run test:safety` prints. */
import {appendFileSync} from 'node:fs'

export const full = process.env.BANBEN_FULL === '1'

export function record(what: string, found: string | number, promised: string): void {
  const file = process.env.BANBEN_FIGURES
  if (file) appendFileSync(file, `${JSON.stringify({what, found: String(found), promised})}\n`)
}
