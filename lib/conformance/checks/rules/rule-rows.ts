import type { Strength } from '../../evidence/bundle'

/**
 * One rule as data: a FHIRPath expression that must be true of every resource of the type. It holds where R4 alone is silent; ids are
 * permanent (CK-06).
 */
export type RuleRow = { id: string; type: string; title: string; requirement: string; expression: string }

const nhsNumber = "identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number')"

export const ruleRows: RuleRow[] = [
  {
    id: 'RULE-PAT-NHS',
    type: 'Patient',
    title: 'An NHS number is ten digits, without blanks or signs',
    requirement: 'GPC/find-patient',
    expression: `${nhsNumber}.all(value.matches('^[0-9]{10}$'))`,
  },
  {
    id: 'RULE-PAT-ONE',
    type: 'Patient',
    title: 'A patient has one NHS number at most',
    requirement: 'GPC/find-patient',
    expression: `${nhsNumber}.count() <= 1`,
  },
  {
    id: 'RULE-PAT-NAME',
    type: 'Patient',
    title: 'A patient has a name, with a family name or as a text',
    requirement: 'GPC/find-patient',
    expression: 'name.exists() and name.all(family.exists() or text.exists())',
  },
  {
    id: 'RULE-ALG-CODE',
    type: 'AllergyIntolerance',
    title: 'An allergy says to what, by a code or a text',
    requirement: 'GPCARS01',
    expression: 'code.coding.code.exists() or code.text.exists()',
  },
  {
    id: 'RULE-MED-CODE',
    type: 'MedicationStatement',
    title: 'A medicine says which, by a code, a text or a reference',
    requirement: 'GPCARS01',
    expression:
      'medicationCodeableConcept.coding.code.exists() or medicationCodeableConcept.text.exists() or medicationReference.reference.exists()',
  },
  {
    id: 'RULE-OBS-UNIT',
    type: 'Observation',
    title: 'A measured value has its unit',
    requirement: 'GPCARS01',
    expression:
      'valueQuantity.empty() or (valueQuantity.value.exists() and (valueQuantity.unit.exists() or valueQuantity.code.exists()))',
  },
  {
    id: 'RULE-OBS-DATE',
    type: 'Observation',
    title: 'An observation says when',
    requirement: 'GPCARS01',
    expression: 'effectiveDateTime.exists() or effectivePeriod.exists() or effectiveInstant.exists()',
  },
  {
    id: 'RULE-SLT-TIME',
    type: 'Slot',
    title: 'A slot ends after it begins',
    requirement: 'GPC/appointments',
    expression: 'start < end',
  },
]

/** What rules are worth: a PASS shows that no breach was found where it looked. */
export const ruleStrength: Strength = 'BLOCK'
