import { describe, expect, it } from 'vitest'
import { approveFunding } from '@/lib/funding/approve-funding'
import { declineFunding } from '@/lib/funding/decline-funding'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Result } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { moveDueContracts } from '../ends/move-due-contracts'
import { checkChangeWhenProposed } from './check-impact'
import { askForMoney, fundChangeWhenFunded, rejectChangeWhenNotFunded } from './fund-change'
import { makeChangeEffective, makeDueChangesEffective } from './make-change-effective'
import { proposeChange } from './propose-change'
import { recordChangeNotice } from './record-change-notice'
import { rejectChange } from './reject-change'
import { signChange } from './sign-change'

const { asOwner } = useDatabase()
const kind = async (result: Promise<Result<unknown>>) => {
  const answer = await result
  return answer.ok ? 'done' : answer.refusal.kind
}
const becauseOf = (answer: Result<unknown>) =>
  !answer.ok && answer.refusal.kind === 'conflict' ? answer.refusal.because : 'no conflict'
const names = async (type: string) =>
  (await db.event.findMany({ where: { aboutType: type }, orderBy: { id: 'asc' }, select: { name: true } })).map(
    (e) => e.name,
  )
const heard = (name: string, id: string): StoredEvent => {
  const about = { type: 'x', id }
  return { id: 1n, name, about, from: null, to: null, organisationId: null, data: {}, at: noon }
}
const worker = contextOf(system)
const present = { yearly: 10_000_000n, total: 20_000_000n, endsOn: '2028-02-29' }
const reason = 'The practice has more patients than it had at first'

/** £240,000 with VAT over two years: above threshold. */
async function aContract() {
  const of = await parties()
  const terms = { yearlyPence: present.yearly, totalPence: present.total, endsOn: present.endsOn }
  const { id } = await contract.made(of, terms)
  for (const year of [2025, 2026, 2027, 2028])
    await db.budgetLine.create({
      data: { id: newId(), organisationId: of.payer.id, stream: 'GPIT', year, allocatedPence: 5_000_000n },
    })
  return { of, id }
}
const propose = (of: Parties, contractId: string, change: object = {}, by: Actor = of.requester) =>
  proposeChange(contextOf(by), {
    contractId,
    kind: 'value',
    ...present,
    effectiveOn: '2026-03-02',
    practices: '',
    reason,
    ...change,
  })
async function proposed(of: Parties, contractId: string, change: object) {
  const answer = await propose(of, contractId, change)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  await checkChangeWhenProposed(worker, heard('ChangeProposed', answer.value.id))
  await checkChangeWhenProposed(worker, heard('ChangeProposed', answer.value.id))
  return answer.value.id
}
const rowOf = (id: string) => db.contractChange.findUniqueOrThrow({ where: { id } })
const act = async (id: string) => ({ changeId: id, version: (await rowOf(id)).version })

async function funded(of: Parties, id: string) {
  await askForMoney(contextOf(of.requester), { ...(await act(id)), stream: 'GPIT' })
  const { fundingRequestId } = await rowOf(id)
  const approved = await approveFunding(contextOf(of.approver), { id: fundingRequestId!, version: 1, reason: '' })
  if (!approved.ok) throw new Error(JSON.stringify(approved.refusal))
  await fundChangeWhenFunded(worker, heard('FundingApproved', fundingRequestId!))
  await fundChangeWhenFunded(worker, heard('FundingApproved', fundingRequestId!))
}
async function signed(of: Parties, id: string) {
  for (const by of [of.gainingSignatory, of.approver])
    expect(await kind(signChange(contextOf(by), await act(id)))).toBe('done')
}

