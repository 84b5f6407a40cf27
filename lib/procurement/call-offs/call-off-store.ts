import 'server-only'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { CallOff, CallOffState, Side, SignatureView } from './call-off'

const withSignatures = {
  signatures: {
    select: { side: true, personId: true, organisationId: true, termsHash: true, at: true },
    orderBy: { at: 'asc' },
  },
} as const

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>
const findRow = (tx: Tx, id: string) => tx.callOff.findUnique({ where: { id }, include: withSignatures })

function toCallOff({ startsOn, endsOn, prices, state, signatures, ...row }: Row): CallOff {
  return {
    ...row,
    startsOn: dayFromDate(startsOn),
    endsOn: dayFromDate(endsOn),
    prices: prices as unknown as PriceJson[],
    state: state as CallOffState,
    signatures: signatures.map((s) => ({ ...s, side: s.side as Side })),
  }
}

export async function findCallOff(tx: Tx, id: string): Promise<CallOff | undefined> {
  const row = await findRow(tx, id)
  return row ? toCallOff(row) : undefined
}

export async function findCallOffByProject(tx: Tx, projectId: string): Promise<CallOff | undefined> {
  const row = await tx.callOff.findUnique({ where: { projectId }, include: withSignatures })
  return row ? toCallOff(row) : undefined
}

export async function findCallOffByFunding(tx: Tx, fundingRequestId: string): Promise<CallOff | undefined> {
  const row = await tx.callOff.findFirst({ where: { fundingRequestId }, include: withSignatures })
  return row ? toCallOff(row) : undefined
}

export async function findCallOffs(tx: Tx, organisationIds: string[]): Promise<CallOff[]> {
  const ids = { in: organisationIds }
  const rows = await tx.callOff.findMany({
    where: { OR: [{ practiceId: ids }, { payerId: ids }, { supplierId: ids }] },
    include: withSignatures,
    orderBy: { number: 'desc' },
    take: 200,
  })
  return rows.map(toCallOff)
}

/** Orders of a module version that are neither signed nor ended. */
export async function findUnsignedCallOffs(tx: Tx, moduleVersionId: string): Promise<CallOff[]> {
  const state = { in: ['draft', 'awaiting-funding', 'funded', 'signing'] satisfies CallOffState[] }
  const where = { moduleVersionId, state }
  return (await tx.callOff.findMany({ where, include: withSignatures, orderBy: { id: 'asc' } })).map(toCallOff)
}

/** `C000001-01`: a number from the sequence, first revision. */
export async function nextNumber(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`select nextval('call_off_number') as n`
  return `C${String(row!.n).padStart(6, '0')}-01`
}

type Columns = Omit<CallOff, 'signatures'>

export async function insertCallOff(tx: Tx, { startsOn, endsOn, ...callOff }: Columns): Promise<void> {
  await tx.callOff.create({
    data: { ...callOff, startsOn: dateFromDay(startsOn), endsOn: dateFromDay(endsOn) },
    select: { id: true },
  })
}

/** @returns false where somebody was faster: the version on the page is not the version in the database. */
export async function moveCallOff(
  tx: Tx,
  id: string,
  version: number,
  { startsOn, endsOn, ...change }: Partial<Columns>,
): Promise<boolean> {
  const days = {
    ...(startsOn ? { startsOn: dateFromDay(startsOn) } : {}),
    ...(endsOn ? { endsOn: dateFromDay(endsOn) } : {}),
  }
  return (
    (await tx.callOff.updateMany({ where: { id, version }, data: { ...change, ...days, version: version + 1 } }))
      .count === 1
  )
}

export async function insertSignature(
  tx: Tx,
  signature: SignatureView & { id: string; callOffId: string },
): Promise<void> {
  await tx.signature.create({ data: signature, select: { id: true } })
}
