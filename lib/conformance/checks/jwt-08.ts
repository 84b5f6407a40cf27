import { claimCheck, resourceClaim } from './parts/jwt-claims'

export const jwt08 = claimCheck({
  id: 'JWT-08',
  title: 'A token says for which organisation',
  explanation:
    'A token without requesting_organization, and one in which it is another resource, a text, or has no identifier.',
  wrong: (claims) => resourceClaim(claims, 'requesting_organization', 'Organization', ['identifier']),
})
