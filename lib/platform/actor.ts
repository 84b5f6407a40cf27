/**
 * Who acts. Platform knows no role by name: `lib/identity/roles.ts` lists them, and the policies of the rooms ask for them.
 * Organisation ids come from grants, never from an address or a form.
 */
export type Grant = { role: string; organisationId: string; limitPence: bigint | null }

export type Actor = {
  kind: 'person' | 'system' | 'visitor'
  /** Person id; 'system' for the worker, 'visitor' for someone who has not signed in. */
  userId: string
  /** The organisation they act for at present, from a grant; null for visitor and system. */
  organisationId: string | null
  /** Only grants in force at `ctx.now`. */
  grants: Grant[]
}

export const visitor: Actor = { kind: 'visitor', userId: 'visitor', organisationId: null, grants: [] }
export const system: Actor = { kind: 'system', userId: 'system', organisationId: null, grants: [] }

/** The grant of `role` in `organisationId` (or in any organisation where that is left out). */
export function grantOf(actor: Actor, role: string, organisationId?: string | null): Grant | undefined {
  return actor.grants.find(
    (g) => g.role === role && (organisationId === undefined || g.organisationId === organisationId),
  )
}

/** True where the actor holds any grant in that organisation. */
export function belongsTo(actor: Actor, organisationId: string | null): boolean {
  return organisationId !== null && actor.grants.some((g) => g.organisationId === organisationId)
}

/** Organisations in which the actor holds a grant (of one of `roles`, where given), each once. */
export function organisationsOf(actor: Actor, ...roles: string[]): string[] {
  return [
    ...new Set(actor.grants.filter((g) => roles.length === 0 || roles.includes(g.role)).map((g) => g.organisationId)),
  ]
}