describe('proposing a change', () => {
  it('climbs the ladder, and 20 at once open one', async () => {
    const { of, id } = await aContract()
    const more = { total: 21_000_000n, yearly: 10_500_000n }
    expect(await kind(propose(of, id, more, of.stranger))).toBe('not-found')
    expect(await kind(propose(of, id, more, of.manager))).toBe('forbidden')
    expect(await kind(propose(of, id, {}))).toBe('invalid')
    expect(await kind(propose(of, id, { ...more, effectiveOn: '2026-03-01' }))).toBe('invalid')
    expect(await kind(propose(of, id, { kind: 'term', endsOn: '2028-01-31' }))).toBe('invalid')
    expect(await kind(propose(of, id, { kind: 'sites', practices: 'NOBODY' }))).toBe('invalid')
    const answers = await Promise.all(Array.from({ length: 20 }, () => kind(propose(of, id, more))))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set(['done', 'conflict']))
    expect(await names('ContractChange')).toEqual(['ChangeProposed'])
  })

  it('what may not be is rejected with its reasons: cap (A6) and longest term (C2)', async () => {
    const { of, id } = await aContract()
    await db.contract.update({ where: { id }, data: { capPence: 25_000_000n } })
    const over = await proposed(of, id, { total: 25_000_001n })
    expect(await rowOf(over)).toMatchObject({ state: 'rejected', rejectedBecause: expect.stringContaining('(A6)') })
    const long = await proposed(of, id, { kind: 'term', endsOn: '2029-03-01', total: 24_000_000n })
    expect(await rowOf(long)).toMatchObject({ state: 'rejected', rejectedBecause: expect.stringContaining('(C2)') })
    expect(await names('ContractChange')).toEqual([
      'ChangeProposed',
      'ChangeRejected',
      'ChangeProposed',
      'ChangeRejected',
    ])
  })

  it('a module that may not be bought neither grows nor is extended (H5), but may cost less', async () => {
    const { of, id } = await aContract()
    await db.contract.update({ where: { id }, data: { moduleVersionId: newId() } }) // the gate refuses what it does not know
    const grown = await proposed(of, id, { total: 21_000_000n })
    expect(await rowOf(grown)).toMatchObject({ state: 'rejected', rejectedBecause: expect.stringContaining('(H5)') })
    expect((await rowOf(await proposed(of, id, { total: 19_000_000n }))).state).toBe('funded')
  })
})

describe('a change of 12 %', () => {
  it('is funded, signed by both, and takes no effect without its UK10 (N14), then is version 2', async () => {
    const { of, id } = await aContract()
    const change = await proposed(of, id, { total: 22_400_000n, yearly: 11_200_000n })
    expect(await rowOf(change)).toMatchObject({ state: 'impact-checked', needsNotice: true })
    expect(await kind(askForMoney(contextOf(of.approver), { ...(await act(change)), stream: 'GPIT' }))).toBe(
      'forbidden',
    )
    await funded(of, change)
    expect((await rowOf(change)).state).toBe('funded')
    expect(await kind(signChange(contextOf(of.manager), await act(change)))).toBe('forbidden')
    expect(await kind(signChange(contextOf(of.stranger), await act(change)))).toBe('not-found')
    await signed(of, change)
    expect(await kind(makeChangeEffective(contextOf(of.gainingSignatory), await act(change)))).toBe('forbidden')
    const refused = await makeChangeEffective(contextOf(of.approver), await act(change))
    expect(becauseOf(refused)).toContain('UK10')
    await makeDueChangesEffective(worker)
    expect((await rowOf(change)).state).toBe('signed')
    await expect(asOwner(`update "ContractChange" set state = 'effective' where id = '${change}'`)).rejects.toThrow(
      'change_has_notice',
    )
    const notice = { reference: 'UK10-2026-0001', publishedOn: '2026-03-02' }
    expect(await kind(recordChangeNotice(contextOf(of.gainingSignatory), { ...(await act(change)), ...notice }))).toBe(
      'forbidden',
    )
    expect(
      await kind(
        recordChangeNotice(contextOf(of.requester), { ...(await act(change)), ...notice, publishedOn: '2026-03-03' }),
      ),
    ).toBe('invalid')
    expect(await kind(recordChangeNotice(contextOf(of.requester), { ...(await act(change)), ...notice }))).toBe('done')
    const now = await act(change)
    const all = await Promise.all(
      Array.from({ length: 20 }, () => kind(makeChangeEffective(contextOf(of.approver), now))),
    )
    expect(all.filter((answer) => answer === 'done')).toHaveLength(1)
    await makeDueChangesEffective(worker)
    expect(
      await db.contractVersion.findMany({ orderBy: { number: 'asc' }, select: { number: true, totalPence: true } }),
    ).toEqual([
      { number: 1, totalPence: 20_000_000n },
      { number: 2, totalPence: 22_400_000n },
    ])
    expect(await db.contract.findUniqueOrThrow({ where: { id } })).toMatchObject({
      totalPence: 22_400_000n,
      yearlyPence: 11_200_000n,
    })
    expect(await names('ContractChange')).toEqual([
      'ChangeProposed',
      'ChangeImpactChecked',
      'ChangeFundingAsked',
      'ChangeFunded',
      'ChangeSignedByOneSide',
      'ChangeSigned',
      'ChangeNoticeRecorded',
      'ChangeEffective',
    ])
  })

  it('nobody signs for both sides, and a side signs once', async () => {
    const { of, id } = await aContract()
    const change = await proposed(of, id, { total: 19_000_000n })
    expect(await kind(signChange(contextOf(of.approver), await act(change)))).toBe('done')
    expect(await kind(signChange(contextOf(of.approver), await act(change)))).toBe('forbidden')
    const asSupplier: Actor = { ...of.gainingSignatory, userId: of.approver.userId }
    expect(await kind(signChange(contextOf(asSupplier), await act(change)))).toBe('forbidden')
  })

  it('without money it is rejected, and what was reserved is free again', async () => {
    const { of, id } = await aContract()
    const change = await proposed(of, id, { total: 22_400_000n })
    await askForMoney(contextOf(of.requester), { ...(await act(change)), stream: 'GPIT' })
    const { fundingRequestId } = await rowOf(change)
    const declined = { id: fundingRequestId!, version: 1, code: 'no-budget' as const, reason: 'There is nothing left' }
    expect(await kind(declineFunding(contextOf(of.approver), declined))).toBe('done')
    await rejectChangeWhenNotFunded(worker, heard('FundingDeclined', fundingRequestId!))
    expect((await rowOf(change)).state).toBe('rejected')
    const other = await proposed(of, id, { total: 22_400_000n })
    await funded(of, other)
    const because = 'The supplier thinks better of it'
    expect(await kind(rejectChange(contextOf(of.gainingSignatory), { ...(await act(other)), because }))).toBe('done')
    const lines = await db.budgetLine.findMany({ select: { reservedPence: true, committedPence: true } })
    expect(lines.every((line) => line.reservedPence === 0n && line.committedPence === 0n)).toBe(true)
  })
})

