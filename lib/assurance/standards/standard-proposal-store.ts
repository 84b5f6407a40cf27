import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { ProposalState } from '../decisions/decision-machine'
import type { NewDays, StandardDecisionKind, StandardTerms } from './standard-decision-kinds'
import type { StandardDraft } from './standard-draft'

export type StandardProposal = {
  id: string
  standardVersionId: string
  kind: StandardDecisionKind
  reason: string
  terms: StandardTerms
  contentSha256: string | null
  state: ProposalState
  proposedById: string
  proposedAt: Date
  version: number
}

export async function findStandardProposal(tx: Tx, id: string): Promise<StandardProposal | undefined> {
  const row = await tx.standardProposal.findUnique({ where: { id } })
  return row ? (row as StandardProposal) : undefined
}

/** Proposals that wait for a second officer, the oldest first; made before a moment, where one is named. */
export async function findOpenStandardProposals(tx: Tx, before?: Date): Promise<StandardProposal[]> {
  const where = { state: 'proposed', ...(before && { proposedAt: { lt: before } }) }
  const rows = await tx.standardProposal.findMany({ where, orderBy: { proposedAt: 'asc' }, take: 500 })
  return rows as StandardProposal[]
}

/** False where the same is proposed already. */
export async function addStandardProposal(tx: Tx, proposal: StandardProposal): Promise<boolean> {
  return (await tx.standardProposal.createMany({ data: [proposal], skipDuplicates: true })).count === 1
}

/** False where somebody was faster. */
export async function moveStandardProposal(tx: Tx, proposal: StandardProposal, version: number, state: ProposalState) {
  const { count } = await tx.standardProposal.updateMany({
    where: { id: proposal.id, version },
    data: { state, version: { increment: 1 } },
  })
  return count === 1
}

/** Writes the signed decision; it is never changed. */
export async function addStandardDecision(
  tx: Tx,
  { proposal, ...signed }: { id: string; proposal: StandardProposal; secondedById: string; on: Day; at: Date },
): Promise<void> {
  const { standardVersionId, kind, reason, terms, contentSha256, proposedById } = proposal
  await tx.standardDecision.create({
    data: {
      id: signed.id,
      standardVersionId,
      kind,
      reason,
      terms,
      contentSha256,
      madeById: proposedById,
      secondedById: signed.secondedById,
      madeOn: dateFromDay(signed.on),
      recordedAt: signed.at,
    },
    select: { id: true },
  })
}

const date = (day: Day | null) => day && dateFromDay(day)

/** A draft becomes a version: its row, its requirements, the difference. The hash is written last and freezes both. */
export async function insertPublished(tx: Tx, draft: StandardDraft, on: Day): Promise<void> {
  const { content, difference, id, standardId, contentSha256 } = draft
  await tx.standardVersion.create({
    data: {
      id,
      standardId,
      version: content.number,
      legalBasis: content.legalBasis,
      changeClass: content.changeClass,
      publishedOn: date(content.publishedOn),
      effectiveOn: date(content.effectiveOn),
      transitionEndsOn: date(content.transitionEndsOn),
      deprecatedOn: date(content.deprecatedOn),
      retiredOn: date(content.retiredOn),
      requiredIds: content.requiredIds,
      conflictIds: content.conflictIds,
      knownFrom: dateFromDay(on),
      source: 'officers',
    },
    select: { id: true },
  })
  await tx.requirement.createMany({
    data: content.requirements.map(({ text, anchor, notTestedReason, ...r }) => ({
      ...r,
      standardVersionId: id,
      text: text || null,
      anchor: anchor || null,
      notTestedReason: notTestedReason || null,
    })),
  })
  await tx.standardVersionReplacement.createMany({
    data: content.replacesIds.map((replacedId) => ({ standardVersionId: id, replacedId })),
  })
  await tx.requirementChange.createMany({ data: difference.map((c) => ({ ...c, id: newId(), standardVersionId: id })) })
  await tx.standardVersion.update({ where: { id }, data: { contentSha256 }, select: { id: true } })
}

export type PublishedVersion = {
  id: string
  standardId: string
  number: string
  legalBasis: string
  withdrawnOn: Day | null
  days: Record<keyof NewDays, Day | null>
}

/** A published version with its days as they stand; nobody else decides about it until this transaction ends. */
export async function lockPublished(tx: Tx, id: string): Promise<PublishedVersion | undefined> {
  await tx.$queryRaw`select 1 from "StandardVersion" where id = ${id}::uuid for update`
  const row = await tx.standardVersion.findUnique({
    where: { id },
    include: { dates: { orderBy: { sequence: 'desc' }, take: 1 } },
  })
  if (!row) return undefined
  const last = row.dates[0]
  const { publishedOn, effectiveOn, transitionEndsOn, deprecatedOn, retiredOn } = last ?? row
  const day = (value: Date | null) => value && dayFromDate(value)
  return {
    id,
    standardId: row.standardId,
    number: row.version,
    legalBasis: row.legalBasis,
    withdrawnOn: day(last?.withdrawnOn ?? null),
    days: {
      publishedOn: day(publishedOn),
      effectiveOn: day(effectiveOn),
      transitionEndsOn: day(transitionEndsOn),
      deprecatedOn: day(deprecatedOn),
      retiredOn: day(retiredOn),
    },
  }
}

/** The days of a version from that day on, and its end where it is withdrawn. What was known before stays as it was. */
export async function addDates(
  tx: Tx,
  standardVersionId: string,
  on: Day,
  { withdrawnOn, ...days }: PublishedVersion['days'] & { withdrawnOn: Day | null },
): Promise<void> {
  await tx.standardVersionDates.create({
    data: {
      id: newId(),
      standardVersionId,
      decidedOn: dateFromDay(on),
      publishedOn: date(days.publishedOn),
      effectiveOn: date(days.effectiveOn),
      transitionEndsOn: date(days.transitionEndsOn),
      deprecatedOn: date(days.deprecatedOn),
      retiredOn: date(days.retiredOn),
      withdrawnOn: date(withdrawnOn),
    },
    select: { id: true },
  })
}

/** The numbers of the versions of a standard that were not withdrawn. */
export async function findNumbers(tx: Tx, standardId: string): Promise<{ version: string }[]> {
  const rows = await tx.standardVersion.findMany({
    where: { standardId, dates: { none: { withdrawnOn: { not: null } } } },
    select: { version: true },
  })
  return rows
}
