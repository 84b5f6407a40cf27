import { beforeEach, expect, it } from 'vitest'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Billing, billing, goLive, invoice, statements, supplier } from '@/prisma/factories/billing'
import { getInvoice } from './get-invoice'
import { releaseInvoice } from './release-invoice'

useDatabase()
const july = new Date('2026-07-01T07:00:00Z')
let of: Billing
let id: string
beforeEach(async () => {
  of = await billing()
  await supplier.hasAccount(of)
  await supplier.isRegistered(of)
  await goLive(of, '2026-06-15', july)
  id = (await statements(of, july))[0]!
  await invoice.matched(of.editor, id, july)
  await invoice.approved(of.delivery, id, july)
})

it('V4: goes to Stripe only where Stripe is on and keeps the account that was confirmed', async () => {
  const release = () => releaseInvoice(contextOf(of.finance, july), { id, version: 3, rail: 'STRIPE' })
  const account = 'The account that the supplier has confirmed is not one at Stripe.'
  expect(await release()).toMatchObject({
    refusal: { because: 'This portal is not connected to Stripe. Release it by bank transfer.' },
  })
  process.env.STRIPE_SECRET_KEY = 'sk_test_rail'
  try {
    expect((await getInvoice(contextOf(of.finance, july), id))?.notByStripe).toBe(account)
    expect(await release()).toMatchObject({ refusal: { because: `${account} Release it by bank transfer.` } })
    await supplier.hasAccount(of, july, 'STRIPE')
    expect((await getInvoice(contextOf(of.finance, july), id))?.notByStripe).toBeUndefined()
    expect(await release()).toMatchObject({ ok: true, value: { rail: 'STRIPE' } })
  } finally {
    delete process.env.STRIPE_SECRET_KEY
  }
})
