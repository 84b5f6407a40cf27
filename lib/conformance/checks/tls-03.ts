import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { usualHandshake } from './parts/tls'

const dayMs = 86_400_000
/** A certificate that is renewed by a machine is renewed earlier. */
const soonDays = 14

export const tls03 = defineCheck({
  id: 'TLS-03',
  title: 'The certificate has not expired, and does not soon',
  requirement: 'GPC/security',
  strength: 'PARTIAL',
  writes: false,
  first: true,
  explanation:
    'Every certificate of the chain is valid on the day of the run, and that of the host for fourteen days more: an endpoint whose certificate runs out ' +
    'fails for every practice at once. [GP Connect, security page]',
  examine: async (context) => {
    const { validity } = await usualHandshake(context)
    const today = Date.parse(context.today)
    const [host] = validity
    if (host === undefined) throw notExercised('NO_DATA', 'No certificate was sent')
    for (const { from, to } of validity) {
      must(
        from < today + dayMs,
        'CERTIFICATE_EXPIRED',
        'certificate: expected one that is valid today, got one of a later day',
      )
      must(
        to >= today,
        'CERTIFICATE_EXPIRED',
        'certificate: expected one that is valid today, got one that has expired',
      )
    }
    must(
      host.to >= today + soonDays * dayMs,
      'CERTIFICATE_EXPIRES_SOON',
      `certificate: expected one that is valid for ${soonDays} days more, got one that expires before`,
    )
    return 'The certificate is valid, and for more than fourteen days'
  },
})
