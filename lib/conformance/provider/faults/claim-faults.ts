import type { Fault } from '../behaviour'

/** By check, the claims that a provider may forget to look at. */
const claims: [check: string, claim: string][] = [
  ['JWT-01', 'iss'],
  ['JWT-02', 'sub'],
  ['JWT-03', 'aud'],
  ['JWT-04', 'iat'],
  ['JWT-04', 'exp'],
  ['JWT-05', 'reason_for_request'],
  ['JWT-06', 'requested_scope'],
  ['JWT-07', 'requesting_device'],
  ['JWT-08', 'requesting_organization'],
  ['JWT-09', 'requesting_practitioner'],
]

/** What is not looked at in a token of GP Connect. */
export const claimFaults: Record<string, Fault> = {
  ...Object.fromEntries(
    claims.map(([check, claim]): [string, Fault] => [
      `takes-any-${claim.replaceAll('_', '-')}`,
      {
        says: `does not look at ${claim} in a token`,
        mustFail: check,
        behaviour: { admits: (usual, _, token) => usual || token === `claim-${claim}` },
      },
    ]),
  ),
  'claims-are-not-told': {
    says: 'refuses a token with wrong claims without an OperationOutcome',
    mustFail: 'JWT-05',
    behaviour: {
      sends: (usual, call) =>
        usual.status === 401 && isOther(call.headers.authorization) ? { ...usual, body: '' } : usual,
    },
  },
}

/** Whether the reason for which somebody asks is another than care. */
function isOther(authorization: string | undefined): boolean {
  const claims = Buffer.from(authorization?.split('.')[1] ?? '', 'base64url').toString('utf8')
  return claims.includes('"reason_for_request":"curiosity"')
}
