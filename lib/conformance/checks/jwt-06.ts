import { claimCheck } from './parts/jwt-claims'

export const jwt06 = claimCheck({
  id: 'JWT-06',
  title: 'A token says what it is to reach',
  explanation: 'A token without requested_scope, and one with a scope that GP Connect has not.',
  wrong: () => [
    ['without requested_scope', { requested_scope: undefined }],
    ['with a scope that GP Connect has not', { requested_scope: 'everything/*.*' }],
  ],
})
