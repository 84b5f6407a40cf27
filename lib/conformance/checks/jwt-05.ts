import { claimCheck } from './parts/jwt-claims'

export const jwt05 = claimCheck({
  id: 'JWT-05',
  title: 'A token says why',
  explanation: 'A token without reason_for_request, and one with another reason than directcare.',
  wrong: () => [
    ['without reason_for_request', { reason_for_request: undefined }],
    ['with another reason than directcare', { reason_for_request: 'curiosity' }],
  ],
})
