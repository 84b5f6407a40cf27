/** A practice, commissioner, ICB, supplier or the authority. */
export type Organisation = {
  id: string
  kind: string
  code: string | null
  name: string
  status: string
  partOfCode: string | null
  demo: boolean
}
