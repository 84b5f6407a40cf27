/**
 * The chance, from 0 to 1, that a sample without replacement meets at least one of the patients that a fault touches. Why a
 * sample proves little: 50 of 10,000 find a fault of 5 patients in 2.48 of 100 cases (design §1).
 */
export function chanceToFind({
  patients,
  touched,
  sample,
}: {
  patients: number
  touched: number
  sample: number
}): number {
  if (sample + touched > patients) return 1
  let missed = 1
  for (let i = 0; i < touched; i++) missed *= (patients - sample - i) / (patients - i)
  return 1 - missed
}

/** The chances that are shown for a practice of this size; sizes of samples that are larger than the practice are left out. */
export function sampleChances(patients: number): { sample: number; percent: string }[] {
  const touched = 5
  return [50, 300]
    .filter((sample) => sample + touched <= patients)
    .map((sample) => ({ sample, percent: (chanceToFind({ patients, touched, sample }) * 100).toFixed(1) }))
}
