import type { CheckId, Finding, Judged, Severity } from '../finding'
import { isPair, typeOf } from '../finding'
import { fieldOf, lastKeyOf } from '../path'
import { isAuthor, touchesAuthor } from './authors'
import { clinicalJudges } from './clinical'
import { isAllergy, isConsent, isFutureAppointment, isMedication, isOpenTask, isPatient } from './record-facts'
import type { Judge, SideFacts } from './side-facts'
import { leafChanges } from './values'
import { valueJudges } from './values-judges'

/** Fields by which a person is told from another (C03). */
const demographics = ['identifier', 'name', 'gender', 'birthDate', 'deceased', 'deceasedBoolean', 'deceasedDateTime']
const contact = ['address', 'telecom', 'multipleBirthBoolean', 'multipleBirthInteger', 'active', 'link']

/** Checks on who a record belongs to, how often it stands there and what it leads to. */
const recordJudges: Partial<Record<CheckId, Judge>> = {
  /** The set of patients: every record of one who is on one side only; a patient without a key that is there no more. */
  C02: (f) => {
    if (f.class === 'patient-missing' || f.class === 'patient-added') return 'S1'
    return isPatient((f.before ?? f.after)!) && !isPair(f) ? 'S1' : undefined
  },
  C03: (f) => {
    if (!isPair(f) || !isPatient(f.before!)) return undefined
    return f.changes.some((c) => [...demographics, ...contact].includes(fieldOf(c.steps))) ? 'S1' : undefined
  },
  C04: (f, facts) => (isPair(f) || !facts.isUnbalanced(f) ? undefined : 'S2'),
  /** Content: every difference but links, which have equal content; figures written otherwise are listed only (C14). */
  C05: (f, { asOf }) => {
    if (f.class === 'link') return undefined
    if (f.class === 'precision') return 'S3'
    const worst = [f.before, f.after].some(
      (r) => r && (isAllergy(r) || isMedication(r) || isConsent(r) || isOpenTask(r) || isFutureAppointment(r, asOf)),
    )
    return worst ? 'S1' : 'S2'
  },
  C06: (f) => (f.class === 'wrong-patient' ? 'S1' : undefined),
  /** Links: equal content that leads elsewhere, and a reference that an altered record has lost, turned or gained. */
  C07: (f) => {
    if (f.class === 'link') return 'S2'
    return f.class === 'altered' && f.changes.flatMap(leafChanges).some((c) => lastKeyOf(c.steps) === 'reference')
      ? 'S2'
      : undefined
  },
  C12: (f, facts) => facts.monthSeverity(f),
  C19: (f, { isActive }) => (f.class !== 'duplicate' ? undefined : isActive(f.after!) ? 'S1' : 'S2'),
  C22: (f) => (isAuthor(typeOf(f)) || (isPair(f) && f.changes.some(touchesAuthor)) ? 'S3' : undefined),
}

const judges: Partial<Record<CheckId, Judge>> = { ...recordJudges, ...clinicalJudges, ...valueJudges }

/**
 * Every check that a finding meets, each by its definition (CK-00), with the severity it has there (§7.6). C01 and the
 * numbers of C03 are about folders and sides, not about a difference: see `side-checks.ts`. The severity is the worst one;
 * none for a link that its neighbour explains and for a pair that a declared rule explains.
 */
export function judge(finding: Finding, facts: SideFacts): Judged {
  const checks = new Map<CheckId, Severity>()
  // A link whose neighbour is in the list says nothing new (LK-03), but its author is still not known there (C22).
  const asked = Object.entries(judges).filter(([id]) => !finding.neighbour || id === 'C22')
  for (const [id, ask] of asked) {
    const severity = ask(finding, facts)
    if (severity) checks.set(id as CheckId, severity)
  }
  const isExplained = finding.neighbour || finding.rules
  return { ...finding, checks, severity: isExplained ? undefined : ([...checks.values()].sort()[0] ?? 'S2') }
}
