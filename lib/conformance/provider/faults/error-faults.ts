import type { OperationOutcome } from '@medplum/fhirtypes'
import type { Behaviour, Fault } from '../behaviour'
import type { Reply } from '../call'
import { Refusal, type SpineCode } from '../refusal'
import { problemsOf } from '../validate-resource'

/** More than it should tell, in the words of an error. */
function leaks(words: string, where: (reply: Reply) => boolean): Behaviour {
  return {
    sends: (usual) => {
      const outcome = usual.body as OperationOutcome | undefined
      if (!where(usual) || outcome?.resourceType !== 'OperationOutcome') return usual
      const issue = outcome.issue.map((one) => ({ ...one, diagnostics: `${one.diagnostics}\n${words}` }))
      return { ...usual, body: { ...outcome, issue } }
    },
  }
}
function retold(from: SpineCode, status: number, code: SpineCode): Behaviour {
  return { refuses: (usual) => (usual.code === from ? new Refusal(status, code, usual.message) : usual) }
}

const stack =
  'Error: relation "patients" does not exist\n    at Query.run (/srv/app/node_modules/pg/lib/query.js:83:11)\n' +
  '    at async find (/srv/app/dist/patients.js:41:7)\npostgresql://portal:s3cret@10.1.2.3:5432/gp'

/** How it says no. */
export const errorFaults: Record<string, Fault> = {
  'leak-stack': {
    says: 'shows a stack trace and the address of its database in every error',
    mustFail: 'ERR-01',
    behaviour: leaks(stack, (reply) => reply.status >= 400),
  },
  'leak-stack-on-invalid': {
    says: 'shows a stack trace where a resource is refused, and nowhere else',
    mustFail: 'ERR-01',
    behaviour: leaks(stack, (reply) => reply.status === 422),
  },
  'leak-sql-on-parameter': {
    says: 'shows its SQL where a parameter is refused',
    mustFail: 'ERR-01',
    behaviour: leaks('SELECT id, nhs_number FROM patients WHERE favourite = $1', (reply) => reply.status === 400),
  },
  'leak-java-on-404': {
    says: 'shows a Java exception where an id is unknown',
    mustFail: 'ERR-01',
    behaviour: leaks(
      'ca.example.fhir.ResourceGoneException\n\tat ca.example.fhir.Dao.read(Dao.java:1203)',
      (reply) => reply.status === 404,
    ),
  },
  'leak-address-on-401': {
    says: 'tells a stranger the inner name of its identity server',
    mustFail: 'ERR-01',
    behaviour: leaks('connect ECONNREFUSED 10.20.0.7:8443 (auth.internal)', (reply) => reply.status === 401),
  },
  'no-outcome': {
    says: 'tells errors in plain text',
    mustFail: 'ERR-01',
    behaviour: {
      sends: (usual) =>
        usual.status >= 400
          ? { ...usual, headers: { ...usual.headers, 'content-type': 'text/plain' }, body: 'That did not work' }
          : usual,
    },
  },
  'empty-404': {
    says: 'answers an unknown id with nothing',
    mustFail: 'ERR-01',
    behaviour: { sends: (usual) => (usual.status === 404 ? { ...usual, body: '' } : usual) },
  },
  'empty-404-of-one-type': {
    says: 'answers an unknown medicine with nothing',
    mustFail: 'ERR-01',
    behaviour: {
      sends: (usual, call) =>
        usual.status === 404 && call.type === 'MedicationStatement' ? { ...usual, body: '' } : usual,
    },
  },
  'unknown-is-200': {
    says: 'answers an unknown id with 200 and an OperationOutcome',
    mustFail: 'ERR-01',
    behaviour: {
      sends: (usual, call) => (usual.status === 404 && call.kind === 'read' ? { ...usual, status: 200 } : usual),
    },
  },
  'unknown-is-500': {
    says: 'breaks on an unknown observation',
    mustFail: 'ERR-01',
    behaviour: {
      sends: (usual, call) => (usual.status === 404 && call.type === 'Observation' ? { ...usual, status: 500 } : usual),
    },
  },
  'outcome-without-issue': {
    says: 'gives an OperationOutcome that tells nothing',
    mustFail: 'ERR-01',
    behaviour: {
      sends: (usual) => (usual.status === 404 ? { ...usual, body: { resourceType: 'OperationOutcome' } } : usual),
    },
  },
  'ignores-params': {
    says: 'drops parameters that it does not know',
    mustFail: 'ERR-02',
    behaviour: { knowsParameter: ignoring(() => true) },
  },
  'ignores-params-of-one-type': {
    says: 'drops unknown parameters where observations are searched',
    mustFail: 'ERR-02',
    behaviour: { knowsParameter: ignoring((type) => type === 'Observation') },
  },
  'wrong-parameter-code': {
    says: 'refuses an unknown parameter under another code',
    mustFail: 'ERR-02',
    behaviour: retold('INVALID_PARAMETER', 400, 'BAD_REQUEST'),
  },
  'wrong-parameter-status': {
    says: 'breaks on an unknown parameter',
    mustFail: 'ERR-02',
    behaviour: retold('INVALID_PARAMETER', 500, 'INVALID_PARAMETER'),
  },
  'accepts-invalid': {
    says: 'takes any resource',
    mustFail: 'ERR-03',
    behaviour: { problems: () => [] },
  },
  'accepts-unknown-element': {
    says: 'takes elements that FHIR does not have',
    mustFail: 'ERR-03',
    behaviour: { problems: (usual) => usual.filter((problem) => !problem.includes('additional property')) },
  },
  'accepts-unknown-code': {
    says: 'takes a gender that FHIR does not have',
    mustFail: 'ERR-03',
    behaviour: { problems: (usual) => usual.filter((problem) => !problem.includes('value set')) },
  },
  'accepts-impossible-day': {
    says: 'takes a day that no calendar has',
    mustFail: 'ERR-03',
    behaviour: { problems: (usual) => usual.filter((problem) => !problem.includes('no such day')) },
  },
  'accepts-invalid-of-one-type': {
    says: 'looks at patients, and takes any observation',
    mustFail: 'ERR-03',
    behaviour: { problems: (_, resource) => (resource.resourceType === 'Observation' ? [] : problemsOf(resource)) },
  },
  'wrong-resource-code': {
    says: 'refuses an invalid resource under another code',
    mustFail: 'ERR-03',
    behaviour: retold('INVALID_RESOURCE', 422, 'BAD_REQUEST'),
  },
  'wrong-resource-status': {
    says: 'breaks on an invalid resource',
    mustFail: 'ERR-03',
    behaviour: retold('INVALID_RESOURCE', 500, 'INVALID_RESOURCE'),
  },
}

/** An unknown parameter takes no part, and the search goes on without it. */
function ignoring(where: (type: string) => boolean): NonNullable<Behaviour['knowsParameter']> {
  return (usual, call) => (usual || where(call.type!) ? true : usual)
}
