import type { SwitchRole, SwitchState } from '../switch'

/** How a field of a stated fact is typed and said. Money is whole pence in the value and pounds in the form. */
export type FactField = { label: string; hint?: string } & (
  | { type: 'day' | 'count' | 'text' | 'time' | 'sha256' | 'pounds' | 'id' }
  | { type: 'choice'; options: Record<string, string> }
)

/** A kind of statement: who may make it, in which states, and what it says. */
export type FactKindDefinition = {
  title: string
  by: SwitchRole[]
  in: SwitchState[]
  fields: Record<string, FactField>
  /** It may stand several times, each under its own short name: an incident, a slip. */
  item?: { label: string }
}

export type FactValue = Record<string, string | number>
export type StatedFact = {
  id: string
  kind: string
  item: string
  value: FactValue
  statedById: string
  statedAt: Date
}
