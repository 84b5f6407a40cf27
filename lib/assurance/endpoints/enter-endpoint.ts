import 'server-only'
import { randomBytes } from 'node:crypto'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import { parseSandbox } from '@/lib/conformance/guard/sandbox-rules'
import { judgeBase } from '@/lib/conformance/guard/target-rules'
import type { Fixtures } from '@/lib/conformance/run/run-job'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { sealSecret } from '@/lib/platform/secret-box'
import { transaction } from '@/lib/platform/transaction'
import { isOwn } from '../assessments/assessment-policy'
import { changeEndpoint } from './change-endpoint'
import { usualFixtures } from './endpoint'
import { mayKeepEndpoint } from './endpoint-policy'
import type { EnterEndpoint } from './endpoint-schema'
import { addEndpoint, findEndpointOf } from './endpoint-store'

/** A nonce that nobody can guess, short enough to be typed into a DNS form. */
const newChallenge = () => `gpit-${randomBytes(16).toString('hex')}`

/**
 * The supplier says where a module version is tested (CS-05), or changes it. A new address must be proven anew; whether it is
 * allowed at all the guard says, and to the supplier only that (SG-01, SG-08). The token is sealed at once.
 */
export function enterEndpoint(ctx: Context, input: EnterEndpoint): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const version = await getVersionById(tx, input.moduleVersionId)
    if (!version || !isOwn(ctx.actor, version)) return refuse({ kind: 'not-found' })
    const target = judgeBase(input.base, sandboxOfDeployment())
    if (!target.allowed) return invalidField('base', 'TARGET_NOT_ALLOWED: this address cannot be tested')
    if (input.slotsTo < input.slotsFrom) return invalidField('slotsTo', 'The last day must not be before the first')
    const { moduleVersionId, token } = input
    const { supplierId } = version
    const given = { base: target.url.href, host: target.url.hostname, fixtures: fixturesOf(input) }
    const sealedToken = token === '' ? undefined : sealSecret(supplierId, token)
    const own = await findEndpointOf(tx, moduleVersionId)
    if (own) {
      const moved = await changeAddress(tx, ctx, { ...input, version: input.version ?? own.version }, own.id, {
        ...given,
        ...(sealedToken && { sealedToken }),
      })
      return moved.ok ? ok({ id: own.id }) : moved
    }
    const endpoint = { id: newId(), moduleVersionId, supplierId, challenge: newChallenge(), ...given }
    if (!(await addEndpoint(tx, endpoint, sealedToken ?? null, ctx.now))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: 'EndpointEntered',
      about: { type: 'Endpoint', id: endpoint.id },
      to: 'entered',
      organisationId: supplierId,
      data: { moduleVersionId },
    })
    return ok({ id: endpoint.id })
  })
}

/** A changed host is proven anew with a new nonce; what else changes on a proven host leaves the proof as it is. */
function changeAddress(
  tx: Tx,
  ctx: Context,
  { version }: { version: number },
  id: string,
  given: { base: string; host: string; fixtures: Fixtures; sealedToken?: Uint8Array },
) {
  return changeEndpoint(
    tx,
    ctx,
    { id, version },
    {
      command: 'change',
      may: mayKeepEndpoint,
      change: (endpoint) => ({
        ...given,
        changedAt: ctx.now,
        ...(given.host === endpoint.host
          ? { state: endpoint.state }
          : {
              state: 'entered' as const,
              challenge: newChallenge(),
              seen: null,
              ...{ provenOn: null, provenBy: null, approvedById: null, approvedOn: null },
            }),
      }),
    },
  )
}

const fixturesOf = (input: EnterEndpoint): Fixtures => ({
  nhsNumbers: input.nhsNumbers,
  unknownNhsNumber: input.unknownNhsNumber,
  invalidNhsNumber: input.invalidNhsNumber,
  slotWindow: { start: input.slotsFrom, end: input.slotsTo },
  testRanges: usualFixtures.testRanges,
})

/** SG-10: only the deployment's configuration may name a host inside. */
export const sandboxOfDeployment = () => parseSandbox(env().sandboxHosts)!
