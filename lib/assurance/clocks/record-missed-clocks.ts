import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { failChallenge } from '../challenges/follow-challenges'
import type { ModuleFacts } from '../facts'
import { loadFacts } from '../facts-store'
import { planMachine } from '../non-conformities/plan-machine'
import type { Clock } from './clock'
import { addMiss, findMisses, findVersionsWithClocks, keyOfMiss } from './clock-store'
import { clocksOf } from './clocks-rules'

/** So many module versions are looked at together. */
const together = 25
/** How long after its end something is still looked at, should the nightly work have been away. */
const lookBackDays = 120

/**
 * Nightly (CL-A): records each clock that was missed, once, and each plan that ran out. Each stands in a transaction of its
 * own, so that a run that dies halfway is simply run again. A challenge whose check
 * did not pass again fails with its miss (CL-11). What follows for people follows from the event; nothing is suspended here (DE-02).
 */
export async function recordMissedClocks(ctx: Context): Promise<number> {
  const today = dayOf(ctx.now)
  const ids = await findVersionsWithClocks(db, addDays(today, -lookBackDays))
  let recorded = 0
  for (let i = 0; i < ids.length; i += together) {
    const versions = await listVersionsById(db, ids.slice(i, i + together))
    const known = new Set(
      (
        await findMisses(
          db,
          versions.map((v) => v.id),
        )
      ).map(keyOfMiss),
    )
    for (const { facts } of (await loadFacts(db, versions)).values())
      for (const clock of clocksOf(facts, facts.clockRules, today).filter((c) => c.state === 'missed'))
        if (!known.has(keyOfMiss({ ...clock, subjectId: clock.subject.id })))
          recorded += (await recordMiss(ctx, facts, clock)) ? 1 : 0
  }
  return recorded
}

async function recordMiss(ctx: Context, facts: ModuleFacts, { clock, subject, dueOn }: Clock): Promise<boolean> {
  const { moduleVersionId } = facts
  const done = await transaction(async (tx) => {
    const miss = { id: newId(), moduleVersionId, clock, subjectId: subject.id, dueOn }
    if (!(await addMiss(tx, miss, ctx.now))) return ok(false)
    const about = { type: 'ModuleVersion', id: moduleVersionId }
    const { nonConformityId, requirementId } = subject
    const of = { moduleVersionId, ...(nonConformityId && { nonConformityId, requirementId }) }
    const { to, event } = planMachine.accepted.expire
    if (clock === 'CL-05')
      await record(tx, ctx, { name: event, about, from: 'accepted', to, data: { ...of, planId: subject.id, dueOn } })
    if (clock === 'CL-11') await failChallenge(tx, ctx, subject.id, facts)
    const data = { ...of, missId: miss.id, clock, subjectType: subject.type, subjectId: subject.id, dueOn }
    await record(tx, ctx, { name: 'ClockMissed', about, data })
    return ok(true)
  })
  return done.ok && done.value
}
