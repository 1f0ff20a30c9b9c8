import type {Rule} from './rule.ts'

export const structureRules = {
} satisfies Record<string, Rule>
