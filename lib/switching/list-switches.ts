import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { predicatesOf } from './gate-rules'
import { stepsOf } from './machine-of-rules'
import { readFacts } from './read-facts'
import type { Switch } from './switch'
import { findSwitchesOf, findSwitchesOfContract } from './switch-store'

export type SwitchLine = Switch & { practice: string; losing: string; gaining: string; missing: string[] }
export type SwitchPage = { switches: SwitchLine[]; page: number; pages: number }

const pageSize = 20

/** The switches of the actor's organisations, the newest first, twenty a page, each with what the next step waits for. */
export async function listSwitches(actor: Actor, now: Date, page = 1): Promise<SwitchPage> {
  const skip = (page - 1) * pageSize
  const { switches, total } = await findSwitchesOf(db, organisationsOf(actor), { skip, take: pageSize })
  return { switches: await linesOf(switches, now), page, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

/** The switches of a contract that the actor may see. */
export async function listSwitchesOfContract(actor: Actor, contractId: string, now: Date): Promise<SwitchLine[]> {
  return linesOf(await findSwitchesOfContract(db, organisationsOf(actor), contractId), now)
}

async function linesOf(switches: Switch[], now: Date): Promise<SwitchLine[]> {
  const name = await listNames(
    db,
    switches.flatMap((s) => [s.practiceId, s.losingSupplierId, s.gainingSupplierId]),
  )
  return Promise.all(
    switches.map(async (of) => {
      const [step] = stepsOf(of)
      const lines = step ? predicatesOf(step, await readFacts(db, of, now)) : []
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
