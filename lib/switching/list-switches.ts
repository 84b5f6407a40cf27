import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { predicatesOf } from './gate-rules'
import { stepsFrom } from './next-steps-rules'
import { readFacts } from './read-facts'
import type { Switch } from './switch'
import { findSwitchesOf } from './switch-store'

export type SwitchLine = Switch & { practice: string; losing: string; gaining: string; missing: string[] }

/** The switches of the actor's organisations, the newest first, each with what the next step waits for. */
export async function listSwitches(actor: Actor, today: Day): Promise<SwitchLine[]> {
  const switches = await findSwitchesOf(db, organisationsOf(actor))
  const name = await listNames(
    db,
    switches.flatMap((s) => [s.practiceId, s.losingSupplierId, s.gainingSupplierId]),
  )
  return Promise.all(
    switches.map(async (of) => {
      const [step] = stepsFrom(of.state)
      const lines = step ? predicatesOf(step, await readFacts(db, of, today)) : []
      return {
        ...of,
        practice: name(of.practiceId),
        losing: name(of.losingSupplierId),
        gaining: of.gainingSupplierId ? name(of.gainingSupplierId) : 'not chosen yet',
        missing: lines.filter((l) => !l.met).map((l) => `${l.owner}: ${l.because}`),
      }
    }),
  )
}
