import type {Rule} from './rule.ts'

export const manuscriptRules = {
} satisfies Record<string, Rule>
