import type { Fault, TlsBehaviour } from '../behaviour'

const fault = (says: string, mustFail: string, tls: TlsBehaviour): Fault => ({ says, mustFail, tls, behaviour: {} })
/** The versions before TLS 1.2 are spoken only where the library is told to lower its level. */
const anything = 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'

/** How a connection may be badly secured; a provider with one of these serves https. */
export const tlsFaults: Record<string, Fault> = {
  'tls-1-0-too': fault('speaks TLS 1.0 beside newer versions', 'TLS-01', {
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  }),
  'tls-1-1-too': fault('speaks TLS 1.1 beside newer versions', 'TLS-01', {
    minVersion: 'TLSv1.1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
  }),
  'certificate-of-nobody': fault('has a certificate of an authority that nobody knows', 'TLS-02', {
    unknownAuthority: true,
  }),
  'certificate-of-another-host': fault('has a certificate for another name', 'TLS-02', { name: 'other.example' }),
  'certificate-expired': fault('has a certificate that has expired', 'TLS-03', { days: -3 }),
  'certificate-expires-soon': fault('has a certificate that expires in five days', 'TLS-03', { days: 5 }),
  'cipher-without-encryption': fault('agrees to send everything in the clear', 'TLS-04', {
    ciphers: anything,
    maxVersion: 'TLSv1.2',
    minVersion: 'TLSv1.2',
  }),
  'cipher-without-certificate': fault('agrees on a cipher that proves nobody', 'TLS-04', {
    ciphers: 'ALL:@SECLEVEL=0',
    maxVersion: 'TLSv1.2',
    minVersion: 'TLSv1.2',
  }),
  'no-strict-transport': fault('does not say that callers come by TLS alone', 'TLS-05', { strictTransport: null }),
  'strict-transport-for-a-day': fault('says for a day that callers come by TLS alone', 'TLS-05', {
    strictTransport: 'max-age=86400',
  }),
}
