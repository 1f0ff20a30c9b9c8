import type {Rule} from './rule.ts'

export const editionRules = {
} satisfies Record<string, Rule>