describe('small changes together (C3, W10)', () => {
  it('the second of two that pass 10 % together needs the UK10', async () => {
    const { of, id } = await aContract()
    const first = await proposed(of, id, { total: 21_100_000n })
    await funded(of, first)
    await signed(of, first)
    expect(await kind(makeChangeEffective(contextOf(of.approver), await act(first)))).toBe('done')
    const second = await proposed(of, id, { total: 22_100_000n })
    expect(await rowOf(second)).toMatchObject({ needsNotice: true })
  })
})

describe('an extension', () => {
  it('of a contract near its notice date makes it live again, with a new notice date (never by itself, C6)', async () => {
    const { of, id } = await aContract()
    const near = (now: string) => contextOf(system, new Date(`${now}T10:00:00Z`))
    await moveDueContracts(near('2027-06-10'))
    expect((await db.contract.findUniqueOrThrow({ where: { id } })).state).toBe('expiring')
    const change = await proposed(of, id, { kind: 'term', endsOn: '2028-03-31', effectiveOn: '2027-06-11' })
    await signed(of, change)
    expect(becauseOf(await makeChangeEffective(contextOf(of.approver), await act(change)))).toContain('11 June 2027')
    await makeDueChangesEffective(near('2027-06-11'))
    expect(await db.contract.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'live',
      endsOn: new Date('2028-03-31'),
      runsUntil: new Date('2028-03-31'),
      noticeDate: new Date('2028-01-01'),
    })
    expect((await names('Contract')).slice(-2)).toEqual(['NoticeDateNear', 'ContractExtended'])
  })

  it('into the days of another contract is refused in words (C1)', async () => {
    const { of, id } = await aContract()
    await contract.made(of, { id: newId(), startsOn: '2028-03-15', endsOn: '2029-03-14' })
    const change = await proposed(of, id, { kind: 'term', endsOn: '2028-03-31' })
    await signed(of, change)
    expect(becauseOf(await makeChangeEffective(contextOf(of.approver), await act(change)))).toContain('not overlap')
  })
})

describe('more sites', () => {
  it('are planned sites from the day the change takes effect', async () => {
    const { of, id } = await aContract()
    const { organisation } = await import('@/prisma/factories/organisation')
    const branch = await organisation.practice({ name: 'Branch', partOfCode: of.payer.code })
    const change = await proposed(of, id, { kind: 'sites', practices: branch.code! })
    await signed(of, change)
    expect(await kind(makeChangeEffective(contextOf(of.approver), await act(change)))).toBe('done')
    const sites = await db.contractSite.findMany({
      where: { contractId: id },
      select: { practiceId: true, state: true },
    })
    expect(sites).toContainEqual({ practiceId: branch.id, state: 'planned' })
  })
})
