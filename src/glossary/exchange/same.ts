/** When a term that is brought is one that the glossary has. */
import {sameKey} from '../fold.ts'
import type {Plain} from './yaml-merge.ts'

/** The same name, and no other translation: 推理 (Inference) is not 推理 (Reasoning). */
export function sameTerm(main: string, partner: string): (known: Record<string, unknown>, term: Plain) => boolean {
  const agree = (one: unknown, other: unknown) => one === undefined || other === undefined || sameKey(String(one)) === sameKey(String(other))
  const called = (known: Record<string, unknown>, name: string) => sameKey(String(known[main] ?? '')) === sameKey(name) || JSON.stringify(known.variants ?? '').includes(`"${name}"`)
  return (known, {forms, abbreviation, sense}) => {
    const name = forms[main]
    if (name === undefined || !called(known, name)) return false
    const knownSense = (known.sense as {name?: string} | undefined)?.name // as the file has it
    return agree(known[partner], forms[partner]) && (forms[partner] !== undefined || agree(known.abbreviation, abbreviation)) && (sense === undefined || knownSense === undefined || sense.name === knownSense)
  }
}
