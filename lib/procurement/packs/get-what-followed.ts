import 'server-only'
import { readDeclarationsOn } from '@/lib/catalogue/declarations/get-declaration'
import { listFundingNotes, readFundingRequest } from '@/lib/funding/get-funding-request'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { CallOff } from '../call-offs/call-off'
import { findEveryCallOffOf } from '../call-offs/call-off-store'
import { findNoticesOfOrders } from '../notices/notice-obligation-store'
import { getProject } from '../projects/get-project'
import { awardedEntries } from '../projects/project'
import { findReview } from '../reviews/award-review-store'
import { type OrderThatFollowed, type WhatFollowed, whatFollowed } from './what-followed'

/** What came of a decision until now, for whoever may read its project; undefined where nothing is decided, and to strangers. */
export async function getWhatFollowed(ctx: Context, projectId: string): Promise<WhatFollowed | undefined> {
  const project = await getProject(ctx.actor, projectId)
  if (!project?.decision) return undefined
  const supplierIds = [...new Set(awardedEntries(project).map(({ supplierId }) => supplierId))]
  const declared = await readDeclarationsOn(db, supplierIds, dayOf(project.decision.decidedAt))
  const callOffs = await findEveryCallOffOf(db, projectId)
  const facts = {
    project,
    declarations: supplierIds.map((supplierId, i) => ({ supplierId, declaration: declared[i]! })),
    orders: await Promise.all(callOffs.map(orderThatFollowed)),
    notices: await findNoticesOfOrders(
      db,
      callOffs.map(({ id }) => id),
    ),
    review: (await findReview(db, projectId)) ?? null,
  }
  return whatFollowed(facts, ctx.now)
}

async function orderThatFollowed(callOff: CallOff): Promise<OrderThatFollowed> {
  const request = callOff.fundingRequestId ? await readFundingRequest(db, callOff.fundingRequestId) : undefined
  return { callOff, request: request ?? null, notes: request ? await listFundingNotes(request) : [] }
}
