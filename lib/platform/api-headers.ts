/** What keeps a browser safe that is sent to an answer for programs: no proxy stands before those. */
export const apiHeaders = (): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  ...((process.env.PUBLIC_URL ?? '').startsWith('https://')
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {}),
})
