import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { getOwnPractice } from '../get-practice'
import { listPracticeContracts } from '../list-practice-contracts'
import { listPracticeTasks } from './list-practice-tasks'
import { listSystemLines } from './list-system-lines'

/** The practice that the actor works for, with its tasks and systems (P1); undefined for everybody else. */
export async function getOwnSystems(ctx: Context) {
  const practice = await getOwnPractice(ctx.actor)
  if (!practice) return undefined
  const contracts = await listPracticeContracts(ctx.actor, practice.organisationId, dayOf(ctx.now))
  const tasks = await listPracticeTasks(ctx, practice.organisationId, contracts)
  return { practice, tasks, systems: await listSystemLines(ctx, practice) }
}
export type OwnPractice = NonNullable<Awaited<ReturnType<typeof getOwnSystems>>>
