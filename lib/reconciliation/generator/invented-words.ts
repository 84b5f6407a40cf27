/** Words of invented records. The codes have the form of SNOMED CT and dm+d ids and mean nothing. */
export const surnames = [
  'Abara',
  'Brontë',
  'Cárdenas',
  'Dłuska',
  'Ewing',
  'Fitzgerald',
  'Ghosh',
  'Hänsel',
  'Ibrahim',
  'Józefowicz',
  'Kaur',
  'Łukasik',
  'Müller',
  'Nwosu',
  "O'Brien",
  'Patel',
  'Quinn',
  'Renée',
  'Şahin',
  'Taylor',
] as const
export const forenames = [
  'Aoife',
  'Beatriz',
  'Chloé',
  'Dmitri',
  'Élodie',
  'Farah',
  'Grace',
  'Hugh',
  'Imogen',
  'Jürgen',
  'Khadija',
  'Liam',
  'Mary',
  'Noah',
  'Olu',
  'Priya',
  'Rhys',
  'Siân',
  'Tomás',
  'Zoë',
] as const
export const drugs = [
  'Invented amoxicillin 500 mg capsules',
  'Invented ramipril 2.5 mg tablets',
  'Invented metformin 1 g tablets',
  'Invented salbutamol 100 micrograms/dose inhaler',
  'Invented atorvastatin 20 mg tablets',
  'Invented levothyroxine 75 micrograms tablets',
] as const
export const doses = [
  'Take one tablet twice a day with food',
  'Two puffs when needed, at most eight a day',
  'One at night',
  'Take 2.5 ml three times a day for 7 days',
  'ONE capsule every 8 hours – finish the course',
] as const
export const problems = [
  'Invented asthma',
  'Invented type 2 diabetes',
  'Invented essential hypertension',
  'Invented eczema',
  'Invented migraine',
  'Invented osteoarthritis of knee',
] as const
export const allergens = [
  'Invented penicillin',
  'Invented peanut',
  'Invented latex',
  'Invented bee venom',
  'Invented trimethoprim',
] as const
export const procedures = [
  'Invented spirometry',
  'Invented cervical screening',
  'Invented minor surgery',
  'Invented ear irrigation',
] as const
export const vaccines = [
  'Invented influenza vaccine',
  'Invented pneumococcal vaccine',
  'Invented shingles vaccine',
  'Invented MMR vaccine',
] as const
export const letters = [
  'Cardiology clinic letter',
  'Discharge summary',
  'Ophthalmology report',
  'Physiotherapy letter',
  'Dermatology advice',
] as const
/** Name, unit, least, most and digits after the point of what is measured. */
export const measures = [
  ['Invented systolic blood pressure', 'mm[Hg]', 95, 180, 0],
  ['Invented body weight', 'kg', 48, 120, 1],
  ['Invented haemoglobin A1c', 'mmol/mol', 31, 98, 0],
  ['Invented serum potassium', 'mmol/L', 3, 6, 1],
  ['Invented serum creatinine', 'umol/L', 50, 160, 0],
  ['Invented peak flow', 'L/min', 200, 650, 0],
  ['Invented total cholesterol', 'mmol/L', 3, 8, 2],
] as const
export const notes = [
  'Seen with her daughter; “feels better since May”.',
  'Rang back – no answer. Try again tomorrow.',
  'Bloods repeated because the sample was haemolysed (>5 h in transit).',
  'Café-au-lait spots noted, 3 × 4 mm, unchanged.',
  'Advice given: return if no better in 7 days.',
  'Ελέγχθηκε με διερμηνέα. Sleeps poorly.',
] as const
