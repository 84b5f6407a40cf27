import { catalogueKinds } from '@/lib/catalogue/reference-kinds'
import type { ReferenceKind } from '@/lib/platform/corrections/correction'

/** A standard as reference data: its versions and requirements have pages of their own. */
const standards: ReferenceKind = {
  slug: 'standards',
  title: 'Standards',
  one: 'standard',
  table: 'Standard',
  key: [{ name: 'id', label: 'Id', pattern: /^S\d{1,3}$/, example: 'S97' }],
  mayAdd: true,
  heading: 'name',
  fields: [
    { name: 'name', label: 'Name', type: 'text', most: 255 },
    {
      name: 'kind',
      label: 'Kind',
      hint: 'As the source says, in small letters: overarching, capability',
      type: 'text',
      most: 50,
    },
    { name: 'url', label: 'Address of its page', type: 'text', most: 1000, optional: true },
    { name: 'retired', label: 'Retired', type: 'yes-no' },
  ],
  fixed: { source: 'curator' },
}

/** Every kind of reference data that curators keep. */
export const referenceKinds: ReferenceKind[] = [...catalogueKinds, standards]

export const referenceKind = (slug: string): ReferenceKind | undefined =>
  referenceKinds.find((kind) => kind.slug === slug)
