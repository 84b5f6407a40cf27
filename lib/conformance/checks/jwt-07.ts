import { claimCheck, resourceClaim } from './parts/jwt-claims'

export const jwt07 = claimCheck({
  id: 'JWT-07',
  title: 'A token says with which system',
  explanation:
    'A token without requesting_device, and one in which it is another resource, a text, or has no identifier.',
  wrong: (claims) => resourceClaim(claims, 'requesting_device', 'Device', ['identifier']),
})
