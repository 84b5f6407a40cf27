import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Prisma } from '@/prisma/generated/client'
import type { Listing } from '../listing'
import { type ListingComment, type ListingDraft, type ListingDraftState, openStates } from './listing-draft'

const columns = {
  id: true,
  moduleId: true,
  supplierId: true,
  moduleVersion: true,
  content: true,
  state: true,
  version: true,
  submittedAt: true,
  answerDueOn: true,
  reviewerId: true,
  publishOn: true,
  lastOrderDay: true,
} as const

type Row = Prisma.ListingDraftGetPayload<{ select: typeof columns }>
const day = (date: Date | null): Day | null => date && dayFromDate(date)
const draftOf = (row: Row): ListingDraft => ({
  ...row,
  content: row.content as unknown as Listing,
  state: row.state as ListingDraftState,
  answerDueOn: day(row.answerDueOn),
  publishOn: day(row.publishOn),
  lastOrderDay: day(row.lastOrderDay),
})

/** One draft by its id, whoever asks: the policy decides. */
export async function findDraft(tx: Tx, id: string): Promise<ListingDraft | undefined> {
  const row = await tx.listingDraft.findUnique({ where: { id }, select: columns })
  return row ? draftOf(row) : undefined
}

/** The newest text of a module in one of these states. */
export async function findDraftOf(
  tx: Tx,
  moduleId: string,
  states: ListingDraftState[],
): Promise<ListingDraft | undefined> {
  const row = await tx.listingDraft.findFirst({
    where: { moduleId, state: { in: states } },
    select: columns,
    orderBy: { startedAt: 'desc' },
  })
  return row ? draftOf(row) : undefined
}

export const findOpenDraft = (tx: Tx, moduleId: string) => findDraftOf(tx, moduleId, openStates)

/** Texts in these states, those that wait longest first; of these suppliers where they are named. */
export async function findDrafts(tx: Tx, states: ListingDraftState[], supplierIds?: string[]): Promise<ListingDraft[]> {
  const rows = await tx.listingDraft.findMany({
    where: { state: { in: states }, ...(supplierIds && { supplierId: { in: supplierIds } }) },
    select: columns,
    orderBy: [{ submittedAt: 'asc' }, { startedAt: 'asc' }],
    take: 500,
  })
  return rows.map(draftOf)
}

export type NewDraft = Pick<ListingDraft, 'id' | 'moduleId' | 'supplierId' | 'moduleVersion' | 'content' | 'state'> & {
  startedById: string
  at: Date
  listingVersionId?: string
}

/** False where the module has an open draft already (LST-1: a partial unique index). */
export async function addDraft(tx: Tx, { at, content, ...draft }: NewDraft): Promise<boolean> {
  const { count } = await tx.listingDraft.createMany({
    data: [{ ...draft, content: content as unknown as Prisma.InputJsonValue, startedAt: at, changedAt: at }],
    skipDuplicates: true,
  })
  return count === 1
}

export type DraftChange = {
  state: ListingDraftState
  content?: Listing
  submittedById?: string | null
  submittedAt?: Date | null
  answerDueOn?: Day | null
  reviewerId?: string | null
  publishOn?: Day | null
  listingVersionId?: string
  lastOrderDay?: Day
}

/** The draft in its next state, or undefined where somebody changed it since. */
export async function moveDraft(
  tx: Tx,
  draft: ListingDraft,
  version: number,
  at: Date,
  { content, answerDueOn, publishOn, lastOrderDay, ...change }: DraftChange,
): Promise<ListingDraft | undefined> {
  const { count } = await tx.listingDraft.updateMany({
    where: { id: draft.id, version, state: draft.state },
    data: {
      ...change,
      ...(content && { content: content as unknown as Prisma.InputJsonValue }),
      ...(answerDueOn !== undefined && { answerDueOn: answerDueOn && dateFromDay(answerDueOn) }),
      ...(publishOn !== undefined && { publishOn: publishOn && dateFromDay(publishOn) }),
      ...(lastOrderDay && { lastOrderDay: dateFromDay(lastOrderDay) }),
      changedAt: at,
      version: { increment: 1 },
    },
  })
  return count === 0 ? undefined : findDraft(tx, draft.id)
}

/** What reviewers said of a draft and suppliers answered, newest first. */
export async function findComments(tx: Tx, draftId: string): Promise<ListingComment[]> {
  return tx.listingComment.findMany({
    where: { draftId },
    select: { id: true, section: true, text: true, authorId: true, at: true, answersId: true },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: 200,
  })
}

export async function addComments(
  tx: Tx,
  draftId: string,
  comments: { section: string; text: string; answersId?: string }[],
  by: { authorId: string; at: Date },
): Promise<void> {
  await tx.listingComment.createMany({ data: comments.map((c) => ({ id: newId(), draftId, ...c, ...by })) })
}
