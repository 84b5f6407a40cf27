import { claimCheck } from './parts/jwt-claims'

export const jwt02 = claimCheck({
  id: 'JWT-02',
  title: 'A token says for whom it was issued',
  explanation: 'A token without sub, and one whose sub is empty.',
  wrong: () => [
    ['without sub', { sub: undefined }],
    ['whose sub is empty', { sub: '' }],
  ],
})
