import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { FundingNote, FundingRequest, NoteKind } from './funding-request'
import { findRow, shape, toRequest } from './funding-row-store'

export async function findFundingRequest(tx: Tx, id: string): Promise<FundingRequest | undefined> {
  const row = await findRow(tx, id)
  return row ? toRequest(row) : undefined
}

/** The newest request for what the reference names. */
export async function findFundingRequestOf(
  tx: Tx,
  { type, id }: { type: string; id: string },
): Promise<FundingRequest | undefined> {
  const row = await tx.fundingRequest.findFirst({
    where: { referenceType: type, referenceId: id },
    select: shape,
    orderBy: { submittedAt: 'desc' },
  })
  return row ? toRequest(row) : undefined
}

/** Requests that one of these organisations pays or asked for: open ones first, the oldest clock first. */
export async function findFundingRequests(tx: Tx, organisationIds: string[]): Promise<FundingRequest[]> {
  const where = { OR: [{ payerId: { in: organisationIds } }, { requesterOrgId: { in: organisationIds } }] }
  const rows = await tx.fundingRequest.findMany({
    where,
    select: shape,
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(toRequest)
}

/** The newest requests of a payer that share an opaque key with this one and still count or may count (B6). */
export async function findAlike(tx: Tx, request: FundingRequest, since: Day): Promise<FundingRequest[]> {
  if (request.similarityKeys.length === 0) return []
  const rows = await tx.fundingRequest.findMany({
    where: {
      id: { not: request.id },
      payerId: request.payerId,
      similarityKeys: { hasSome: request.similarityKeys },
      state: { in: ['submitted', 'recommended', 'returned', 'approved'] },
      submittedAt: { gte: dateFromDay(since) },
    },
    select: shape,
    orderBy: { submittedAt: 'desc' },
    take: 20,
  })
  return rows.map(toRequest)
}

/** Requests to these payers that count or may count, with what tells that two are alike (B6). */
export async function findCounting(tx: Tx, payerIds: string[]) {
  return tx.fundingRequest.findMany({
    where: {
      payerId: { in: payerIds },
      state: { in: ['submitted', 'recommended', 'returned', 'approved'] },
      similarityKeys: { isEmpty: false },
    },
    select: { id: true, payerId: true, similarityKeys: true, submittedAt: true },
    orderBy: { submittedAt: 'desc' },
    take: 5_000,
  })
}

/** Approvals that nobody has used by this day. */
export async function findUnused(tx: Tx, today: Day): Promise<{ id: string; version: number }[]> {
  return tx.fundingRequest.findMany({
    where: { state: 'approved', usedAt: null, approvedUntil: { lt: dateFromDay(today) } },
    select: { id: true, version: true },
    orderBy: { id: 'asc' },
    take: 500,
  })
}

export async function insertFundingRequest(
  tx: Tx,
  { reference, slices: _, dueOn, approvedUntil, reviewDueOn, ...request }: FundingRequest,
): Promise<void> {
  await tx.fundingRequest.create({
    data: {
      ...request,
      referenceType: reference.type,
      referenceId: reference.id,
      dueOn: dateFromDay(dueOn),
      approvedUntil: approvedUntil && dateFromDay(approvedUntil),
      reviewDueOn: reviewDueOn && dateFromDay(reviewDueOn),
    },
    select: { id: true },
  })
}

export type FundingChange = Partial<Omit<FundingRequest, 'id' | 'version' | 'reference' | 'slices' | 'payerId'>>

/** @returns false where somebody was faster: the version on the page is not the version in the database. */
export async function moveFundingRequest(tx: Tx, id: string, version: number, change: FundingChange): Promise<boolean> {
  const { dueOn, approvedUntil, reviewDueOn, ...rest } = change
  const days = {
    ...(dueOn === undefined ? {} : { dueOn: dateFromDay(dueOn) }),
    ...(approvedUntil === undefined ? {} : { approvedUntil: approvedUntil && dateFromDay(approvedUntil) }),
    ...(reviewDueOn === undefined ? {} : { reviewDueOn: reviewDueOn && dateFromDay(reviewDueOn) }),
  }
  const data = { ...rest, ...days, version: version + 1 }
  return (await tx.fundingRequest.updateMany({ where: { id, version }, data })).count === 1
}

/** What was approved is used now and lapses no more. @returns false where it is not approved any more, or used already. */
export async function markUsed(tx: Tx, id: string, now: Date): Promise<boolean> {
  const where = { id, state: 'approved', usedAt: null }
  return (await tx.fundingRequest.updateMany({ where, data: { usedAt: now, version: { increment: 1 } } })).count === 1
}

export async function insertNote(tx: Tx, note: FundingNote & { fundingRequestId: string }): Promise<void> {
  await tx.fundingNote.create({ data: note, select: { id: true } })
}

export async function findNotes(tx: Tx, fundingRequestId: string): Promise<FundingNote[]> {
  const rows = await tx.fundingNote.findMany({
    where: { fundingRequestId },
    select: { id: true, kind: true, text: true, byId: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, kind: row.kind as NoteKind }))
}

/** Whose money a request asks for; a nil id where there is no such request, which the ladder then says. */
export async function findPayer(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ payerId: string }[]>`select "payerId" from "FundingRequest" where id = ${id}::uuid`
  return row?.payerId ?? '00000000-0000-0000-0000-000000000000'
}

/** What public figures are made of: every request, without person, practice or words. */
export async function findForFigures(tx: Tx) {
  const rows = await tx.fundingRequest.findMany({
    select: {
      payerId: true,
      state: true,
      submittedAt: true,
      decidedAt: true,
      declineCode: true,
      dueOn: true,
      urgentReason: true,
      reviewDueOn: true,
      reviewedAt: true,
      notes: { where: { kind: 'question' }, select: { id: true }, take: 1 },
    },
  })
  return rows.map((row) => ({
    ...row,
    dueOn: dayFromDate(row.dueOn),
    reviewDueOn: row.reviewDueOn && dayFromDate(row.reviewDueOn),
  }))
}
