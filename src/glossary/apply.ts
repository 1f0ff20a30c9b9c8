/** Planned mentions → term nodes in the chapters. Text outside them stays letter for letter. */
import type {Nodes, Parents, PhrasingContent, Text} from 'mdast'
import type {Term} from '../model/nodes.ts'
import {partOfText} from '../diagnostics/word-places.ts'
import type {Gloss} from './compose-gloss.ts'
import type {Mention} from './survey.ts'
import type {Name} from './match.ts'
import {wordsOf} from './runs.ts'

export interface Planned extends Gloss {mention: Mention; name: Name; anchor: string; role: Term['role']}

export function applyTerms(planned: Planned[], linked: boolean): void {
  const byText = new Map<Nodes, Planned[]>()
  const parents = new Set<Parents>()
  for (const plan of planned) {
    const {node, parent} = plan.mention.segment
    const known = byText.get(node)
    if (known) known.push(plan)
    else byText.set(node, [plan])
    parents.add(parent)
  }
  for (const parent of parents) {
    const children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
      const plans = byText.get(node)
      return plans && node.type === 'text' ? split(node, plans, linked) : [node]
    })
    parent.children = children as typeof parent.children // terms and text stand where text stood
  }
}

function split(text: Text, plans: Planned[], linked: boolean): PhrasingContent[] {
  const [opening] = plans
  const words = opening && wordsOf(opening.mention.run, opening.mention.segment)
  const slice = (from: number, to: number) => partOfText(text, from, to, words)
  const nodes: PhrasingContent[] = []
  let at = 0
  for (const plan of plans) {
    const {segment, start, end, run} = plan.mention
    const [from, to] = [start - segment.start, end - segment.start]
    if (from > at) nodes.push(slice(at, from))
    nodes.push(termOf(plan, slice(from, to), linked && run.kind !== 'heading'))
    at = to + (plan.closing?.length ?? 0)
  }
  if (at < text.value.length) nodes.push(slice(at, text.value.length))
  return nodes
}

function termOf({name, anchor, role, lead, gloss, closing, ruby}: Planned, text: Text, linked: boolean): Term {
  return {
    type: 'term', entry: name.entry.id, role, anchor, ...(linked ? {} : {unlinked: true}),
    ...(lead ? {lead} : {}), ...(gloss ? {gloss} : {}), ...(closing ? {closing} : {}), ...(ruby ? {ruby} : {}), children: [text],
    ...(text.position ? {position: text.position} : {}),
  }
}
