import type { SideSummary } from '../compare/comparison'

/**
 * C03 of one side: patients one of whose NHS numbers fails modulus 11, and patients who share their key with another.
 * @returns how many Patient resources are concerned, each once
 */
export function countNumberFaults({ patients, keyless }: SideSummary): number {
  let count = keyless.filter((one) => one.hasWrongNumber).length
  for (const bearers of patients.values())
    count += bearers.length > 1 ? bearers.length : Number(bearers[0]!.hasWrongNumber)
  return count
}
