/** A value that every server can read, by the type of a search parameter. What it finds is of no matter. */
export function sampleValue(type: string | undefined, name: string): string {
  if (name === '_lastUpdated' || type === 'date') return 'ge1900-01-01'
  if (type === 'number') return '1'
  if (type === 'quantity') return '1'
  if (type === 'reference') return 'Patient/conformance-none'
  if (type === 'uri') return 'https%3A%2F%2Fconformance.example%2Fnone'
  return 'conformance-none'
}
