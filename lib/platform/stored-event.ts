/** An event as it stands in the history: what a reaction is given, and what a history page reads. */
export type StoredEvent = {
  id: bigint
  name: string
  about: { type: string; id: string }
  from: string | null
  to: string | null
  organisationId: string | null
  data: Record<string, unknown>
  at: Date
}
