import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId, newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { type Endpoint, isReady } from '../endpoints/endpoint'
import { maySeeEndpoint } from '../endpoints/endpoint-policy'
import { findEndpoint } from '../endpoints/endpoint-store'
import type { RunKind } from './run'
import { mayAskForOfficialRun, mayDryRun } from './run-policy'
import type { AskForRun } from './run-schema'
import { addRun, findRuns } from './run-store'

/** The supplier tries its endpoint: private, unsigned, as often as it likes, one at a time. */
export const dryRun = (ctx: Context, { endpointId }: { endpointId: string }): Promise<Result<{ id: string }>> =>
  transaction((tx) => ask(tx, ctx, endpointId, { kind: 'DRYRUN', reason: null, may: mayDryRun }))

/** The authority asks for a run that counts; the supplier is not told before it is over (CS-03). */
export const askForRun = (ctx: Context, { endpointId, ...asked }: AskForRun): Promise<Result<{ id: string }>> =>
  transaction((tx) => ask(tx, ctx, endpointId, { ...asked, may: mayAskForOfficialRun }))

type Asked = {
  kind: RunKind
  reason: string | null
  may: (actor: Context['actor'], endpoint: Endpoint) => Decision
}
async function ask(tx: Tx, ctx: Context, endpointId: string, asked: Asked): Promise<Result<{ id: string }>> {
  const endpoint = isId(endpointId) ? await findEndpoint(tx, endpointId) : undefined
  if (!endpoint || !maySeeEndpoint(ctx.actor, endpoint)) return refuse({ kind: 'not-found' })
  const may = asked.may(ctx.actor, endpoint)
  if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
  if (!isReady(endpoint, dayOf(ctx.now)))
    return refuse({
      kind: 'conflict',
      because: 'ENDPOINT_NOT_PROVEN: prove the endpoint, and let the authority approve its host, before it is tested',
    })
  const id = await queueRun(tx, ctx, endpoint, asked)
  return id
    ? ok({ id })
    : refuse({ kind: 'conflict', because: 'RUN_OPEN: a run of this kind is under way: wait for its end, or stop it' })
}

/** Puts a run in the queue, unless one of its kind is open at this endpoint: also for what time and events ask for. */
export async function queueRun(
  tx: Tx,
  ctx: Context,
  endpoint: Endpoint,
  { kind, reason }: Pick<Asked, 'kind' | 'reason'>,
): Promise<string | undefined> {
  const open = await findRuns(tx, { endpointId: endpoint.id, kinds: [kind], states: ['queued', 'running'] }, 1)
  if (open.length > 0) return undefined
  const id = newId()
  const added = await addRun(tx, {
    id,
    endpointId: endpoint.id,
    moduleVersionId: endpoint.moduleVersionId,
    supplierId: endpoint.supplierId,
    host: endpoint.host,
    kind,
    nonce: randomBytes(16).toString('hex'),
    seed: randomInt(2 ** 31),
    reason,
    queuedAt: ctx.now,
    askedById: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
  })
  if (!added) return undefined
  await record(tx, ctx, {
    name: 'RunQueued',
    about: { type: 'ConformanceRun', id },
    to: 'queued',
    organisationId: endpoint.supplierId,
    data: { kind, endpointId: endpoint.id, moduleVersionId: endpoint.moduleVersionId },
  })
  return id
}
