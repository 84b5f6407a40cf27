import { approveEndpoint } from '@/lib/assurance/endpoints/approve-endpoint'
import { usualFixtures } from '@/lib/assurance/endpoints/endpoint'
import { enterEndpoint } from '@/lib/assurance/endpoints/enter-endpoint'
import { getEndpoint } from '@/lib/assurance/endpoints/list-endpoints'
import { recordProof } from '@/lib/assurance/endpoints/prove-endpoint'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import type { MadeModule } from './module'
import { organisation } from './organisation'
import { person } from './person'

/** What a supplier types into the form of an endpoint. */
export const typedEndpoint = (moduleVersionId: string, base = 'https://fhir.calder-systems.co.uk/r4', token = '') => ({
  moduleVersionId,
  base,
  token,
  nhsNumbers: usualFixtures.nhsNumbers,
  unknownNhsNumber: usualFixtures.unknownNhsNumber,
  invalidNhsNumber: usualFixtures.invalidNhsNumber,
  slotsFrom: usualFixtures.slotWindow.start,
  slotsTo: usualFixtures.slotWindow.end,
})

type Of = Pick<MadeModule, 'moduleVersionId' | 'supplierId'>
export type MadeEndpoint = { id: string; editor: Actor; assessor: Actor }

/** An endpoint of that module, as far as the name says, by the commands of its people. */
export const endpoint = {
  async entered(made: Of, base?: string, token?: string, now = noon): Promise<MadeEndpoint> {
    const editor = await person.editor(made.supplierId)
    const assessor = await person.with('assessor', (await organisation.authority()).id)
    const { id } = value(await enterEndpoint(contextOf(editor, now), typedEndpoint(made.moduleVersionId, base, token)))
    return { id, editor, assessor }
  },
  async approved(made: Of, base?: string, token?: string, now = noon): Promise<MadeEndpoint> {
    const of = await endpoint.entered(made, base, token, now)
    const { version } = await db.endpoint.findUniqueOrThrow({ where: { id: of.id } })
    value(await recordProof(contextOf(system, now), { id: of.id, version }, 'dns'))
    const proven = await getEndpoint(contextOf(of.assessor, now), of.id)
    if (proven?.state === 'proven')
      value(await approveEndpoint(contextOf(of.assessor, now), { id: of.id, version: proven.version }))
    return of
  },
}
