export type Answer = { total: string | undefined; names: string[]; counts: string[] }

/** What a page of the list says: how many results, the modules in their order, and every facet value with its count. */
export function readAnswer(html: string): Answer {
  return {
    total: /id="results"[^>]*>(\d+) modules?</.exec(html)?.[1],
    names: [...html.matchAll(/<h3[^>]*><a[^>]*>([^<]+)</g)].map((m) => m[1]!),
    counts: [...html.matchAll(/<label[^>]*>([^<]*\(\d+\))</g)].map((m) => m[1]!).sort(),
  }
}

/** @throws where the two servers do not do the same work: then their figures could not be compared. */
export async function expectSameAnswer(ours: string, bare: string): Promise<Answer> {
  const [a, b] = await Promise.all([ours, bare].map(async (address) => readAnswer(await (await fetch(address)).text())))
  const differs = (['total', 'names', 'counts'] as const).find(
    (key) => JSON.stringify(a![key]) !== JSON.stringify(b![key]),
  )
  if (differs !== undefined || a!.total === undefined || a!.names.length === 0)
    throw new Error(
      `The portal and the reference differ in ${differs ?? 'nothing, and found nothing'}: ${JSON.stringify([a, b])}`,
    )
  return a!
}
