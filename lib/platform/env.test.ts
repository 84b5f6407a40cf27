import { describe, expect, it } from 'vitest'
import { env } from './env'

describe('the environment', () => {
  it.each([
    [{ PORT: 'abc' }, /^PORT must be a port number/],
    [{ PORT: '70000' }, /^PORT /],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must begin with postgresql:/],
    [{ PUBLIC_URL: 'portal' }, /^PUBLIC_URL must be a complete address/],
    [{ NEXTAUTH_SECRET: 'short' }, /^NEXTAUTH_SECRET must have at least 32 characters/],
    [{ SMTP_URL: 'http://x' }, /^SMTP_URL must begin with smtp:/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL /],
    [{ DEMO: 'yes' }, /^DEMO /],
    [{ OIDC_ISSUER: 'https://issuer.example' }, /^OIDC_CLIENT_ID is missing/],
  ])('%j is refused in one line that names the variable', (given, words) => {
    expect(() => env(given as Record<string, string>)).toThrow(words)
    try {
      env(given as Record<string, string>)
    } catch (error) {
      expect((error as Error).message).not.toContain('\n')
    }
  })

  it('an empty variable counts as absent; the demonstration is on with the embedded database, off with one of your own', () => {
    expect(env({ DATABASE_URL: '', PORT: '' })).toMatchObject({
      PORT: 3000,
      demo: true,
      publicUrl: 'http://localhost:3000',
    })
    expect(env({ DATABASE_URL: 'postgresql://a@b/c' })).toMatchObject({ demo: false })
    expect(env({ DATABASE_URL: 'postgresql://a@b/c', DEMO: '1' })).toMatchObject({ demo: true })
  })
})
