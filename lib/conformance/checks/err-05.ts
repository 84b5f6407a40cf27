import type { Ask } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { make } from './parts/making'
import { mustRefuse } from './parts/outcome'
import { samplePatient } from './parts/samples'
import { offers, readStatement, type Statement } from './parts/statement'

type Try = { what: string; ask: Ask; statuses: number[] }
const notAllowed = [405, 501]
/** A type that is not made may be refused for what was sent as well. */
const refused = [...notAllowed, 400, 403, 404, 422]

export const err05 = defineCheck({
  id: 'ERR-05',
  title: 'A method that is not offered is refused',
  requirement: 'GPC/error-handling',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'POST, PUT, PATCH and DELETE of metadata, and of each declared type the create, update and delete that it does not declare, answer 405 (501 ' +
    'is taken too; 404 where an update or delete names an unknown id; any refusal of 4xx where a create is not declared) with an OperationOutcome. In a run that may write, a patient is made and ' +
    'told to be deleted where no delete is declared: 405, and the patient is still there. [GP Connect, error-handling page: NOT_IMPLEMENTED; ' +
    'FHIR R4, RESTful API: 405; RFC 9110]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const { client, readOnly } = context
    for (const { what, ask, statuses } of tries(context, statement)) {
      const answer = await client.ask(ask)
      // Five answers of 501 in a row would end the run as if the server were down.
      if (answer.status >= 500) await client.ask({ to: 'metadata' })
      mustRefuse(answer, what, statuses, undefined, 'METHOD_ACCEPTED')
    }
    if (!statement.known) throw notExercised('NO_DATA', 'No capability statement says which methods are not offered')
    if (!readOnly && offers(statement, 'Patient', 'create') && !offers(statement, 'Patient', 'delete'))
      await mustOutlive(context)
    return `Methods that are not offered are refused${statement.scope}`
  },
})

function tries({ nonce, readOnly }: CheckContext, { types }: Statement): Try[] {
  const nobody = `unknown-${nonce.slice(0, 12)}`
  const atMetadata = (['POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => ({
    what: `${method} of metadata`,
    ask: { method, to: 'metadata', ...(method === 'DELETE' ? {} : { body: { resourceType: 'CapabilityStatement' } }) },
    statuses: notAllowed,
  }))
  const ofTypes = types.flatMap(({ type, interactions }): Try[] => {
    const [one, statuses] = [`${type}/${nobody}`, [...notAllowed, 404]]
    const body = { resourceType: type }
    return [
      ...(interactions.includes('create') || readOnly
        ? []
        : [{ what: `create of ${type}`, ask: { method: 'POST' as const, to: type, body }, statuses: refused }]),
      ...(interactions.includes('update')
        ? []
        : [
            {
              what: `update of ${type}`,
              ask: { method: 'PUT' as const, to: one, body: { ...body, id: nobody } },
              statuses,
            },
          ]),
      ...(interactions.includes('delete')
        ? []
        : [{ what: `delete of ${type}`, ask: { method: 'DELETE' as const, to: one }, statuses }]),
    ]
  })
  return [...atMetadata, ...ofTypes]
}

async function mustOutlive(context: CheckContext): Promise<void> {
  const { client, nonce } = context
  const { to } = await make(context, { ...samplePatient(`${nonce}-kept`), resourceType: 'Patient' })
  const deleted = await client.ask({ method: 'DELETE', to })
  mustRefuse(deleted, 'delete of a patient', notAllowed, undefined, 'METHOD_ACCEPTED')
  const { status } = await client.ask({ to })
  must(status === 200, 'METHOD_ACCEPTED', `delete of a patient: it was refused, and the read then answers ${status}`)
}
