/** Only these fields of an object, in this order: for what is hashed or handed on, where one field more would be a fault. */
export function pick<T, K extends keyof T>(from: T, fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<T, K>
}
