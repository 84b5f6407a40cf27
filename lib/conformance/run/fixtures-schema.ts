import { z } from 'zod'

const number = z.string().regex(/^\d{10}$/, 'expected ten digits')
const day = z.iso.date('expected a day such as 2026-11-30')

/**
 * What a run may assume about the sandbox (CS-02). Every number must stand in a range that no person's number stands in (CS-04); whether
 * such a range is one is for those who approve the endpoint.
 */
export const fixturesSchema = z
  .strictObject({
    nhsNumbers: z
      .array(number)
      .min(1, 'expected at least one')
      .max(20, 'expected at most twenty')
      .refine((numbers) => new Set(numbers).size === numbers.length, 'expected each number once'),
    unknownNhsNumber: number,
    invalidNhsNumber: number,
    slotWindow: z
      .strictObject({ start: day, end: day })
      .refine(({ start, end }) => start <= end, 'expected start on or before end'),
    testRanges: z.array(z.string().regex(/^\d{3,10}$/, 'expected three to ten digits')).min(1, 'expected at least one'),
  })
  .superRefine((fixtures, check) => {
    const inRange = (value: string) => fixtures.testRanges.some((range) => value.startsWith(range))
    const complain = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message })
    fixtures.nhsNumbers.forEach((value, at) => {
      if (!inRange(value)) complain(['nhsNumbers', at], 'stands in no range of testRanges')
      if (!isNhsNumber(value)) complain(['nhsNumbers', at], 'its check digit is wrong')
    })
    for (const name of ['unknownNhsNumber', 'invalidNhsNumber'] as const)
      if (!inRange(fixtures[name])) complain([name], 'stands in no range of testRanges')
    if (!isNhsNumber(fixtures.unknownNhsNumber)) complain(['unknownNhsNumber'], 'its check digit is wrong')
    if (fixtures.nhsNumbers.includes(fixtures.unknownNhsNumber)) complain(['unknownNhsNumber'], 'is among nhsNumbers')
    if (isNhsNumber(fixtures.invalidNhsNumber)) complain(['invalidNhsNumber'], 'its check digit is right')
  })

/** Modulus 11 over ten digits. */
export function isNhsNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false
  const sum = [...value.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  return (11 - (sum % 11)) % 11 === Number(value[9])
}

/** The first complaint of a schema with the name of its field. */
export const complaintOf = ({ issues: [issue] }: z.ZodError): string => {
  const name = issue?.path.map(String).join('.') ?? ''
  const own = issue?.code === 'unrecognized_keys' ? [name, ...issue.keys].filter(Boolean).join('.') : name
  return `${own || 'the whole'}: ${issue?.message ?? 'not as expected'}`
}
