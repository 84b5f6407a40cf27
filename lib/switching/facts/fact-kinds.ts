import type { FactKindDefinition } from './fact'
import { kindsBeforeFreeze } from './kinds-before-freeze'
import { kindsSinceFreeze } from './kinds-since-freeze'

/** Every fact that is a dated statement of a person (SW-01): the gates read them, and nobody ticks a gate. */
export const factKinds = { ...kindsBeforeFreeze, ...kindsSinceFreeze }

export type FactKind = keyof typeof factKinds
export const isFactKind = (kind: string): kind is FactKind => Object.hasOwn(factKinds, kind)
export const definitionOf = (kind: FactKind): FactKindDefinition => factKinds[kind]
