import { expect, it } from 'vitest'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { OrderLine } from '@/lib/procurement/call-offs/order-line'
import { addedUseProblem } from './added-use-rules'

const perCall: PriceJson = {
  ...{ id: 'calls', basis: 'on-demand', mode: 'Volume', period: 'month', per: 'practice', unit: 'call' },
  ...{ unitPlural: 'calls', definition: null, tiers: [{ from: '1', unitPrice: '35' }], validFrom: '2026-01-01' },
}
const line = (given: Partial<OrderLine> = {}): OrderLine => ({
  ...{
    id: 'm1',
    kind: 'module',
    name: 'Calls',
    list: perCall,
    agreed: perCall,
    quantity: 1,
    per: 'practice',
    ...given,
  },
})
const [calls, present] = [line({ expectedMonthly: 1_234_560 }), 1_000_000n]
const use = 12n * 43_210n

it('the year of more practices counts the use that is expected of each (W7)', () => {
  const asked = (proposed: bigint, added = 2, lines = [calls]) => addedUseProblem(lines, { present, proposed, added })
  expect(asked(present + 2n * use)).toBeUndefined()
  expect(asked(present + 2n * use - 1n)).toContain('£5,185.20 a year are expected of each practice')
  expect(asked(present, 2, [line()]), 'nothing is expected').toBeUndefined()
  expect(asked(present, 2, []), 'nothing is charged by use').toBeUndefined()
})
