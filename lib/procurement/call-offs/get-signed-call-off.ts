import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findCallOff } from './call-off-store'
import type { SignedCallOff } from './signed-call-off'

/** The order that both sides have signed, for the rooms above that make contracts of it; undefined before that. */
export async function getSignedCallOff(tx: Tx, id: string): Promise<SignedCallOff | undefined> {
  const callOff = await findCallOff(tx, id)
  if (callOff?.state !== 'signed' || !callOff.signedAt) return undefined
  const {
    number,
    payerId,
    practiceId,
    supplierId,
    moduleId,
    moduleVersionId,
    listingVersionId,
    moduleName,
    termsHash,
    startsOn,
    endsOn,
    noticeDays,
    yearlyPence,
    totalPence,
    listSize,
    signedAt,
  } = callOff
  return {
    id,
    number,
    payerId,
    practiceId,
    supplierId,
    moduleId,
    moduleVersionId,
    listingVersionId,
    moduleName,
    termsHash,
    startsOn,
    endsOn,
    noticeDays,
    yearlyPence,
    totalPence,
    listSize,
    signedAt,
  }
}
