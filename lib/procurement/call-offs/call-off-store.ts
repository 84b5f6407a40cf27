import 'server-only'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { type CallOff, type CallOffState, endedStates, type Side, type SignatureView } from './call-off'
import type { OrderForm } from './form/order-form'
import type { OrderLine } from './order-line'
import type { OrderSite } from './order-site'

const withParts = {
  signatures: {
    select: { side: true, personId: true, organisationId: true, termsHash: true, at: true },
    orderBy: { at: 'asc' },
  },
  sites: { omit: { callOffId: true }, orderBy: { practiceId: 'asc' } },
} as const

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>
const findRow = (tx: Tx, id: string) => tx.callOff.findUnique({ where: { id }, include: withParts })

function toCallOff({
  startsOn,
  endsOn,
  signBy,
  standstillUntil,
  prices,
  state,
  signatures,
  sites,
  ...row
}: Row): CallOff {
  return {
    ...row,
    startsOn: dayFromDate(startsOn),
    endsOn: dayFromDate(endsOn),
    signBy: signBy && dayFromDate(signBy),
    standstillUntil: standstillUntil && dayFromDate(standstillUntil),
    form: row.form as OrderForm,
    lines: row.lines as unknown as OrderLine[],
    submittedParts: row.submittedParts as Record<string, string> | null,
    sites: sites.map(toSite),
    prices: prices as unknown as PriceJson[],
    state: state as CallOffState,
    signatures: signatures.map((s) => ({ ...s, side: s.side as Side })),
  }
}

const toSite = ({ listSizeAsOf, deliverOn, state, ...site }: Row['sites'][number]): OrderSite => ({
  ...site,
  listSizeAsOf: listSizeAsOf && dayFromDate(listSizeAsOf),
  deliverOn: dayFromDate(deliverOn),
  state: state as OrderSite['state'],
})

export async function findCallOff(tx: Tx, id: string): Promise<CallOff | undefined> {
  const row = await findRow(tx, id)
  return row ? toCallOff(row) : undefined
}

/** The orders that were drafted from a project and have not ended unsigned: one a module at most. */
export async function findCallOffsByProject(tx: Tx, projectId: string): Promise<CallOff[]> {
  const where = { projectId, state: { notIn: endedStates } }
  return (await tx.callOff.findMany({ where, include: withParts, orderBy: { number: 'asc' } })).map(toCallOff)
}

/** Every order that was ever drafted from a project, those that ended unsigned too. */
export async function findEveryCallOffOf(tx: Tx, projectId: string): Promise<CallOff[]> {
  const rows = await tx.callOff.findMany({ where: { projectId }, include: withParts, orderBy: { number: 'asc' } })
  return rows.map(toCallOff)
}

export async function findCallOffByFunding(tx: Tx, fundingRequestId: string): Promise<CallOff | undefined> {
  const row = await tx.callOff.findFirst({ where: { fundingRequestId }, include: withParts })
  return row ? toCallOff(row) : undefined
}

export async function findCallOffs(tx: Tx, organisationIds: string[]): Promise<CallOff[]> {
  const ids = { in: organisationIds }
  const rows = await tx.callOff.findMany({
    where: {
      OR: [{ practiceId: ids }, { payerId: ids }, { supplierId: ids }, { sites: { some: { practiceId: ids } } }],
    },
    include: withParts,
    orderBy: { number: 'desc' },
    take: 200,
  })
  return rows.map(toCallOff)
}

/** Orders of a module version that are neither signed nor ended. */
export async function findUnsignedCallOffs(tx: Tx, moduleVersionId: string): Promise<CallOff[]> {
  const state = { in: ['draft', 'awaiting-funding', 'funded', 'standstill', 'signing'] satisfies CallOffState[] }
  const where = { moduleVersionId, state }
  return (await tx.callOff.findMany({ where, include: withParts, orderBy: { id: 'asc' } })).map(toCallOff)
}

