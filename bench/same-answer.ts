export type Answer = { total: string | undefined; names: string[]; counts: string[] }

/** What a page of the list says: how many results, the modules in their order, and every facet value with its count. */
export function readAnswer(html: string): Answer {
  return {
    total: /id="results"[^>]*>(\d+) modules?</.exec(html)?.[1],
    names: [...html.matchAll(/<h3[^>]*><a[^>]*>([^<]+)</g)].map((m) => m[1]!),
    counts: [...html.matchAll(/<label[^>]*>([^<]*\(\d+\))</g)].map((m) => m[1]!).sort(),
  }
}

/** What an answer for programs says, in the same form. */
export function readJsonAnswer(text: string): Answer {
  const { found, ...bare } = JSON.parse(text)
  const { total, cards, facets } = found ?? bare
  const values: { label: string; count: number }[] = Array.isArray(facets)
    ? facets
    : Object.entries(facets).flatMap(([name, own]) => (name === 'lot' ? [] : own) as { label: string; count: number }[])
  return {
    total: String(total),
    names: cards.map((card: { name: string }) => card.name),
    counts: values.map(({ label, count }) => `${label} (${count})`).sort(),
  }
}

/** @throws where the two servers do not do the same work: then their figures could not be compared. */
export async function expectSameAnswer(ours: string, bare: string, read = readAnswer): Promise<Answer> {
  const [a, b] = await Promise.all([ours, bare].map(async (address) => read(await (await fetch(address)).text())))
  const differs = (['total', 'names', 'counts'] as const).find(
    (key) => JSON.stringify(a![key]) !== JSON.stringify(b![key]),
  )
  if (differs !== undefined || a!.total === undefined || a!.names.length === 0)
    throw new Error(
      `The portal and the reference differ in ${differs ?? 'nothing, and found nothing'}: ${JSON.stringify([a, b])}`,
    )
  return a!
}
