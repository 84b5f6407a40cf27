import 'server-only'
import { getFundingRequest } from '@/lib/funding/get-funding-request'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { findCallOffByFunding } from '../call-offs/call-off-store'
import { findPack } from '../projects/decision-store'

/** The decision pack behind a funding request, as it was frozen: for whoever may see the request; undefined where there is none. */
export async function getPackOfFunding(actor: Actor, fundingRequestId: string): Promise<string | undefined> {
  const request = await getFundingRequest(actor, fundingRequestId)
  const callOff = request && (await findCallOffByFunding(db, request.id))
  return callOff ? findPack(db, callOff.projectId) : undefined
}
