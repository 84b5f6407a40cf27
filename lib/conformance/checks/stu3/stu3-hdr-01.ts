import type { Answer } from '../../http/client'
import { defineCheck } from '../../run/define-check'
import { must } from '../../run/finding'
import { theirs } from '../../run/theirs'
import { recordOf } from '../parts/structured-record'

export const stu3Hdr01 = defineCheck({
  id: 'STU3-HDR-01',
  title: 'Records and refusals are FHIR JSON, and records are not kept on the way',
  requirement: 'GPC/security',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'The structured record of the first two fixture patients, of an unknown and of an invalid number says Content-Type: application/fhir+json, and a record Cache-Control: no-store. ' +
    '[GP Connect, security and RESTful API pages]',
  examine: async (context) => {
    const { nhsNumbers, unknownNhsNumber, invalidNhsNumber } = context.fixtures
    for (const number of [...nhsNumbers.slice(0, 2), unknownNhsNumber, invalidNhsNumber])
      mustSay(await recordOf(context, number))
    return 'Records and refusals say application/fhir+json, and records say no-store'
  },
})

function mustSay({ status, headers }: Answer): void {
  const what = status === 200 ? 'structured record' : 'refusal of a record'
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  must(
    type === 'application/fhir+json',
    'WRONG_CONTENT_TYPE',
    `${what}: expected Content-Type application/fhir+json, got ${theirs(headers['content-type'])}`,
  )
  const kept = (headers['cache-control'] ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
  must(
    status !== 200 || kept.includes('no-store'),
    'MAY_BE_STORED',
    `${what}: expected Cache-Control no-store, got ${theirs(headers['cache-control'])}`,
  )
}
