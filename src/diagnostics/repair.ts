import type {Rule} from './rule.ts'

export const repairRules = {
} satisfies Record<string, Rule>
