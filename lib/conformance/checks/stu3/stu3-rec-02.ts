import { defineCheck } from '../../run/define-check'
import { withWrongCheckDigit } from '../parts/nhs-number'
import { mustRefuse } from '../parts/outcome'
import { mustClaimRecord, recordOf } from '../parts/structured-record'

export const stu3Rec02 = defineCheck({
  id: 'STU3-REC-02',
  title: 'Invalid and unknown numbers are refused under their codes',
  requirement: 'GPCARS01',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'The structured record of the invalid number, of fixture numbers with a wrong check digit, and of one with a digit too few answers 400 and INVALID_NHS_NUMBER; of the unknown number 404 and ' +
    'PATIENT_NOT_FOUND; each with an OperationOutcome. [GPCARS01; GP Connect, error handling]',
  examine: async (context) => {
    await mustClaimRecord(context)
    const { nhsNumbers, invalidNhsNumber, unknownNhsNumber } = context.fixtures
    const wrong = [invalidNhsNumber, ...nhsNumbers.slice(0, 4).map(withWrongCheckDigit), nhsNumbers[0]!.slice(0, 9)]
    for (const number of wrong)
      mustRefuse(
        await recordOf(context, number),
        'record of a number that is no NHS number',
        [400],
        'INVALID_NHS_NUMBER',
        'INVALID_ACCEPTED',
      )
    mustRefuse(
      await recordOf(context, unknownNhsNumber),
      'record of an unknown patient',
      [404],
      'PATIENT_NOT_FOUND',
      'FOUND_WITHOUT_MATCH',
    )
    return 'Numbers that are no NHS number, and unknown ones, are refused under their codes'
  },
})
