import { z } from 'zod'

/** As much of an output file as a comparison reads. */
export const comparedSchema = z.object({
  suite: z.object({ name: z.string(), version: z.string(), codeSha256: z.string(), mapSha256: z.string() }),
  startedAt: z.string(),
  results: z.array(
    z.object({
      check: z.string().max(32),
      result: z.enum(['PASS', 'FAIL', 'NOT_EXERCISED', 'NOT_APPLICABLE', 'ERROR']),
      reason: z.string().max(64),
      message: z.string().max(2_000),
    }),
  ),
})
export type Compared = z.infer<typeof comparedSchema>

/** What changed between two runs, a line each; nothing where the same was found. Times and exchanges are not compared. */
export function differenceOf(before: Compared, after: Compared): string[] {
  const told = (result: Compared['results'][number] | undefined) =>
    result ? `${result.result}${result.reason ? ` ${result.reason}` : ''}` : 'not run'
  const ids = [...new Set([...before.results, ...after.results].map(({ check }) => check))]
  const lines = ids.flatMap((id) => {
    const [one, other] = [before, after].map(({ results }) => results.find(({ check }) => check === id))
    if (told(one) !== told(other)) return [`${id}: ${told(one)} → ${told(other)}`]
    return one!.message === other!.message ? [] : [`${id}: ${told(one)}, with other words: ${other!.message}`]
  })
  const sameCode = (['name', 'version', 'codeSha256', 'mapSha256'] as const).every(
    (field) => before.suite[field] === after.suite[field],
  )
  return sameCode
    ? lines
    : [
        `suite: ${before.suite.name} ${before.suite.version} → ${after.suite.name} ${after.suite.version}, other code`,
        ...lines,
      ]
}
