import { describe, expect, it } from 'vitest'
import { declineFunding } from '@/lib/funding/decline-funding'
import { lapseApprovals } from '@/lib/funding/void-funding'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import {
  aContract,
  act,
  becauseOf,
  funded,
  heard,
  kind,
  names,
  propose,
  proposed,
  rowOf,
  signed,
  worker,
} from '@/prisma/factories/contract-change'
import { askForMoney, rejectChangeWhenNotFunded } from './fund-change'
import { makeChangeEffective, makeDueChangesEffective } from './make-change-effective'
import { recordChangeNotice } from './record-change-notice'
import { rejectChange } from './reject-change'
import { signChange } from './sign-change'

const { asOwner } = useDatabase()

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
    const { fundingRequestId } = await rowOf(change)
    const approval = () => db.fundingRequest.findUniqueOrThrow({ where: { id: fundingRequestId! } })
    expect((await approval()).usedAt).toBeNull()
    await signed(of, change)
    expect((await approval()).usedAt, 'it lapses no more').not.toBeNull()
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

  it('an approval that nobody used in its life ends the change too, and frees its money', async () => {
    const { of, id } = await aContract()
    const change = await proposed(of, id, { total: 22_400_000n })
    await funded(of, change)
    const { fundingRequestId } = await rowOf(change)
    const later = new Date(noon.getTime() + 91 * 86_400_000)
    await lapseApprovals(contextOf(system, later))
    await rejectChangeWhenNotFunded(contextOf(system, later), heard('FundingLapsed', fundingRequestId!))
    expect(await rowOf(change)).toMatchObject({ state: 'rejected', rejectedBecause: expect.stringMatching(/lapsed/) })
    const lines = await db.budgetLine.findMany({ select: { committedPence: true } })
    expect(lines.every((line) => line.committedPence === 0n)).toBe(true)
  })
})
