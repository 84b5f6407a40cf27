import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { transaction } from '@/lib/platform/transaction'
import type { ModuleFacts } from '../facts'
import { openNonConformity } from '../non-conformities/open-non-conformity'
import { mayDiffer } from '../standing-rules'
import { changesBetween, type Lapse, lapsesOf, nightView, type ValueChange } from './comparison-rules'
import { addComparedDay, addConformanceChange, findLastComparedDay } from './comparison-store'
import { loadRefreshModules } from './load-refresh-modules'

/**
 * By time, once a day: compares every listed module version with the day compared last (RF-03). Nothing "sets" a lapse: what has
 * changed is recorded once, and a row that lapsed opens a non-conformity. Nights that were missed are made up for.
 */
export async function compareDays(ctx: Context): Promise<void> {
  const today = dayOf(ctx.now)
  const last = await findLastComparedDay(db)
  if (last !== undefined && last >= today) return
  const since = last ?? addDays(today, -1)
  for await (const modules of loadRefreshModules(db))
    for (const { facts } of modules) await compareModule(ctx, facts, since, today)
  await addComparedDay(db, today, ctx.now)
}

/** One module version's two days; kept once, whoever asks. */
export async function compareModule(ctx: Context, facts: ModuleFacts, since: Day, today: Day): Promise<void> {
  if (!mayDiffer(facts, since, today)) return
  const before = nightView(facts, since)
  const changes = changesBetween(before, nightView(facts, today))
  if (changes.length === 0) return
  await keep(ctx, facts.moduleVersionId, { since, today, changes, lapses: lapsesOf(facts, changes, before, today) })
}

type Compared = { since: Day; today: Day; changes: ValueChange[]; lapses: Lapse[] }

/** Kept once a module version and day; whoever comes second finds it done. */
async function keep(ctx: Context, moduleVersionId: string, { since, today, changes, lapses }: Compared): Promise<void> {
  await transaction(async (tx) => {
    if (!(await addConformanceChange(tx, { moduleVersionId, today, since, changes }))) return
    for (const lapse of lapses) await openNonConformity(tx, ctx, { moduleVersionId, ...lapse, determinedOn: today })
    await record(tx, ctx, {
      name: 'ConformanceChanged',
      about: { type: 'ModuleVersion', id: moduleVersionId },
      data: { day: today, since, changes, lapsed: lapses.length },
    })
  })
}
