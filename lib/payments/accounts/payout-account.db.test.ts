import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { changePayoutAccount } from './change-payout-account'
import { confirmPayoutAccount } from './confirm-payout-account'
import { getPayoutAccount } from './get-payout-account'
import { payoutAccountConfirmed } from './payout-account-confirmed'
import { changePayoutAccountInput } from './payout-account-schema'

useDatabase()
let supplierId: string
let [first, second]: Actor[] = []
beforeEach(async () => {
  supplierId = (await organisation.supplier()).id
  first = await person.signatory(supplierId)
  second = await person.editor(supplierId)
})

const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const given = { rail: 'BACS', accountName: 'Meridian Ltd', sortCode: '20-00-00', accountNumber: '1234 5678' }
const change = (actor = first!, provedAt = noon, now = noon, more: object = {}) =>
  changePayoutAccount(
    contextOf(actor, now),
    changePayoutAccountInput.parse({ supplierId, ...given, ...more }),
    provedAt,
  )
const latest = async () => (await getPayoutAccount(contextOf(first)))!.account!.id
const confirm = async (actor = second!, lastDigits = '5678', provedAt = noon, id?: string) =>
  confirmPayoutAccount(contextOf(actor), { id: id ?? (await latest()), lastDigits }, provedAt)
const names = async () => (await db.event.findMany({ orderBy: { id: 'asc' } })).map(({ name }) => name)

describe('where a supplier is paid', () => {
  it('V4: is frozen from the change until a second person has confirmed it', async () => {
    expect((await change()).ok).toBe(true)
    expect(await payoutAccountConfirmed(supplierId)).toBe(false)
    expect((await confirm()).ok).toBe(true)
    expect(await payoutAccountConfirmed(supplierId)).toBe(true)
    expect((await change(first, at(1), at(1))).ok).toBe(true)
    expect(await payoutAccountConfirmed(supplierId)).toBe(false)
    expect(await names()).toEqual(['PayoutAccountChanged', 'PayoutAccountConfirmed', 'PayoutAccountChanged'])
  })

  it('N13: one person cannot do both, with whatever roles', async () => {
    await change()
    const both: Actor = {
      ...first!,
      grants: [...first!.grants, { role: 'supplier-editor', organisationId: supplierId, limitPence: null }],
    }
    for (const actor of [first!, both]) expect(await confirm(actor)).toMatchObject({ refusal: { kind: 'forbidden' } })
    await expect(
      db.payoutAccount.updateMany({ data: { confirmedById: first!.userId, confirmedAt: noon } }),
    ).rejects.toThrow(/payout_account_second/)
    expect(await payoutAccountConfirmed(supplierId)).toBe(false)
  })

  it('needs a proof of identity of the last five minutes, from both', async () => {
    expect(await change(first, at(-6))).toMatchObject({ refusal: { kind: 'conflict' } })
    await change(first, at(-5))
    expect(await confirm(second, '5678', at(-6))).toMatchObject({ refusal: { kind: 'conflict' } })
    expect(await confirm(second, '5678', at(-5))).toMatchObject({ ok: true })
  })

  it('is confirmed with digits from elsewhere, once, and only the account that was entered last', async () => {
    await change()
    expect(await confirm(second, '5679')).toMatchObject({ refusal: { kind: 'invalid' } })
    const old = await latest()
    await change(first, at(1), at(1), { accountNumber: '87654321' })
    expect(await confirm(second, '5678', noon, old)).toMatchObject({ refusal: { kind: 'stale' } })
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(second, '4321')))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('is changed by a signatory of that supplier alone, and is nobody else’s to see', async () => {
    const other = await person.signatory((await organisation.supplier()).id)
    expect(await change(second)).toMatchObject({ refusal: { kind: 'forbidden' } })
    expect(await change(other)).toMatchObject({ refusal: { kind: 'not-found' } })
    await change()
    expect(await confirm(other)).toMatchObject({ refusal: { kind: 'not-found' } })
    expect((await getPayoutAccount(contextOf(other)))?.account).toBeUndefined()
    expect(
      await getPayoutAccount(contextOf(await person.practiceManager((await organisation.practice()).id))),
    ).toBeUndefined()
  })

  it('keeps of a number its last digits only, and no event names more', async () => {
    await change()
    const kept = JSON.stringify([await db.payoutAccount.findMany(), await db.event.findMany()], (_, v) =>
      typeof v === 'bigint' ? `${v}` : v,
    )
    expect(kept).toContain('…5678')
    expect(kept).not.toMatch(/12345678|200000/)
    expect(JSON.stringify((await db.event.findMany()).map(({ data }) => data))).not.toContain('Meridian')
  })
})

describe('the form', () => {
  it.each([
    [{ sortCode: '1234' }, 'sortCode'],
    [{ accountNumber: '1234' }, 'accountNumber'],
    [{ accountName: ' ' }, 'accountName'],
    [{ rail: 'CHEQUE' }, 'rail'],
  ])('%o is refused at its field', (more, field) => {
    const parsed = changePayoutAccountInput.safeParse({
      supplierId: '00000000-0000-4000-8000-000000000000',
      ...given,
      ...more,
    })
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })

  it('asks nothing of a bank account that Stripe keeps', () => {
    const input = { supplierId: '00000000-0000-4000-8000-000000000000', rail: 'STRIPE', accountName: 'Meridian Ltd' }
    expect(changePayoutAccountInput.safeParse(input).success).toBe(true)
  })
})
