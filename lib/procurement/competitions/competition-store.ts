import 'server-only'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { Prisma } from '@/prisma/generated/client'
import type { Competition, Criteria, Element, Entrant, Evaluator, Offer, QualityGuide, Score } from './competition'

const shape = {
  id: true,
  projectId: true,
  organisationId: true,
  priceWeight: true,
  elements: true,
  quality: true,
  openedAt: true,
  deadlineAt: true,
  offerDays: true,
  offersClosedAt: true,
  scoresOpenedAt: true,
  entrants: { select: { entryId: true, supplierId: true }, orderBy: { entryId: 'asc' } },
  evaluators: {
    select: {
      id: true,
      personId: true,
      invitedById: true,
      invitedAt: true,
      releasedAt: true,
      releasedReason: true,
      interest: { select: { conflict: true, statement: true, declaredAt: true } },
    },
    orderBy: [{ invitedAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.CompetitionSelect

type Row = Prisma.CompetitionGetPayload<{ select: typeof shape }>
const toCompetition = ({ elements, quality, ...row }: Row): Competition => ({
  ...row,
  elements: elements as unknown as Element[],
  quality: quality as unknown as QualityGuide | null,
})

export async function findCompetition(tx: Tx, where: { id: string } | { projectId: string }) {
  const row = await tx.competition.findUnique({ where, select: shape })
  return row ? toCompetition(row) : undefined
}

export async function findOffersClosed(tx: Tx, projectId: string): Promise<boolean> {
  const row = await tx.competition.findUnique({ where: { projectId }, select: { offersClosedAt: true } })
  return (row?.offersClosedAt ?? null) !== null
}

/** Open competitions in which one of these suppliers has an entry, and those that are over, newest first. */
export async function findCompetitionsOf(tx: Tx, supplierIds: string[]): Promise<Competition[]> {
  const rows = await tx.competition.findMany({
    where: { openedAt: { not: null }, entrants: { some: { supplierId: { in: supplierIds } } } },
    select: shape,
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map(toCompetition)
}

/** Competitions that ask this person to score, newest first. */
export async function findCompetitionsToScore(tx: Tx, personId: string): Promise<Competition[]> {
  const rows = await tx.competition.findMany({
    where: { evaluators: { some: { personId, releasedAt: null } } },
    select: shape,
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: 100,
  })
  return rows.map(toCompetition)
}

/** Competitions whose time for offers is over and that nobody has closed. */
export async function findDueCompetitions(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.competition.findMany({
    where: { deadlineAt: { lte: now }, offersClosedAt: null, project: { state: 'competing' } },
    select: { id: true },
    orderBy: { deadlineAt: 'asc' },
    take: 200,
  })
  return rows.map(({ id }) => id)
}

export async function saveCriteria(
  tx: Tx,
  competition: { id: string; projectId: string; organisationId: string },
  { priceWeight, elements, quality }: Criteria,
): Promise<void> {
  const criteria = { priceWeight, elements: elements as Prisma.InputJsonValue, quality: quality ?? Prisma.DbNull }
  await tx.competition.upsert({
    where: { projectId: competition.projectId },
    create: { ...competition, ...criteria },
    update: criteria,
    select: { id: true },
  })
}

type Opening = { openedAt: Date; deadlineAt: Date; offerDays: number }
export async function openWith(tx: Tx, { id, projectId }: Competition, opening: Opening, entrants: Entrant[]) {
  await tx.competition.update({ where: { id }, data: opening, select: { id: true } })
  await tx.competitionEntrant.createMany({ data: entrants.map((e) => ({ ...e, competitionId: id, projectId })) })
}

/** Holds the competition as it is: whoever closes offers or scores waits, or was there before and is seen. */
export async function holdCompetition(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Competition" where id = ${id}::uuid for share`
}

/** False where they are closed already. */
export async function markOffersClosed(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.competition.updateMany({
    where: { id, offersClosedAt: null, openedAt: { not: null } },
    data: { offersClosedAt: at },
  })
  return count === 1
}

/** False where they are open already, or offers are not closed. */
export async function markScoresOpened(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.competition.updateMany({
    where: { id, scoresOpenedAt: null, offersClosedAt: { not: null } },
    data: { scoresOpenedAt: at },
  })
  return count === 1
}

/** Every offer and withdrawal for these entries, oldest first. Sealed: who may read them, the caller decides (A7). */
export async function findOffers(tx: Tx, competitionId: string, entryIds: string[]): Promise<Offer[]> {
  const rows = await tx.sealedOffer.findMany({
    where: { competitionId, entryId: { in: entryIds } },
    omit: { competitionId: true },
    orderBy: [{ entryId: 'asc' }, { number: 'asc' }],
  })
  return rows.map(({ prices, validUntil, kind, ...row }) => ({
    ...row,
    kind: kind as Offer['kind'],
    prices: prices as unknown as PriceJson[],
    validUntil: validUntil && dayFromDate(validUntil),
  }))
}

/** False where an offer of that number is there: somebody of the supplier was faster. */
export async function insertOffer(
  tx: Tx,
  competitionId: string,
  { validUntil, prices, ...offer }: Omit<Offer, 'id'> & { validUntil: Day | null },
): Promise<boolean> {
  const { count } = await tx.sealedOffer.createMany({
    data: [{ ...offer, id: newId(), competitionId, prices, validUntil: validUntil && dateFromDay(validUntil) }],
    skipDuplicates: true,
  })
  return count === 1
}

/** False where they are asked already. */
export async function insertEvaluator(
  tx: Tx,
  evaluator: Pick<Evaluator, 'id' | 'personId' | 'invitedById' | 'invitedAt'> & { competitionId: string },
): Promise<boolean> {
  return (await tx.competitionEvaluator.createMany({ data: [evaluator], skipDuplicates: true })).count === 1
}

/** False where they are released already. */
export async function releaseEvaluatorRow(tx: Tx, id: string, reason: string, at: Date): Promise<boolean> {
  const { count } = await tx.competitionEvaluator.updateMany({
    where: { id, releasedAt: null },
    data: { releasedAt: at, releasedReason: reason },
  })
  return count === 1
}

/** False where they have declared already. */
export async function insertInterest(
  tx: Tx,
  interest: { evaluatorId: string; conflict: boolean; statement: string; declaredAt: Date },
): Promise<boolean> {
  return (await tx.evaluatorInterest.createMany({ data: [interest], skipDuplicates: true })).count === 1
}

/** Every score of a competition, older ones too. Sealed: who may read them, the caller decides (A7). */
export const findScores = (tx: Tx, competitionId: string): Promise<Score[]> =>
  tx.competitionScore.findMany({
    where: { competitionId },
    omit: { id: true, competitionId: true },
    orderBy: [{ entryId: 'asc' }, { criterionId: 'asc' }, { sheet: 'asc' }, { number: 'asc' }],
  })

/** False where one of them is there with that number: somebody was faster. */
export async function insertScores(tx: Tx, competitionId: string, scores: Score[]): Promise<boolean> {
  const { count } = await tx.competitionScore.createMany({
    data: scores.map((score) => ({ ...score, id: newId(), competitionId })),
    skipDuplicates: true,
  })
  return count === scores.length
}
