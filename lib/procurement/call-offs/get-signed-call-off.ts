import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { pick } from '@/lib/platform/pick'
import { readRoute } from './ask-route'
import { findCallOff } from './call-off-store'
import { countedSites, leadOf } from './order-rules'
import type { SignedCallOff } from './signed-call-off'

const handedOn = [
  'id',
  'number',
  'payerId',
  'practiceId',
  'supplierId',
  'moduleId',
  'moduleVersionId',
  'listingVersionId',
  'moduleName',
  'termsHash',
  'startsOn',
  'endsOn',
  'noticeDays',
  'yearlyPence',
  'totalPence',
  'listSize',
] as const

/** The order that both sides have signed, for the rooms above that make contracts of it; undefined before that. */
export async function getSignedCallOff(tx: Tx, id: string): Promise<SignedCallOff | undefined> {
  const callOff = await findCallOff(tx, id)
  if (callOff?.state !== 'signed' || !callOff.signedAt) return undefined
  const route = await readRoute(tx, { now: callOff.signedAt }, callOff)
  return {
    ...pick(callOff, handedOn),
    practiceId: leadOf(callOff),
    signedAt: callOff.signedAt,
    practiceIds: countedSites(callOff).map(({ practiceId }) => practiceId),
    capPence: route?.capPence ?? null,
  }
}
