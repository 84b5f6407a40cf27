import { defineCheck } from '../run/define-check'
import { withWrongCheckDigit } from './parts/nhs-number'
import { mustRefuse } from './parts/outcome'
import { mustClaimRecord, recordOf } from './parts/structured-record'

export const rec02a = defineCheck({
  id: 'REC-02a',
  title: 'A number that is no NHS number is refused',
  requirement: 'GPCARS01',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'The structured record asked for with a number that cannot be an NHS number (the invalid fixture number, the first four fixture numbers with a wrong ' +
    'check digit, one digit too few or too many, a letter in it) answers 400 with an OperationOutcome whose issue.details.coding says ' +
    'INVALID_NHS_NUMBER. [GPCARS01; GP Connect, retrieve a patient’s structured record: error handling]',
  examine: async (context) => {
    await mustClaimRecord(context)
    const { nhsNumbers, invalidNhsNumber } = context.fixtures
    const [first] = nhsNumbers
    const wrong: [string, string][] = [
      ['the invalid number', invalidNhsNumber],
      ...nhsNumbers
        .slice(0, 4)
        .map((number): [string, string] => ['a number with a wrong check digit', withWrongCheckDigit(number)]),
      ['a number with a digit too few', first!.slice(0, 9)],
      ['a number with a digit too many', `${first}0`],
      ['a number with a letter', `${first!.slice(0, 9)}X`],
    ]
    for (const [what, number] of wrong)
      mustRefuse(await recordOf(context, number), `record of ${what}`, [400], 'INVALID_NHS_NUMBER', 'INVALID_ACCEPTED')
    return 'Numbers that are no NHS number are refused with INVALID_NHS_NUMBER'
  },
})
