import type { Behaviour, Fault, GivenToken } from '../behaviour'
import type { Call } from '../call'

/** Takes this token for the right one, where `where` says so. */
const takes = (kind: GivenToken, where: (call: Call) => boolean = () => true): Behaviour => ({
  admits: (usual, call, token) => usual || (token === kind && where(call)),
})

/** What is not looked at in a token. */
export const tokenFaults: Record<string, Fault> = {
  'takes-expired-tokens': {
    says: 'does not look whether a token has expired',
    mustFail: 'AUTH-02',
    behaviour: takes('expired'),
  },
  'takes-tokens-of-others': {
    says: 'does not look for whom a token was issued',
    mustFail: 'AUTH-02',
    behaviour: takes('other-audience'),
  },
  'takes-any-scope': {
    says: 'does not look at the scope of a token',
    mustFail: 'AUTH-02',
    behaviour: takes('other-scope'),
  },
  'takes-expired-tokens-in-record': {
    says: 'does not look whether a token has expired where the operation is asked',
    mustFail: 'AUTH-02',
    behaviour: takes('expired', (call) => call.kind === 'record'),
  },
  'takes-any-scope-for-writing': {
    says: 'lets whoever may only sign in write',
    mustFail: 'AUTH-02',
    behaviour: takes('other-scope', (call) => call.kind === 'create'),
  },
  'takes-tokens-of-others-for-export': {
    says: 'starts an export with the token of another service',
    mustFail: 'AUTH-02',
    behaviour: takes('other-audience', (call) => call.kind === 'export-start'),
  },
}
