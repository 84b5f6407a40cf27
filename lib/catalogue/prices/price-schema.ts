import { z } from 'zod'
import { isDay } from '@/lib/platform/days'

const wholeNumber = z.string().regex(/^\d{1,20}$/, 'Enter a whole number')
const limits = { maxQuantity: 100_000_000n, maxUnitPrice: 1_000_000n * 100_000n, listDecimals: 10n }

const tier = z.object({ from: wholeNumber, unitPrice: wholeNumber })

/** A list price as it stands in a listing: PRC-1 to PRC-6. Integers are strings. */
export const priceSchema = z
  .object({
    id: z.string().min(1).max(50),
    basis: z.enum(['patient', 'declarative', 'on-demand']),
    mode: z.enum(['SingleFixed', 'Volume', 'Cumulative']),
    period: z.enum(['none', 'month', 'year']),
    per: z.enum(['practice', 'order']),
    unit: z.string().min(1).max(100),
    unitPlural: z.string().min(1).max(100),
    definition: z.string().max(1000).nullable(),
    tiers: z.array(tier).min(1, 'PRC-4: a price needs a tier').max(7, 'PRC-4: at most 7 tiers'),
    validFrom: z.string().refine(isDay, 'Enter a real date'),
  })
  .superRefine((price, ctx) => {
    const complain = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (price.basis === 'patient' && price.period !== 'year') complain('period', 'PRC-1: a patient price is per year')
    if (price.basis === 'patient' && price.mode === 'SingleFixed')
      complain('mode', 'PRC-1: a patient price is Volume or Cumulative')
    if (price.basis === 'on-demand' && price.period === 'none')
      complain('period', 'PRC-3: an on-demand price is estimated per month or year')
    if (price.tiers.length === 1 && price.mode === 'Cumulative')
      complain('mode', 'PRC-4: a flat price is SingleFixed or Volume')
    const froms = price.tiers.map((t) => BigInt(t.from))
    if (froms[0] !== 1n) complain('tiers', 'PRC-5: the first tier starts at 1')
    if (froms.some((from, i) => i > 0 && from <= froms[i - 1]!)) complain('tiers', 'PRC-5: tiers rise without overlap')
    if (froms.some((from) => from > limits.maxQuantity)) complain('tiers', 'PRC-5: quantities up to 100,000,000')
    const prices = price.tiers.map((t) => BigInt(t.unitPrice))
    if (prices.some((p) => p > limits.maxUnitPrice)) complain('tiers', 'PRC-5: prices up to £1,000,000')
    if (prices.some((p) => p % limits.listDecimals !== 0n)) complain('tiers', 'PRC-5: at most 4 decimals')
  })
