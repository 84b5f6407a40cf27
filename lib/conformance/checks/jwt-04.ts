import { claimCheck } from './parts/jwt-claims'

export const jwt04 = claimCheck({
  id: 'JWT-04',
  title: 'A token is good for five minutes',
  explanation:
    'A token without exp, without iat, that has expired, whose exp is a text, that is issued later than now, and that is good for an hour.',
  wrong: ({ iat }) => {
    const at = Number(iat)
    return [
      ['without exp', { exp: undefined }],
      ['without iat', { iat: undefined }],
      ['that has expired', { iat: at - 7_200, exp: at - 6_900 }],
      ['whose exp is a text', { exp: 'soon' }],
      ['that is issued in a year', { iat: at + 31_536_000, exp: at + 31_536_300 }],
      ['that is good for an hour', { exp: at + 3_600 }],
    ]
  },
})
