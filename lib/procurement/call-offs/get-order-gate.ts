import 'server-only'
import type { GateView } from '@/lib/assurance/get-gate'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { readGate } from './ask-gate'
import type { CallOff } from './call-off'
import { findCallOffByFunding } from './call-off-store'
import type { GateConsent } from './gate-consent'
import { pointsWithoutConsent } from './gate-consent-rules'
import { findConsents } from './gate-consent-store'

export type OrderGate = GateView & {
  /** Points that still need a consent in the form that the gate asks for. */
  open: string[]
  consents: (GateConsent & { person: string; organisation: string })[]
}

/** The gate of an unsigned order as it stands now, with who has consented to what. The caller has shown that it may see the order. */
export async function getOrderGate(ctx: Context, callOff: CallOff): Promise<OrderGate | undefined> {
  if (['signed', 'refused', 'void'].includes(callOff.state)) return undefined
  const [asked, consents] = [await readGate(db, ctx, callOff), await findConsents(db, callOff.id)]
  const name = await listNames(
    db,
    consents.flatMap((consent) => [consent.personId, consent.organisationId]),
  )
  return {
    ...asked,
    open: pointsWithoutConsent(asked, consents),
    consents: consents.map((c) => ({ ...c, person: name(c.personId), organisation: name(c.organisationId) })),
  }
}

/** The gate of the order that a funding request is for; undefined where it is for none. The caller has asked who may see the request. */
export async function getGateOfFunding(ctx: Context, fundingRequestId: string) {
  const callOff = await findCallOffByFunding(db, fundingRequestId)
  const gate = callOff && (await getOrderGate(ctx, callOff))
  return callOff && gate ? { callOff, gate } : undefined
}
