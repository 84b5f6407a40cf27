import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Tx } from '@/lib/platform/db'
import type { Switch, SwitchRole } from './switch'
import { findPeople, findSwitch } from './switch-store'

/** Who has to do with a switch: its organisations, the people named in it, and the practice's name for a letter's subject. */
export type SwitchCast = { of: Switch; people: Partial<Record<SwitchRole, string>>; practice: string }

/** For letters of the portal itself, so no actor is asked. */
export async function readCast(tx: Tx, id: string): Promise<SwitchCast | undefined> {
  const of = await findSwitch(tx, id)
  if (!of) return undefined
  const nameOf = await listNames(tx, [of.practiceId])
  return { of, people: await findPeople(tx, id), practice: nameOf(of.practiceId) }
}
