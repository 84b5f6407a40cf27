import { declareWithin } from '@/lib/catalogue/declarations/make-declaration'
import { system } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { goodAnswers } from './demo-declaration'

/** Every supplier of the demonstration has declared itself three weeks ago. */
export async function seedDeclarations(tx: Tx, ctx: Context): Promise<void> {
  const now = new Date(ctx.now.getTime() - 21 * 86_400_000)
  const suppliers = await tx.supplier.findMany({
    where: { declarations: { none: {} } },
    select: { organisationId: true },
    orderBy: { brand: 'asc' },
  })
  for (const { organisationId } of suppliers)
    await declareWithin(
      tx,
      { ...ctx, actor: system, now },
      {
        supplierId: organisationId,
        answers: goodAnswers(addDays(dayOf(now), 300)),
      },
    )
}
