import { defineCheck } from '../run/define-check'
import { must } from '../run/finding'
import { usualHandshake } from './parts/tls'

/** What TLS-03 looks at. */
const ofDates = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']

export const tls02 = defineCheck({
  id: 'TLS-02',
  title: 'The certificate is vouched for, and is for this host',
  requirement: 'GPC/security',
  strength: 'PARTIAL',
  writes: false,
  first: true,
  explanation:
    'The certificate of the handshake leads, with the intermediate ones that are sent along, to an authority that this machine trusts (Node’s list, and that of ' +
    'NODE_EXTRA_CA_CERTS), and names the host of the base. A certificate signed by itself, one of an unknown authority, a missing ' +
    'intermediate one and one of another name are breaches. [GP Connect, security page; RFC 6125]',
  examine: async (context) => {
    const { chainFault, otherHost } = await usualHandshake(context)
    must(
      !otherHost,
      'WRONG_CERTIFICATE',
      'certificate: expected one for the host of the base, got one for another name',
    )
    must(
      chainFault === undefined || ofDates.includes(chainFault),
      'WRONG_CERTIFICATE',
      `certificate: expected a chain to a trusted authority, got ${/^[A-Z0-9_]{1,60}$/.test(chainFault ?? '') ? chainFault : 'none'}`,
    )
    return 'The certificate leads to a trusted authority, and is for the host'
  },
})
