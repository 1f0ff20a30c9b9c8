/** Proposed terms → glossary.yml. An abbreviation that another entry has already brings no second entry: it is told instead. */
import type {BookConfig} from '../../model/config.ts'
import type {Proposal} from '../extract/index.ts'
import {sameKey} from '../fold.ts'
import {sameTerm} from './same.ts'
import {type Merged, mergeYaml, type Plain} from './yaml-merge.ts'

/** A proposal whose abbreviation belongs to an entry of another name. */
export interface Taken {proposal: Proposal; abbreviation: string; name: string}

type Known = Record<string, unknown>

/** @returns `fresh`: the proposals that brought something; `taken`: those that were left. */
export function mergeProposals(text: string, proposals: Proposal[], {glossary: {locales: [main, partner]}}: BookConfig): Merged & {fresh: Proposal[]; taken: Taken[]} {
  const terms = new Map(proposals.map((proposal) => [plainOf(proposal, main, partner), proposal]))
  const among = rivalsAmong([...terms.keys()], main, partner)
  const left = [...terms.keys()].filter((term) => !among.has(term))
  const named = sameTerm(main, partner)
  const merged = mergeYaml(text, left, {
    isSame: (known, term) => named(known, term) || (term.forms[main] === undefined && agrees(known, term, partner) && shares(known, term, main, partner)),
    isRival: (known, term) => isTaken(known, term, main, partner),
  })
  const taken = [...[...among].map(([term, known]) => ({term, known})), ...merged.rivals.map(({term, known}) => ({term, known}))].flatMap(({term, known}) => {
    const proposal = terms.get(term)
    return proposal ? [{proposal, abbreviation: term.abbreviation ?? '', name: String(known[main] ?? known[partner] ?? '')}] : []
  })
  return {...merged, taken, fresh: [...terms].flatMap(([term, proposal]) => (merged.bringing.has(term) ? [proposal] : []))}
}

function plainOf({zh, en, abbreviation, alias}: Proposal, main: string, partner: string): Plain {
  return {
    forms: {...(zh ? {[main]: zh} : {}), ...(en ? {[partner]: en} : {})},
    ...(abbreviation ? {abbreviation} : {}),
    ...(alias ? {variants: {[main]: [alias]}} : {}),
  }
}

/** Of several the one with its full name has the abbreviation, else the first. */
function rivalsAmong(terms: Plain[], main: string, partner: string): Map<Plain, Known> {
  const rivals = new Map<Plain, Known>()
  const before: Known[] = []
  for (const term of [...terms.filter(({forms}) => forms[partner] !== undefined), ...terms.filter(({forms}) => forms[partner] === undefined)]) {
    const known = before.find((each) => each[main] !== term.forms[main] && isTaken(each, term, main, partner))
    if (known) rivals.set(term, known)
    else before.push(asKnown(term))
  }
  return rivals
}

function asKnown({forms, abbreviation, variants}: Plain): Known {
  return {...forms, ...(abbreviation === undefined ? {} : {abbreviation}), ...(variants ? {variants} : {})}
}

/** Two full names that differ are two terms with one abbreviation: SD is Speculative Decoding and Stable Diffusion. */
function isTaken(known: Known, term: Plain, main: string, partner: string): boolean {
  return known.sense === undefined && agrees(known, term, partner) && shares(known, term, main, partner)
}

function agrees(known: Known, {forms}: Plain, partner: string): boolean {
  return known[partner] === undefined || forms[partner] === undefined || sameKey(String(known[partner])) === sameKey(forms[partner])
}

/** By any of its names: an abbreviation may be listed as a variant. */
function shares(known: Known, {abbreviation}: Plain, main: string, partner: string): boolean {
  if (abbreviation === undefined) return false
  const names = [known[main], known[partner], known.abbreviation, ...wordsOf(known.variants)]
  return names.some((name) => name !== undefined && sameKey(String(name)) === sameKey(abbreviation))
}

function wordsOf(variants: unknown): unknown[] {
  if (Array.isArray(variants)) return variants
  return typeof variants === 'object' && variants !== null ? Object.values(variants).flat() : variants === undefined || variants === null ? [] : [variants]
}
