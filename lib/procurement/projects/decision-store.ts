import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { Agreement, ProjectDecision } from './project'

/** A decision as its project reads it: everything but the pack, which is as large as the shortlist. */
export const decisionShape = {
  omit: { id: true, projectId: true, pack: true },
  include: { winners: { omit: { projectId: true }, orderBy: { entryId: 'asc' } } },
} satisfies Prisma.ProjectDecisionDefaultArgs
type Row = Prisma.ProjectDecisionGetPayload<typeof decisionShape>

/** A stored decision with what each winner offered. */
export function toDecision({ winners, ...decision }: Row): ProjectDecision {
  const agreements = winners.filter(({ agreedPrices }) => agreedPrices !== null)
  return {
    ...decision,
    winnerIds: winners.map(({ entryId }) => entryId),
    agreements: Object.fromEntries(agreements.map((won) => [won.entryId, agreementOf(won)])),
  } as unknown as ProjectDecision
}

type Won = Row['winners'][number]
const agreementOf = ({ agreedPrices, agreedYearlyPence, agreedTermPence, expectedMonthly }: Won) => ({
  prices: agreedPrices,
  yearlyPence: agreedYearlyPence,
  termPence: agreedTermPence,
  ...(expectedMonthly.length > 0 ? { expectedMonthly } : {}),
})

type NewDecision = ProjectDecision & { id: string; projectId: string; pack: string }
/** Keeps the decision with its pack and its winners, for good (A3). */
export async function insertDecision(
  tx: Tx,
  { mechanism, agreedPrices, winnerIds, agreements, ...decision }: NewDecision,
): Promise<void> {
  const json = {
    mechanism: mechanism ?? Prisma.DbNull,
    agreedPrices: agreedPrices ?? Prisma.DbNull,
  }
  await tx.projectDecision.create({ data: { ...decision, ...json }, select: { id: true } })
  const { projectId } = decision
  const agreedOf = ({ prices, yearlyPence, termPence, expectedMonthly = [] }: Agreement) => ({
    agreedPrices: prices,
    expectedMonthly,
    agreedYearlyPence: yearlyPence,
    agreedTermPence: termPence,
  })
  await tx.decisionWinner.createMany({
    data: winnerIds.map((entryId) => ({
      projectId,
      entryId,
      ...(agreements[entryId] ? agreedOf(agreements[entryId]) : {}),
    })),
  })
}

/** The pack as it was frozen, byte for byte. */
export async function findPack(tx: Tx, projectId: string): Promise<string | undefined> {
  return (await tx.projectDecision.findUnique({ where: { projectId }, select: { pack: true } }))?.pack
}