/** `C000001-01`: a number from the sequence, first revision. */
export async function nextNumber(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`select nextval('call_off_number') as n`
  return `C${String(row!.n).padStart(6, '0')}-01`
}

type Columns = Omit<CallOff, 'signatures' | 'sites'>

/** Days as the database keeps them; JSON as it is. */
function columns({ startsOn, endsOn, signBy, standstillUntil, ...rest }: Partial<Columns>) {
  const day = (value: Day | null | undefined) => (value ? dateFromDay(value) : value)
  return {
    ...rest,
    ...(startsOn ? { startsOn: dateFromDay(startsOn) } : {}),
    ...(endsOn ? { endsOn: dateFromDay(endsOn) } : {}),
    ...(signBy !== undefined ? { signBy: day(signBy) } : {}),
    ...(standstillUntil !== undefined ? { standstillUntil: day(standstillUntil) } : {}),
  }
}

export async function insertCallOff(tx: Tx, { sites, ...callOff }: Omit<CallOff, 'signatures'>): Promise<void> {
  await tx.callOff.createMany({ data: [columns(callOff) as never] })
  await saveSites(tx, callOff.id, sites)
}

/** @returns false where somebody was faster: the version on the page is not the version in the database. */
export async function moveCallOff(tx: Tx, id: string, version: number, change: Partial<Columns>): Promise<boolean> {
  const data = { ...columns(change), version: version + 1 }
  return (await tx.callOff.updateMany({ where: { id, version }, data: data as never })).count === 1
}

/** The practices of an order as they are now; the caller holds the order by its version. */
export async function saveSites(tx: Tx, callOffId: string, sites: OrderSite[]): Promise<void> {
  await tx.callOffSite.deleteMany({ where: { callOffId } })
  await tx.callOffSite.createMany({
    data: sites.map((site) => ({
      ...site,
      callOffId,
      deliverOn: dateFromDay(site.deliverOn),
      listSizeAsOf: site.listSizeAsOf && dateFromDay(site.listSizeAsOf),
    })),
  })
}

/** Holds the order until the transaction ends. */
export async function lockCallOff(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select 1 from "CallOff" where id = ${id}::uuid for update`
}

/** Orders that the clock must move: a standstill that is over, a last day for signing that is past. */
export async function findDueCallOffs(tx: Tx, today: Day): Promise<CallOff[]> {
  const before = { lt: dateFromDay(today) }
  const OR = [
    { state: 'standstill', standstillUntil: before },
    { state: 'signing', signBy: before },
  ]
  return (await tx.callOff.findMany({ where: { OR }, include: withParts, orderBy: { id: 'asc' } })).map(toCallOff)
}

export async function insertSignature(
  tx: Tx,
  signature: SignatureView & { id: string; callOffId: string },
): Promise<void> {
  await tx.signature.create({ data: signature, select: { id: true } })
}

/** Orders of these suppliers that are out for signature. */
export async function findOpenOrdersOf(tx: Tx, supplierIds: string[]): Promise<CallOff[]> {
  const where = { supplierId: { in: supplierIds }, state: { in: ['standstill', 'signing'] } }
  const orderBy = [{ signBy: 'asc' as const }, { number: 'asc' as const }]
  return (await tx.callOff.findMany({ where, include: withParts, orderBy, take: 500 })).map(toCallOff)
}

/** Orders of these suppliers that their buyers have shown to them before signature. */
export async function findSharedOrdersOf(tx: Tx, supplierIds: string[]): Promise<CallOff[]> {
  const state = { in: ['draft', 'awaiting-funding', 'funded'] satisfies CallOffState[] }
  const where = { supplierId: { in: supplierIds }, state, sharedAt: { not: null } }
  return (await tx.callOff.findMany({ where, include: withParts, orderBy: { number: 'asc' }, take: 500 })).map(
    toCallOff,
  )
}
