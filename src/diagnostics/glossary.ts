import type {Rule} from './rule.ts'

export const glossaryRules = {
} satisfies Record<string, Rule>
