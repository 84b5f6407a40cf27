import { expect, it } from 'vitest'
import { noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { orderWonAt } from '@/prisma/factories/competition'
import { getCallOff } from './get-call-off'
import { requestFunding } from './request-funding'

useDatabase()
const reason = 'A reason that is long enough to be kept for good.'

it('A6, W5: an order that was competed for is held against the cap of competitions, not of direct awards', async () => {
  const { id, ctx, of } = await orderWonAt('2.00', noon)
  const order = (await getCallOff(of.manager, id))!
  expect(order.totalPence).toBeGreaterThan(4_000_000n)
  expect(await requestFunding(ctx, { id, version: order.version, reason })).toMatchObject({
    ok: true,
    value: { state: 'awaiting-funding' },
  })
})

it('A6: an award above the cap of competitions is refused', async () => {
  await expect(orderWonAt('8.99', noon)).rejects.toThrow('£250,000.00')
})
