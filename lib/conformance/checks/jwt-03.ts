import { claimCheck } from './parts/jwt-claims'

export const jwt03 = claimCheck({
  id: 'JWT-03',
  title: 'A token is for this endpoint',
  explanation: 'A token without aud, and one whose aud is another endpoint.',
  wrong: () => [
    ['without aud', { aud: undefined }],
    ['for another endpoint', { aud: 'https://conformance.example/other/fhir' }],
  ],
})
