import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import type { AwardReview, ReviewedAward } from './award-review'

const shape = {
  projectId: true,
  payerId: true,
  awardedAt: true,
  dueOn: true,
  outcome: true,
  finding: true,
  reviewedById: true,
  reviewedAt: true,
  decision: {
    select: {
      reason: true,
      decidedById: true,
      packSha256: true,
      project: { select: { name: true, organisationId: true } },
      winners: { select: { entry: { select: { moduleName: true } } }, orderBy: { entryId: 'asc' } },
    },
  },
} satisfies Prisma.AwardReviewSelect
type Row = Prisma.AwardReviewGetPayload<{ select: typeof shape }>
export type StoredReview = AwardReview & { award: ReviewedAward }

const toReview = ({ decision, dueOn, ...row }: Row): StoredReview => ({
  ...(row as Omit<AwardReview, 'dueOn'>),
  dueOn: dayFromDate(dueOn),
  award: {
    project: decision.project.name,
    buyerId: decision.project.organisationId,
    moduleNames: decision.winners.map(({ entry }) => entry.moduleName),
    reason: decision.reason,
    decidedById: decision.decidedById,
    packSha256: decision.packSha256,
  },
})

/** Of these payers: what is not reviewed first, the oldest day before the others; at most 500. */
export async function findReviews(tx: Tx, payerIds: string[]): Promise<StoredReview[]> {
  const rows = await tx.awardReview.findMany({
    where: { payerId: { in: payerIds } },
    select: shape,
    orderBy: [{ reviewedAt: { sort: 'desc', nulls: 'first' } }, { dueOn: 'asc' }],
    take: 500,
  })
  return rows.map(toReview)
}

export async function findReview(tx: Tx, projectId: string): Promise<StoredReview | undefined> {
  const row = await tx.awardReview.findUnique({ where: { projectId }, select: shape })
  return row ? toReview(row) : undefined
}

export async function findReviewsForFigures(tx: Tx) {
  const rows = await tx.awardReview.findMany({
    select: { payerId: true, awardedAt: true, dueOn: true, reviewedAt: true },
  })
  return rows.map((row) => ({ ...row, dueOn: dayFromDate(row.dueOn) }))
}

type New = Pick<AwardReview, 'projectId' | 'payerId' | 'awardedAt' | 'dueOn'>
export async function insertReview(tx: Tx, { dueOn, ...review }: New): Promise<void> {
  await tx.awardReview.create({ data: { ...review, dueOn: dateFromDay(dueOn) }, select: { projectId: true } })
}

type Done = Pick<AwardReview, 'outcome' | 'finding' | 'reviewedById' | 'reviewedAt'>
/** @returns false where somebody was faster: a review is done once. */
export async function saveReview(tx: Tx, projectId: string, done: Done): Promise<boolean> {
  return (await tx.awardReview.updateMany({ where: { projectId, reviewedAt: null }, data: done })).count === 1
}
