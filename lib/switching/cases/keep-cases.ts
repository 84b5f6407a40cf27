import 'server-only'
import { getStandingNow } from '@/lib/assurance/get-standing-now'
import { isUnended } from '@/lib/contracts/contract'
import { type ContractFacts, listContractsOfModule } from '@/lib/contracts/get-contract-facts'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { againWhenStale, ok, type Result, refuse } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { findLeft } from '../switch-store'
import type { ExitCase } from './case'
import { caseMachine } from './case-machine'
import { type CaseStep, exitByOf, stateFor, stepOf } from './case-rules'
import { findCasesOfModule, findModulesWithCases, insertCase, moveCase } from './case-store'

/** When anything was decided or planned about a module version: the cases of those who use it follow its standing. Twice does nothing. */
export const keepCasesOfModule = (ctx: Context, event: StoredEvent) => keepCases(ctx, event.about.id)

/** By time: a plan can run out and a practice can have left, without anybody's act in this room. */
export async function keepOpenCases(ctx: Context): Promise<void> {
  for (const id of await findModulesWithCases(db)) await keepCases(ctx, id)
}

async function keepCases(ctx: Context, moduleVersionId: string): Promise<void> {
  const today = dayOf(ctx.now)
  const wanted = stateFor(await getStandingNow(db, moduleVersionId, today))
  const contracts = await listContractsOfModule(db, moduleVersionId)
  const left = await findLeft(
    db,
    contracts.map((contract) => contract.id),
  )
  const cases = new Map((await findCasesOfModule(db, moduleVersionId)).map((one) => [one.contractId, one]))
  for (const contract of contracts) {
    const inUse = isInUse(contract) && !left.has(contract.id)
    const exitBy = wanted === 'leaving' ? exitByOf(today, contract.noticeDays) : null
    const open = cases.get(contract.id)
    // One contract in one transaction: a kill between two loses none, because the rest follows when it runs again.
    if (open) againWhenStale(await follow(ctx, open, stepOf(open.state as OpenState, wanted, inUse), exitBy))
    else if (wanted && inUse) await begin(ctx, { ...caseOf(contract, moduleVersionId), state: wanted, exitBy })
  }
}

type OpenState = Exclude<ExitCase['state'], 'ended'>
async function follow(
  ctx: Context,
  open: ExitCase,
  step: CaseStep | undefined,
  exitBy: Day | null,
): Promise<Result<unknown>> {
  const move = step && next(caseMachine, open.state, step.command)
  if (!move) return ok(undefined)
  return transaction(async (tx) => {
    const kept = move.to === 'ended' ? open.exitBy : exitBy
    const change = { state: move.to, movedOn: dayOf(ctx.now), exitBy: kept, ending: step.ending }
    if (!(await moveCase(tx, open.id, open.version, change))) return refuse({ kind: 'stale' })
    await tell(tx, ctx, { ...open, ...change }, move.event, open.state)
    return ok(undefined)
  })
}

async function begin(ctx: Context, one: Omit<ExitCase, 'openedOn' | 'movedOn'>): Promise<void> {
  const today = dayOf(ctx.now)
  const opened = { ...one, openedOn: today, movedOn: today }
  await transaction(async (tx) => {
    if (await insertCase(tx, opened)) await tell(tx, ctx, opened, 'ExitCaseOpened', null)
  })
}

/** A site that has not ceased, of a contract that has not ended. */
const isInUse = (contract: ContractFacts) =>
  isUnended(contract) && contract.sites.some((site) => site.state !== 'ceased')

const caseOf = (contract: ContractFacts, moduleVersionId: string) => {
  const { id: contractId, practiceId, payerId, supplierId, moduleName } = contract
  return {
    id: newId(),
    contractId,
    practiceId,
    payerId,
    supplierId,
    moduleVersionId,
    moduleName,
    ending: null,
    version: 1,
  }
}

const tell = (
  tx: Tx,
  ctx: Context,
  { id, state, practiceId, moduleVersionId, ending }: ExitCase,
  name: string,
  from: string | null,
) =>
  record(tx, ctx, {
    name,
    about: { type: 'ExitCase', id },
    ...(from ? { from } : {}),
    to: state,
    organisationId: practiceId,
    data: { moduleVersionId, ending },
  })
