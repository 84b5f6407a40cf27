import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { PartySide } from '../ends/notice'
import type { Change, ChangeKind, ChangeSigned, ChangeState, Impact } from './change'

const include = { signatures: { select: { side: true, personId: true, at: true } } } as const
type Row = NonNullable<Awaited<ReturnType<typeof read>>>
const read = (tx: Tx, id: string) => tx.contractChange.findUnique({ where: { id }, include })

function toChange({
  newYearlyPence,
  newTotalPence,
  newEndsOn,
  noticeReference,
  noticePublishedOn,
  ...row
}: Row): Change {
  const { needsNotice: _, noticeRecordedById: __, ...rest } = row
  return {
    ...rest,
    kind: row.kind as ChangeKind,
    side: row.side as PartySide,
    state: row.state as ChangeState,
    impact: row.impact as Impact | null,
    effectiveOn: dayFromDate(row.effectiveOn),
    terms: { endsOn: dayFromDate(newEndsOn), yearlyPence: newYearlyPence, totalPence: newTotalPence },
    notice:
      noticeReference && noticePublishedOn
        ? { reference: noticeReference, publishedOn: dayFromDate(noticePublishedOn) }
        : null,
    signatures: row.signatures.map((signed) => ({ ...signed, side: signed.side as PartySide })),
  }
}

export async function findChange(tx: Tx, id: string): Promise<Change | undefined> {
  const row = await read(tx, id)
  return row ? toChange(row) : undefined
}

/** Every change of a contract, the newest first. */
export async function findChanges(tx: Tx, contractId: string): Promise<Change[]> {
  const rows = await tx.contractChange.findMany({ where: { contractId }, include, orderBy: { proposedAt: 'desc' } })
  return rows.map(toChange)
}

export async function findChangeByFunding(tx: Tx, fundingRequestId: string): Promise<Change | undefined> {
  const row = await tx.contractChange.findFirst({ where: { fundingRequestId }, include })
  return row ? toChange(row) : undefined
}

/** Signed changes whose day has come and whose notice, where they need one, is recorded. */
export async function findDueChanges(tx: Tx, today: Day): Promise<string[]> {
  const rows = await tx.contractChange.findMany({
    where: {
      state: 'signed',
      effectiveOn: { lte: dateFromDay(today) },
      OR: [{ needsNotice: false }, { noticeReference: { not: null } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** False where another change of the contract is open. */
export async function insertChange(tx: Tx, change: Omit<Change, 'signatures' | 'notice'>): Promise<boolean> {
  const { terms, impact: _, effectiveOn, ...rest } = change
  const data = {
    ...rest,
    newYearlyPence: terms.yearlyPence,
    newTotalPence: terms.totalPence,
    newEndsOn: dateFromDay(terms.endsOn),
    effectiveOn: dateFromDay(effectiveOn),
  }
  return (await tx.contractChange.createMany({ data: [data], skipDuplicates: true })).count === 1
}

export type ChangeUpdate = {
  impact?: Impact
  fundingRequestId?: string
  notice?: { reference: string; publishedOn: Day; byId: string }
  rejectedBecause?: string
}

/** False where somebody moved the change since `version`. */
export async function moveChange(
  tx: Tx,
  { id, version }: { id: string; version: number },
  { state, impact, notice, ...rest }: ChangeUpdate & { state: ChangeState },
): Promise<boolean> {
  const { count } = await tx.contractChange.updateMany({
    where: { id, version },
    data: {
      state,
      ...rest,
      ...(impact ? { impact, needsNotice: impact.needsNotice } : {}),
      ...(notice
        ? {
            noticeReference: notice.reference,
            noticePublishedOn: dateFromDay(notice.publishedOn),
            noticeRecordedById: notice.byId,
          }
        : {}),
      version: { increment: 1 },
    },
  })
  return count === 1
}

export async function insertChangeSignature(tx: Tx, change: Change, signed: ChangeSigned): Promise<void> {
  await tx.changeSignature.create({
    data: { changeId: change.id, termsHash: change.termsHash, ...signed },
    select: { side: true },
  })
}

/** Changes of these suppliers' contracts that are open and that the supplier has not signed. */
export async function findOpenChangesOf(tx: Tx, supplierIds: string[]) {
  const rows = await tx.contractChange.findMany({
    where: {
      contract: { supplierId: { in: supplierIds } },
      state: { in: ['proposed', 'impact-checked', 'funded'] },
      signatures: { none: { side: 'supplier' } },
    },
    select: {
      id: true,
      contractId: true,
      effectiveOn: true,
      contract: { select: { number: true, moduleName: true, practiceId: true } },
    },
    orderBy: [{ effectiveOn: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(({ contract, effectiveOn, ...row }) => ({ ...row, ...contract, day: dayFromDate(effectiveOn) }))
}
