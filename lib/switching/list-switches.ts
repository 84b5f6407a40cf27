import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { type Narrowed, narrow } from '@/lib/platform/narrow-list'
import { predicatesOf } from './gate-rules'
import { stepsOf } from './machine-of-rules'
import { readFacts } from './read-facts'
import type { Switch } from './switch'
import { findSwitchesOf, findSwitchesOfContract } from './switch-store'

export type SwitchLine = Switch & { practice: string; losing: string; gaining: string; missing: string[] }

/** Each line costs a reading of its facts, so a page has fewer than lists have elsewhere. */
const pageSize = 20

/**
 * The switches of the actor's organisations that answer a question (`listQuestion`), the newest first, each on the page with what
 * its next step waits for. Words are looked for in the names of the practice and both suppliers.
 */
export async function listSwitches(actor: Actor, now: Date, asked: unknown = {}): Promise<Narrowed<SwitchLine>> {
  const switches = await findSwitchesOf(db, organisationsOf(actor))
  const name = await namesOf(switches)
  const textOf = (s: Switch) =>
    [s.practiceId, s.losingSupplierId, s.gainingSupplierId].map((id) => (id ? name(id) : '')).join(' ')
  const found = narrow(switches, asked, { textOf, stateOf: ({ state }) => state }, pageSize)
  return { ...found, rows: await linesOf(found.rows, now) }
}

/** The switches of a contract that the actor may see. */
export async function listSwitchesOfContract(actor: Actor, contractId: string, now: Date): Promise<SwitchLine[]> {
  return linesOf(await findSwitchesOfContract(db, organisationsOf(actor), contractId), now)
}

async function linesOf(switches: Switch[], now: Date): Promise<SwitchLine[]> {
  const name = await namesOf(switches)
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

const namesOf = (switches: Switch[]) =>
  listNames(
    db,
    switches.flatMap((s) => [s.practiceId, s.losingSupplierId, s.gainingSupplierId]),
  )
