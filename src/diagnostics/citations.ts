import type {Rule} from './rule.ts'

export const citationRules = {
} satisfies Record<string, Rule>
