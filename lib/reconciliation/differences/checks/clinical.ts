import type { Change, CheckId, Finding } from '../finding'
import { isLost, isPair } from '../finding'
import { fieldOf, keysOf } from '../path'
import { holdsAttachment, touchesAttachment } from './attachments'
import { hasAllCodings } from './codings'
import {
  hasExtension,
  isActiveProblem,
  isActiveRepeat,
  isAllergy,
  isConsent,
  isFutureAppointment,
  isMedication,
  isOpenTask,
  isPlanInFlight,
  isUnfiled,
} from './record-facts'
import type { Judge } from './side-facts'

/** C08: drug, dose, quantity, repeats, review date and status, in the words of R4 and STU3; the rest counts under C05. */
const repeatFields = `medication medicationCodeableConcept medicationReference contained dosage dosageInstruction
  doseAndRate dispenseRequest dispense quantity substitution status statusReason taken intent doNotPerform
  courseOfTherapyType effectivePeriod effectiveDateTime extension modifierExtension basedOn priority subject patient
  reasonNotTaken renderedDosageInstruction effectiveDosePeriod`.split(/\s+/)
/** C09: codings, both statuses, reaction. */
const allergyFields = `code clinicalStatus verificationStatus status reaction substance criticality type category
  extension modifierExtension patient`.split(/\s+/)
/** C16: when, whether and whose. */
const diaryFields = `status start end requestedPeriod participant owner for executionPeriod restriction businessStatus
  slot docStatus cancelationReason cancellationReason code description focus`.split(/\s+/)

const touches = (f: Finding, fields: readonly string[]): boolean =>
  f.changes.some((change) => fields.includes(fieldOf(change.steps)))
const isSharing = ({ steps }: Change): boolean => steps[0] === 'meta' && (steps.length === 1 || steps[1] === 'security')
const sharingExtension = /consent|sharing|opt-?out|confidential|disclos|dissent/i

/** Checks of what a clinician acts on. Each asks of what kind the records are, whatever happened to them. */
export const clinicalJudges: Partial<Record<CheckId, Judge>> = {
  /** Exact: lost, put in, or a pair of which one is an active repeat and whose fields part. Copies are C19. */
  C08: (f) => {
    const isRepeat = [f.before, f.after].some((r) => r && isActiveRepeat(r))
    if (!isRepeat || f.class === 'duplicate') return undefined
    if (f.class === 'precision') return 'S3'
    return !isPair(f) || touches(f, repeatFields) ? 'S1' : undefined
  },
  C09: (f) => {
    if (!f.before || !isAllergy(f.before) || f.class === 'precision') return undefined
    return isLost(f) || (isPair(f) && touches(f, allergyFields)) ? 'S1' : undefined
  },
  /** Every coding that the source has is on the target's record of the same thing. */
  C10: (f) => {
    if (!f.before || f.class === 'wrong-patient' || hasAllCodings(f.before, f.after)) return undefined
    return isActiveProblem(f.before) || isMedication(f.before) || isAllergy(f.before) ? 'S1' : 'S2'
  },
  C11: (f) => {
    const { before, after } = f
    if (!isPair(f)) return [before, after].some((r) => r && holdsAttachment(r)) ? 'S1' : undefined
    return f.changes.some((c) => touchesAttachment(c, { before: before!, after: after! })) ? 'S1' : undefined
  },
  /** Nothing that waits for somebody is lost: it is gone, or waits no longer, or for another day or person. */
  C16: (f, { asOf }) => {
    const waits = (r: Finding['before']) =>
      r !== undefined && (isFutureAppointment(r, asOf) || isOpenTask(r) || isUnfiled(r))
    if (!waits(f.before)) return undefined
    if (isLost(f)) return 'S1'
    return isPair(f) && f.class !== 'precision' && (!waits(f.after) || touches(f, diaryFields)) ? 'S1' : undefined
  },
  C17: (f) => {
    if (!f.before || !isPlanInFlight(f.before)) return undefined
    return isLost(f) || (isPair(f) && f.class !== 'precision') ? 'S2' : undefined
  },
  /** Exact: any difference of a consent, of a record's security labels, of an extension that speaks of sharing. */
  C18: (f) => {
    if ([f.before, f.after].some((r) => r && isConsent(r))) return 'S1'
    if (!isPair(f)) return undefined
    const inExtension =
      f.changes.some((c) => keysOf(c.steps).some((key) => /extension$/i.test(key))) &&
      [f.before!, f.after!].some((r) => hasExtension(r, sharingExtension))
    return inExtension || f.changes.some(isSharing) ? 'S1' : undefined
  },
}
