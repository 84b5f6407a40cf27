/** These members, each null: most of what Stripe answers is. */
export const nulls = <K extends string>(...names: K[]): Record<K, null> =>
  Object.fromEntries(names.map((name) => [name, null])) as Record<K, null>

/** A list as Stripe answers it where it stands inside another object: all of it, with no further page. */
export const listOf = <T>(data: T[], url: string) => ({ object: 'list' as const, data, has_more: false, url })

/** Metadata as given, every value as text. An empty one takes its key away. */
export function metadataOf(
  given: Record<string, string | number | null> | '' | null | undefined,
): Record<string, string> {
  const entries = Object.entries(given || {}).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))
}
