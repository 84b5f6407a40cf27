/** A buyer's or a commissioner's word on the open points of a module, before it is bought (assurance §5). */
export type GateConsent = {
  id: string
  callOffId: string
  kind: 'acknowledged' | 'accepted'
  /** The gate's reasons as they were read. */
  items: string[]
  statement: string | null
  personId: string
  organisationId: string
  at: Date
}
