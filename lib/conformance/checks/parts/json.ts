/** Their JSON is of no known shape: these look into it without ever throwing (CK-05). */
export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** The objects of a list; none where it is no list. */
export const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

/** Every object inside a value, itself first. */
export function* objectsIn(value: unknown): Generator<Fields> {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (isFields(next)) yield next
    if (typeof next === 'object' && next !== null) waiting.push(...Object.values(next))
  }
}

export type Resource = Fields & { resourceType: string }
export const isResource = (value: unknown): value is Resource =>
  isFields(value) && textOf(value.resourceType) !== undefined
/** `Type/id`, undefined where it has none. */
export const keyOf = (resource: Resource): string | undefined =>
  textOf(resource.id) && `${resource.resourceType}/${resource.id as string}`
