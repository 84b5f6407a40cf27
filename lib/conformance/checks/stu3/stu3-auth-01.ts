import { defineCheck } from '../../run/define-check'
import { recordDoor } from '../parts/clinical-answers'
import { mustRefuse } from '../parts/outcome'

export const stu3Auth01 = defineCheck({
  id: 'STU3-AUTH-01',
  title: 'No record without the right token',
  requirement: 'GPC/security',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'The structured record of a known and of an unknown patient, asked for without a token, with a wrong one and with one that has expired, answers 401 or 403 with an OperationOutcome. ' +
    '[GP Connect, security page]',
  examine: async ({ client, fixtures }) => {
    for (const number of [fixtures.nhsNumbers[0]!, fixtures.unknownNhsNumber])
      for (const token of ['none', 'wrong', 'expired'] as const)
        mustRefuse(
          await client.ask({ ...recordDoor(number).ask, token }),
          `structured record with ${token === 'none' ? 'no token' : `a token that is ${token}`}`,
          [401, 403],
          undefined,
          'OPEN_ACCESS',
        )
    return 'Nobody gets a record without the right token'
  },
})
