import { defineCheck } from '../run/define-check'
import { mustRefuse } from './parts/outcome'
import { mustClaimRecord, recordOf } from './parts/structured-record'

export const rec02b = defineCheck({
  id: 'REC-02b',
  title: 'An unknown patient has no record',
  requirement: 'GPCARS01',
  strength: 'BLOCK',
  writes: false,
  explanation:
    'The structured record of a valid number that no patient has answers 404 with an OperationOutcome whose issue.details.coding says ' +
    'PATIENT_NOT_FOUND, and with no record. [GPCARS01; GP Connect, retrieve a patient’s structured record: error handling]',
  examine: async (context) => {
    await mustClaimRecord(context)
    const answer = await recordOf(context, context.fixtures.unknownNhsNumber)
    mustRefuse(answer, 'record of an unknown patient', [404], 'PATIENT_NOT_FOUND')
    return 'The record of an unknown patient is refused with PATIENT_NOT_FOUND'
  },
})
