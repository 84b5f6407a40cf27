import { claimCheck } from './parts/jwt-claims'

export const jwt01 = claimCheck({
  id: 'JWT-01',
  title: 'A token says who issued it',
  explanation: 'A token without iss, and one whose iss is no address.',
  wrong: () => [
    ['without iss', { iss: undefined }],
    ['whose iss is no address', { iss: 'consumer' }],
  ],
})
