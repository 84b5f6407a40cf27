import 'server-only'
import type { CallOff } from './call-off'
import { nextRevision } from './call-off-rules'

/** What follows from the rest of the terms and is written with every change of a draft. */
export const derivedFields = [
  'number',
  'endsOn',
  'listSize',
  'yearlyPence',
  'oneOffPence',
  'totalPence',
  'optionPence',
  'termsHash',
] as const

/** A text that the payer was asked for is never written over: the first change after it is the next revision of the number. */
export const revised = (callOff: CallOff): CallOff =>
  callOff.submittedHash !== null && callOff.submittedHash === callOff.termsHash
    ? { ...callOff, number: nextRevision(callOff.number) }
    : callOff
