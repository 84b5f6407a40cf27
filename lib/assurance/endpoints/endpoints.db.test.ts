import { beforeEach, describe, expect, it, vi } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Result } from '@/lib/platform/refusal'
import { openSecret } from '@/lib/platform/secret-box'
import { actorWith, contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { endpoint, typedEndpoint } from '@/prisma/factories/endpoint'
import { type MadeModule, module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { approveEndpoint, letProofsExpire, revokeEndpoint } from './approve-endpoint'
import { enterEndpoint } from './enter-endpoint'
import { getEndpoint, listEndpoints, listOwnEndpoints } from './list-endpoints'
import { askForProof, recordProof } from './prove-endpoint'

useDatabase()
let made: MadeModule
beforeEach(async () => {
  made = await module.conformant()
})

const kindOf = async (result: Promise<Result<unknown>>) => {
  const answer = await result
  return answer.ok ? 'ok' : answer.refusal.kind
}
const versionOf = async (id: string) => (await db.endpoint.findUniqueOrThrow({ where: { id } })).version
const events = () =>
  db.event
    .findMany({ where: { aboutType: 'Endpoint' }, orderBy: { id: 'asc' } })
    .then((rows) => rows.map((row) => row.name))
const reason = 'It is not a sandbox but the real system'

describe('an endpoint (CS-05)', () => {
  it('is entered by its supplier alone, and nobody else learns that it exists', async () => {
    const stranger = await person.editor((await module.conformant()).supplierId)
    expect(await kindOf(enterEndpoint(contextOf(stranger), typedEndpoint(made.moduleVersionId)))).toBe('not-found')
    expect(await kindOf(enterEndpoint(contextOf(), typedEndpoint(made.moduleVersionId)))).toBe('not-found')
    const of = await endpoint.entered(made)
    expect(await getEndpoint(contextOf(stranger), of.id)).toBeUndefined()
    expect(await kindOf(askForProof(contextOf(stranger), { id: of.id, version: 1 }))).toBe('not-found')
    expect(await listEndpoints(contextOf(of.editor))).toBeUndefined()
    expect((await listOwnEndpoints(contextOf(stranger)))?.endpoints).toEqual([])
    expect((await listOwnEndpoints(contextOf(of.editor)))?.endpoints.map((e) => e.state)).toEqual(['entered'])
  })

  it.each([
    'http://fhir.calder-systems.co.uk/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://fhir.calder-systems.co.uk:8443/',
    'https://metadata.google.internal/',
    'https://sandbox.test/fhir',
  ])('SG-01, SG-08 TARGET_NOT_ALLOWED: %s, in one code and nothing is written', async (base) => {
    const editor = await person.editor(made.supplierId)
    const answer = await enterEndpoint(contextOf(editor), typedEndpoint(made.moduleVersionId, base))
    expect(answer).toEqual({
      ok: false,
      refusal: { kind: 'invalid', fields: { base: ['TARGET_NOT_ALLOWED: this address cannot be tested'] } },
    })
    expect(await db.endpoint.count()).toBe(0)
  })

  it('SG-10: a host inside only by the deployment’s configuration', async () => {
    vi.stubEnv('CONFORMANCE_SANDBOX', 'sandbox.test=127.0.0.1')
    const of = await endpoint.entered(made, 'http://sandbox.test:8080/fhir')
    expect(await getEndpoint(contextOf(of.editor), of.id)).toMatchObject({ base: 'http://sandbox.test:8080/fhir/' })
    vi.unstubAllEnvs()
  })

  it('EV-08: the token is sealed, opens for its supplier alone, and is forgotten with the endpoint', async () => {
    const of = await endpoint.entered(made, undefined, 'canary-token-1')
    const row = await db.endpoint.findUniqueOrThrow({ where: { id: of.id } })
    expect(openSecret(made.supplierId, row.sealedToken!)).toBe('canary-token-1')
    expect(() => openSecret(newId(), row.sealedToken!)).toThrow()
    expect(JSON.stringify(await getEndpoint(contextOf(of.editor), of.id))).not.toMatch(/canary|sealed/)
    expect(JSON.stringify(await db.event.findMany(), (_, v) => (typeof v === 'bigint' ? 0 : v))).not.toContain('canary')
    await revokeEndpoint(contextOf(of.editor), { id: of.id, version: 1, reason })
    expect((await db.endpoint.findUniqueOrThrow({ where: { id: of.id } })).sealedToken).toBeNull()
  })

  it('SG-02: proven, then approved by a person of the authority without an interest, once a host', async () => {
    const of = await endpoint.entered(made)
    expect(await kindOf(approveEndpoint(contextOf(of.assessor), { id: of.id, version: 1 }))).toBe('wrong-state')
    await recordProof(contextOf(system), { id: of.id, version: 1 }, 'dns')
    const move = { id: of.id, version: 2 }
    expect(await kindOf(approveEndpoint(contextOf(of.editor), move))).toBe('forbidden')
    const interested = actorWith(
      newId(),
      { role: 'assessor', organisationId: newId() },
      { role: 'supplier-editor', organisationId: made.supplierId },
    )
    expect(await kindOf(approveEndpoint(contextOf(interested), move))).toBe('forbidden')
    const both = await Promise.all([1, 2, 3].map(() => approveEndpoint(contextOf(of.assessor), move)))
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await events()).toEqual(['EndpointEntered', 'EndpointProven', 'EndpointApproved'])
    const second = await module.conformant({ supplierId: made.supplierId })
    const next = await endpoint.entered(second, 'https://fhir.calder-systems.co.uk/other')
    await recordProof(contextOf(system), { id: next.id, version: 1 }, 'file')
    expect((await getEndpoint(contextOf(of.editor), next.id))?.state, 'the host is approved already').toBe('approved')
  })

  it('a changed path stays proven, a changed host must be proven anew with another word', async () => {
    const of = await endpoint.approved(made)
    const before = (await getEndpoint(contextOf(of.editor), of.id))!
    const change = (base: string, version: number) =>
      enterEndpoint(contextOf(of.editor), { ...typedEndpoint(made.moduleVersionId, base), version })
    expect(await kindOf(change(`${before.base}v2`, before.version))).toBe('ok')
    expect(await getEndpoint(contextOf(of.editor), of.id)).toMatchObject({ state: 'approved' })
    expect(await kindOf(change('https://other.calder-systems.co.uk', before.version)), 'somebody was faster').toBe(
      'stale',
    )
    expect(await kindOf(change('https://other.calder-systems.co.uk', before.version + 1))).toBe('ok')
    const after = (await getEndpoint(contextOf(of.editor), of.id))!
    expect(after).toMatchObject({ state: 'entered', provenOn: null, approvedOn: null })
    expect(after.challenge).not.toBe(before.challenge)
  })

  it('CL-12: after ninety days it is stale, once, and is proven again', async () => {
    const of = await endpoint.approved(made)
    const day = (n: number) => new Date(noon.getTime() + n * 86_400_000)
    await letProofsExpire(contextOf(system, day(90)))
    expect((await getEndpoint(contextOf(of.editor, day(90)), of.id))?.ready).toBe(true)
    await letProofsExpire(contextOf(system, day(91)))
    await letProofsExpire(contextOf(system, day(91)))
    expect((await getEndpoint(contextOf(of.editor, day(91)), of.id))?.state).toBe('stale')
    expect((await events()).filter((name) => name === 'EndpointWentStale')).toHaveLength(1)
    await askForProof(contextOf(of.editor, day(92)), { id: of.id, version: await versionOf(of.id) })
    await recordProof(contextOf(system, day(92)), { id: of.id, version: await versionOf(of.id) }, 'dns')
    expect((await getEndpoint(contextOf(of.editor, day(92)), of.id))?.state).toBe('approved')
  })
})
