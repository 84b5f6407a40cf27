import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { theirs } from '../run/theirs'
import { forbidden, usualHandshake } from './parts/tls'

/** Families that keep no secret, or prove nobody, in the words of OpenSSL. */
const families = [
  ['no encryption', 'eNULL'],
  ['no certificate', 'aNULL'],
  ['RC4', 'RC4'],
  ['triple DES', '3DES'],
  ['DES', 'DES'],
  ['export ciphers', 'EXPORT'],
  ['MD5', 'MD5'],
  ['IDEA or SEED', 'IDEA:SEED'],
] as const
const weak = /NULL|ADH|AECDH|RC4|RC2|DES|EXP|MD5|IDEA|SEED/

export const tls04 = defineCheck({
  id: 'TLS-04',
  title: 'No weak cipher is agreed on',
  requirement: 'GPC/security',
  strength: 'BLOCK',
  writes: false,
  first: true,
  explanation:
    'The ordinary handshake agrees on no cipher without encryption or authentication, and none of RC4, DES, triple DES, MD5, IDEA, SEED or export strength; and ' +
    'a handshake up to TLS 1.2 that offers such a family alone is refused, for each family that the machine of the run can still offer. ' +
    '[GP Connect, security page: ciphers]',
  examine: async (context) => {
    const { cipher } = await usualHandshake(context)
    must(!weak.test(cipher), 'WEAK_TLS', `handshake: expected a strong cipher, got ${theirs(cipher)}`)
    let offered = 0
    for (const [words, ciphers] of families) {
      const seen = await forbidden(context, { maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` })
      if (seen === null) continue
      offered++
      must(
        seen === undefined,
        'WEAK_TLS',
        () => `handshake that offers ${words} alone: expected a refusal, agreed on ${theirs(seen?.cipher)}`,
      )
    }
    if (offered === 0)
      throw notExercised('PARTLY_TRIED', 'This machine can offer no weak cipher, so nobody could refuse one')
    return `No weak cipher is agreed on; of ${families.length} families, ${offered} could be offered`
  },
})
