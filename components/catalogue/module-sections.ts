/** The anchored sections of a module's page, in their order (catalogue §4). */
export const moduleSections = [
  { id: 'description', title: 'Description' },
  { id: 'features', title: 'Features' },
  { id: 'capabilities', title: 'Capabilities' },
  { id: 'standards', title: 'Standards' },
  { id: 'prices', title: 'List prices' },
  { id: 'needs', title: 'Needs and works with' },
  { id: 'services', title: 'Services' },
  { id: 'integrations', title: 'Integrations' },
  { id: 'use', title: 'How it is used' },
  { id: 'hosting', title: 'Hosting' },
  { id: 'road-map', title: 'Road map' },
  { id: 'supplier', title: 'Supplier' },
] as const

export type SectionId = (typeof moduleSections)[number]['id']
