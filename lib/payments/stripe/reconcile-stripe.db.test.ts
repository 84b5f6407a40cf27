import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import type { Emulator } from '@/lib/testing/stripe/emulator'
import { bring, fund as fundThere, useStripe, worker } from '@/lib/testing/stripe/portal'
import { issuedInvoice } from '@/prisma/factories/invoice'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { listReconciliations } from './list-reconciliations'
import { reconcileStripe } from './reconcile-stripe'
import { sendInvoice } from './send-invoice'

const database = useDatabase()
const stripe = useStripe()
let emulator: Emulator
let parties: typeof stripe.parties
beforeEach(async () => {
  ;({ emulator, parties } = stripe)
  await database.asOwner(
    `set session_replication_role = replica; update "Setting" set value = '2' where key = 'levy-percent'; set session_replication_role = default`,
  )
  await sendInvoice(
    worker(),
    emulator.client(),
    await issuedInvoice({ ...parties, rail: 'STRIPE', grossPence: 60_000n }),
  )
  await fund(60_000)
  const account = emulator.world.all('account')[0]!.id
  emulator.movePayout(account, emulator.payOut(account).id, 'paid')
  await bring(emulator)
})

const fund = (amount: number) => fundThere(stripe, amount)
const rows = async () =>
  (await db.stripeReconciliation.findMany({ orderBy: { line: 'asc' } })).map(
    ({ line, ledgerPence, stripePence }) => `${line} ${ledgerPence} ${stripePence}`,
  )

describe('I5: the nightly comparison', () => {
  it('agrees line by line after money in, the levy and a payout', async () => {
    await reconcileStripe(worker())
    expect(await rows()).toEqual([
      'fees 1200 1200',
      'paid-out 58800 58800',
      'passed-on 60000 60000',
      'received 60000 60000',
    ])
  })

  it('shows to the penny what the ledger does not have', async () => {
    await fund(101)
    await reconcileStripe(worker())
    expect(await rows()).toContain('received 60000 60101')
  })

  it('is made once a day, and the next day anew', async () => {
    await reconcileStripe(worker())
    await fund(1)
    await reconcileStripe(worker())
    expect(await rows()).toHaveLength(4)
    await reconcileStripe(contextOf(worker().actor, new Date('2026-03-03T02:00:00Z')))
    expect(await rows()).toHaveLength(8)
  })

  it('is shown to the authority whole, to a payer’s finance its own line, to others not at all', async () => {
    await reconcileStripe(worker())
    const of = async (actor: Parameters<typeof contextOf>[0]) => listReconciliations(contextOf(actor))
    const authority = await organisation.authority()
    expect((await of(await person.curator(authority.id)))?.rows).toHaveLength(4)
    const finance = await of(await person.with('finance-officer', parties.payerId))
    expect(finance?.rows.map(({ line, differencePence }) => [line, differencePence])).toEqual([['received', 0n]])
    expect(finance?.parked).toBeUndefined()
    const other = await organisation.commissioner()
    expect((await of(await person.with('finance-officer', other.id)))?.rows).toEqual([])
    for (const stranger of [await person.requester(parties.payerId), await person.signatory(parties.supplierId)])
      expect(await of(stranger)).toBeUndefined()
  })
})
