import { financialYearOf } from '@/lib/funding/funding-rules'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { fixedId } from './fixed-id'

/** GPIT money of both commissioners for this financial year and the four after it. */
export async function seedBudgets(ctx: Context): Promise<void> {
  const year = financialYearOf(dayOf(ctx.now))
  const lines = ['northbank', 'southbank'].flatMap((payer) =>
    Array.from({ length: 5 }, (_, i) => ({ payer, year: year + i })),
  )
  for (const line of lines) {
    const id = fixedId(`budget/${line.payer}/${line.year}`)
    const data = {
      id,
      organisationId: fixedId(line.payer),
      stream: 'GPIT',
      year: line.year,
      allocatedPence: line.payer === 'northbank' ? 25_000_000n : 12_000_000n,
    }
    await db.budgetLine.upsert({ where: { id }, create: data, update: {} })
  }
}
