/** What the portal makes at Stripe, and which row of ours it stands for. */
export type StripeKind = 'customer' | 'account' | 'invoice' | 'item' | 'final' | 'credit-note' | 'reversal' | 'transfer'

/** One object that is wanted at Stripe. The version makes a second one of the same row another object. */
export type StripeAct = { kind: StripeKind; rowId: string; version: number }

/** The key of idempotency: it follows from the row and its version, so that the same act twice is one object (I4). */
export const keyOf = ({ kind, rowId, version }: StripeAct): string => `portal/${kind}/${rowId}/v${version}`

/** Who an object at Stripe is, in its own metadata: what is looked up once a key has died. */
export const portalMetadata = (act: StripeAct): { portal_key: string } => ({ portal_key: keyOf(act) })

/** Of some objects at Stripe the one that stands for an act. */
export const isOf =
  (act: StripeAct) =>
  ({ metadata }: { metadata?: Record<string, string> | null }): boolean =>
    metadata?.portal_key === keyOf(act)
