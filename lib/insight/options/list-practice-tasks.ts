import 'server-only'
import { listContractSites } from '@/lib/contracts/list-contract-sites'
import type { ContractLine } from '@/lib/contracts/list-contracts'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import { listCallOffs } from '@/lib/procurement/call-offs/get-call-off'
import { getOrderGate } from '@/lib/procurement/call-offs/get-order-gate'
import type { PracticeTask } from './option'
import { decisionTasks, siteTasks } from './task-rules'

/** What waits for the practice: days of go-live to confirm, points to take note of, contracts to decide on; what is due soonest first. */
export async function listPracticeTasks(
  ctx: Context,
  practiceId: string,
  contracts: ContractLine[],
): Promise<PracticeTask[]> {
  const sites = groupBy(
    await listContractSites(
      db,
      contracts.map(({ id }) => id),
    ),
    (site) => site.contractId,
  )
  const tasks = [
    ...contracts.flatMap((contract) => siteTasks({ ...contract, sites: sites.get(contract.id) ?? [] }, practiceId)),
    ...(await consentTasks(ctx, practiceId)),
    ...decisionTasks(contracts),
  ]
  return tasks.toSorted((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1))
}

async function consentTasks(ctx: Context, practiceId: string): Promise<PracticeTask[]> {
  const callOffs = (await listCallOffs(ctx.actor)).filter((one) => one.practiceId === practiceId)
  const asked = await Promise.all(callOffs.map(async (one) => ({ one, gate: await getOrderGate(ctx, one) })))
  return asked.flatMap(({ one, gate }) =>
    gate?.gate === 'ACKNOWLEDGE' && gate.open.length > 0
      ? [
          {
            key: `consent/${one.id}`,
            words: `Take note of ${gate.open.length === 1 ? 'one open point' : `${gate.open.length} open points`} of ${one.moduleName} before order ${one.number} goes on`,
            href: `/call-offs/${one.id}`,
            due: null,
          },
        ]
      : [],
  )
}
