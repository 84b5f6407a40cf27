import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { pick } from '@/lib/platform/pick'
import { readRoute } from './ask-route'
import type { CallOff } from './call-off'
import { findCallOff } from './call-off-store'
import { isJointWork, isServiceOrder, kindOf } from './order-kind-rules'
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
    ...whatIsOrdered(callOff),
    practiceId: leadOf(callOff),
    signedAt: callOff.signedAt,
    practiceIds: isJointWork(callOff) ? [leadOf(callOff)] : countedSites(callOff).map(({ practiceId }) => practiceId),
    capPence: route?.capPence ?? null,
  }
}

const longestName = 300

/** A service is ordered for a module, but it is not the module: who has the module keeps it, and its contract. */
function whatIsOrdered(callOff: CallOff): Pick<SignedCallOff, 'kind' | 'moduleId' | 'moduleVersionId' | 'moduleName'> {
  const { moduleId, moduleVersionId, moduleName, lines } = callOff
  if (!isServiceOrder(callOff)) return { kind: 'module', moduleId, moduleVersionId, moduleName }
  const names = lines.map(({ name }) => name).join(', ')
  const words = `${names} for ${moduleName}`.slice(0, longestName)
  return { kind: kindOf(callOff), moduleId: null, moduleVersionId: null, moduleName: words }
}
