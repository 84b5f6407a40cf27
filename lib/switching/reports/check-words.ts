/** What each check asks, for somebody who decides by it and has never run one (design §7.6). */
export const checkWords: Record<string, string> = {
  C01: 'Are the folders that were compared the very ones that the suppliers signed for, byte for byte?',
  C02: 'Is every patient of the old system in the new one, and nobody else? Deducted and deceased patients count too.',
  C03: 'Is every NHS number valid and used once on each side, and do name, birth date and address still agree?',
  C04: 'Has each patient as many records of each kind as before?',
  C05: 'Does every record say the same as before, field by field?',
  C06: 'Is every record with the patient it belongs to?',
  C07: 'Do records still point to the same other records: a result to its request, a letter to its visit?',
  C08: 'Is each active repeat medication exact: drug, dose, quantity, repeats, review date and status?',
  C09: 'Is each allergy still coded and active, so that the new system warns of it?',
  C10: 'Is every clinical code still there, or mapped by a declared rule?',
  C11: 'Is every attached document there, unchanged, and with the right patient?',
  C12: 'Is there a month of records that has emptied or shrunk?',
  C13: 'Was any free text cut or garbled?',
  C14: 'Has any number or unit changed?',
  C15: 'Has any date or time changed?',
  C16: 'Are all future appointments, open tasks and unfiled results and letters still there?',
  C17: 'Are recalls, diary entries and referrals in flight still there?',
  C18: 'Are consent and sharing settings exactly as before?',
  C19: 'Does anything stand there more often than before, such as a medication twice?',
  C20: 'Do disease registers and quality counts agree, or is each difference explained?',
  C21: 'Does the list size agree with the national index of patients?',
  C22: 'Does the new system know who wrote each record, and in which role?',
  C23: 'Can the audit archive be opened, and do five look-ups in it work?',
  C24: 'Is everything that is not migrated listed, with an owner and a day?',
  C25: 'Is every slip written during the cut-over found in the new system?',
  C26: 'Has a second party, with the same data, found exactly the same?',
}

/** What a severity means and what follows from it. */
export const severityWords = {
  S1: 'could harm a patient. It is fixed or explained, never accepted (SW-04).',
  S2: 'is clinical or legal. It is fixed, explained, or accepted by the clinical safety officer under a hazard.',
  S3: 'is administrative.',
  S4: 'is noted only.',
} as const

export const classWords: Record<string, string> = {
  'patient-missing': 'Records of patients who are not in the new system at all',
  'patient-added': 'Records of patients who were not in the old system',
  'wrong-patient': 'Records that are now with another patient',
  duplicate: 'Records that stand there more often than before',
  altered: 'Records whose content has changed',
  precision: 'Numbers written with other digits but of equal value',
  missing: 'Records that are not in the new system',
  added: 'Records that were not in the old system',
  link: 'Records that point to something else than before',
}

const verdictWords: Record<string, string> = {
  equal: 'Both sides are equal. Nothing was lost, added or changed.',
  'equal-with-rules':
    'Both sides are equal where the declared rules are applied. Read the rules below: each says what it explains.',
  different: 'The two sides differ, and no declared rule explains it.',
  'invalid-input': 'The input was faulty, so there is no verdict.',
}

const halfWords: Record<string, string> = {
  equal: 'What was compared is equal on both sides. Not everything was compared.',
  'equal-with-rules':
    'What was compared is equal where the declared rules are applied. Not everything was compared. Read the rules below.',
}

/** The verdict in words; of a run that left checks out, nothing is said of what it did not look at. */
export const verdictSentence = ({ verdict, complete }: { verdict: string; complete: boolean }): string =>
  (complete ? undefined : halfWords[verdict]) ?? verdictWords[verdict] ?? verdict
