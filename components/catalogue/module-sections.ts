/** The anchored sections of a module's page, in their order (catalogue §4, P10 to P24). */
export const moduleSections = [
  { id: 'description', title: 'Description' },
  { id: 'features', title: 'Features' },
  { id: 'capabilities', title: 'Capabilities and epics' },
  { id: 'standards', title: 'Standards' },
  { id: 'prices', title: 'List prices' },
  { id: 'needs', title: 'Needs, works with, conflicts' },
  { id: 'services', title: 'Associated services' },
  { id: 'integrations', title: 'Interoperability' },
  { id: 'implementation', title: 'Implementation' },
  { id: 'application-types', title: 'Application types' },
  { id: 'hosting', title: 'Hosting' },
  { id: 'data-processing', title: 'Data processing' },
  { id: 'support', title: 'Service levels and support' },
  { id: 'road-map', title: 'Road map' },
  { id: 'supplier', title: 'Supplier' },
] as const

export type SectionId = (typeof moduleSections)[number]['id']
