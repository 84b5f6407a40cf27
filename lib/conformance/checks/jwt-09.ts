import { claimCheck, resourceClaim } from './parts/jwt-claims'

export const jwt09 = claimCheck({
  id: 'JWT-09',
  title: 'A token says which person asks',
  explanation:
    'A token without requesting_practitioner, and one in which it is another resource, a text, has no identifier, or is not the person of sub.',
  wrong: (claims) => [
    ...resourceClaim(claims, 'requesting_practitioner', 'Practitioner', ['identifier']),
    ['whose practitioner is not the person of sub', { sub: 'somebody-else' }],
  ],
})
