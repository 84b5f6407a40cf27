import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { useDatabase } from '@/lib/testing/database'
import { parties } from '@/prisma/factories/contract'
import { castOf } from '@/prisma/factories/full-switch'
import { fullSwitchIn } from '@/prisma/factories/full-switch-way'
import { askToCancel } from './cancel-switch'
import { closeSwitch } from './close-switch'
import { goLive } from './go-live'
import { holdSwitch } from './hold-switch'
import { loadFinal } from './load-final'
import { loadTrial } from './load-trial'
import { moveSwitch } from './move-switch'
import { orderSwitch } from './order-switch'
import { reloadTrial } from './reload-trial'
import { rollBack } from './roll-back'
import { startChecking } from './start-checking'
import { startRemediation } from './start-remediation'
import { moveSwitchInput } from './switch-schema'

useDatabase()
const reason = 'Somebody tries what they can, in any order at all'
type Try = (ctx: Context, at: { id: string; version: number }) => Promise<unknown>
const moves = moveSwitchInput.shape.command.options.map((command): [string, Try] => [
  command,
  (ctx, at) => moveSwitch(ctx, { ...at, command }),
])
const tries: Record<string, Try> = {
  ...Object.fromEntries(moves),
  orderSwitch,
  loadTrial,
  startChecking,
  reloadTrial,
  loadFinal,
  goLive,
  closeSwitch,
  rollBack,
  hold: (ctx, at) => holdSwitch(ctx, { ...at, reason }),
  remediate: (ctx, at) => startRemediation(ctx, { ...at, reason }),
  askToCancel: (ctx, at) => askToCancel(ctx, { ...at, reason }),
}
/** What needs no fact: aside, and on again where it was. */
const free = ['mobilised → on-hold', 'on-hold → mobilised']

describe('random commands over the database (design §3)', () => {
  it('walk no forbidden path: without its facts a switch leaves its place only aside, and comes back to it', async () => {
    const s = await fullSwitchIn('mobilised', await parties())
    const cast = Object.values(castOf(s.of))
    const names = Object.keys(tries)
    const asked = fc.sample(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...cast)), { numRuns: 60, seed: 7 })
    for (const [name, actor] of asked) await tries[name]!(s.story.context(actor), await s.story.at())
    const events = await db.event.findMany({ where: { aboutType: 'Switch', aboutId: s.id }, orderBy: { id: 'asc' } })
    const walked = events.filter((e) => e.fromState !== e.toState).map((e) => `${e.fromState} → ${e.toState}`)
    expect(walked.slice(4).filter((move) => !free.includes(move))).toEqual([])
    expect(walked.slice(4).length).toBeGreaterThan(0)
  }, 120_000)
})
