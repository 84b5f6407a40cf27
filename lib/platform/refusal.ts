/**
 * What a command or query may answer instead of doing the thing. Expected refusals are values; only the unexpected throws.
 * What an actor may not see is `not-found`; what they may see but not do is `forbidden`, with the reason in words.
 */
export type Refusal =
  | { kind: 'invalid'; fields: Record<string, string[]>; because?: string }
  | { kind: 'not-found' }
  | { kind: 'forbidden'; because: string }
  | { kind: 'wrong-state'; state: string; command: string }
  | { kind: 'stale' }
  | { kind: 'conflict'; because: string }

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** The happy answer of a command. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** The other answer. Nothing has been written when a command returns it. */
export const refuse = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal })

/** Short hand for an input that the schema accepted but the facts do not: one field, one reason. */
export const invalidField = (field: string, reason: string) =>
  refuse({ kind: 'invalid', fields: { [field]: [reason] } })

/**
 * For reactions. A refusal tells them that there is nothing to do, or nothing any more; but `stale` says that somebody was
 * faster by a moment, so the truth must be read again: it throws, and the worker tries the job again.
 */
export function againWhenStale(result: Result<unknown> | undefined): void {
  if (result && !result.ok && result.refusal.kind === 'stale')
    throw new Error('somebody was faster by a moment: to be tried again')
}
