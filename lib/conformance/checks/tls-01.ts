import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { forbidden, usualHandshake } from './parts/tls'

export const tls01 = defineCheck({
  id: 'TLS-01',
  title: 'The connection is TLS 1.2 or newer',
  requirement: 'GPC/security',
  strength: 'PARTIAL',
  writes: false,
  first: true,
  explanation:
    'An ordinary handshake agrees on TLS 1.2 or 1.3. Handshakes that offer TLS 1.0 or TLS 1.1 alone are refused. Nothing is sent over them. ' +
    '[GP Connect, security page: TLS 1.2 or higher]',
  examine: async (context) => {
    const { protocol } = await usualHandshake(context)
    must(['TLSv1.2', 'TLSv1.3'].includes(protocol), 'WEAK_TLS', `handshake: expected TLS 1.2 or 1.3, got ${protocol}`)
    let offered = 0
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      const seen = await forbidden(context, { minVersion: version, maxVersion: version, ciphers: 'ALL:@SECLEVEL=0' })
      if (seen === null) continue
      offered++
      must(
        seen === undefined,
        'WEAK_TLS',
        `handshake that offers ${version} alone: expected a refusal, it was agreed on`,
      )
    }
    if (offered === 0)
      throw notExercised('PARTLY_TRIED', 'This machine cannot offer TLS 1.0 and 1.1, so nobody could refuse them')
    return 'TLS 1.2 or newer is agreed on, and older versions are refused'
  },
})
