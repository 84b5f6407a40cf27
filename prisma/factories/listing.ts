import type { Listing } from '@/lib/catalogue/listing'
import { fullDetails } from '@/prisma/seed/demo-details'

type Given = { name: string; capabilities: string[]; unitPrice: string }

/** A listing that states no more than it must. */
export const minimalListing = ({ name, capabilities, unitPrice }: Given): Listing => ({
  schemaVersion: 1,
  name,
  aliases: [],
  version: '1.0.0',
  summary: `${name} in short`,
  description: `${name} at length`,
  link: null,
  pilot: false,
  frameworkIds: ['TIF001'],
  features: [],
  capabilities: capabilities.map((id) => ({ id, epicIds: [] })),
  prices: [
    {
      id: 'list',
      basis: 'patient',
      mode: 'Volume',
      period: 'year',
      per: 'practice',
      unit: 'patient',
      unitPlural: 'patients',
      definition: null,
      tiers: [{ from: '1', unitPrice }],
      validFrom: '2026-01-01',
    },
  ],
  requires: [],
  services: [],
  integrations: [],
  implementation: { text: null, weeksFrom: null, weeksTo: null },
  applications: [],
  hosting: [],
  supportHours: null,
  roadMap: [],
})

/** The same with every section filled in, and what it says of other modules. */
export const fullListing = (given: Given): Listing => ({
  ...minimalListing(given),
  ...fullDetails({ slug: 'alpha', apps: ['browser', 'mobile', 'desktop'], host: ['public-cloud', 'hybrid'] }),
  link: 'https://alpha.example/',
  pilot: true,
  features: ['One thing', 'Another thing'],
  services: [
    {
      name: 'Moving in',
      description: 'The record comes over.',
      price: null,
      kind: 'migration',
      guidance: 'Order early',
    },
    { name: 'Moving out', description: 'The record is given back.', price: null, kind: 'data-extraction' },
  ],
  integrations: [
    {
      type: 'im1.bulk',
      role: 'consumer',
      withWhom: 'Any record',
      description: 'Reads',
      link: 'https://alpha.example/im1',
    },
  ],
  roadMap: [
    { title: 'Letters by email', quarter: 'Q1 2020', detail: 'Late', standard: 'S29 2.0.1' },
    { title: 'Messages', quarter: 'Q4 2099' },
  ],
})

/** What the forms of the sections send, by section: as much as a submission asks for. */
export const sectionForms: Record<string, Record<string, string | string[]>> = {
  description: { name: 'Lindale Calls', summary: 'Answers calls', description: 'It answers calls.', frameworkIds: [] },
  capabilities: { capabilityIds: ['C5'] },
  prices: {
    'p0-basis': 'patient',
    'p0-mode': 'Volume',
    'p0-period': 'year',
    'p0-per': 'practice',
    'p0-unit': 'patient',
    'p0-plural': 'patients',
    'p0-tiers': '1: 0.20',
    'p0-from': '2026-01-01',
  },
  'application-types': { 'browser-used': 'yes', 'browser-browsers': ['edge'] },
  hosting: { 'public-cloud-used': 'yes', 'public-cloud-summary': 'Two places', 'public-cloud-country': 'England' },
  'data-processing': {
    'data-subject': 'Calls of patients',
    'data-duration': 'The term',
    'data-nature': 'Storing',
    'data-dataTypes': 'Telephone numbers',
    'data-dataSubjects': 'Patients',
    'data-location': 'England',
    'officer-name': 'Ann Other',
    'officer-email': 'dpo@lindale.example',
  },
  support: {
    'service-type': 'type-2',
    'service-hours': 'Weekdays',
    'c0-channel': 'Telephone',
    'c0-detail': '01632 960 004',
    'l0-type': 'Availability',
    'l0-level': '99.9%',
  },
  supplier: { 'supplier-about': 'We answer.', 'k0-name': 'Ann Lindale', 'k0-email': 'ann@lindale.example' },
}
