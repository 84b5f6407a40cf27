import type { Application, ApplicationType } from '@/lib/catalogue/application'
import type { Hosting, HostingClaim, Listing } from '@/lib/catalogue/listing'

export type Told = { slug: string; apps: ApplicationType[]; host: Hosting[] }

/** Everything a listing can say beside its own words, invented: P16 to P24 of a module whose every section is filled in. */
export function fullDetails({ slug, apps, host }: Told): Partial<Listing> {
  const site = `https://${slug}.example`
  return {
    accessibility: `${site}/accessibility`,
    implementation: {
      text: 'A named person plans the start with the practice. Staff are trained in the two weeks before it. The first two weeks in use are watched over on site, and what is learnt is written down with the practice.',
      weeksFrom: 8,
      weeksTo: 14,
    },
    applications: apps.map((type) => applications(site)[type]),
    hosting: host.map((type) => hosting(site, type)),
    dataProcessing,
    supportHours: 'Weekdays from 08:00 to 18:30; on call for what stops clinical work at every hour',
    serviceLevels,
    roadMapLink: `${site}/road-map`,
    supplier: supplier(site, slug),
  }
}

const applications = (site: string): Record<ApplicationType, Application> => ({
  browser: {
    type: 'browser',
    summary: 'Any computer of the practice with a browser of the last two years.',
    browsers: ['chrome', 'edge', 'firefox', 'safari'],
    mobileFirst: false,
    speed: '2',
    plugIns: 'None. Printing of labels uses a small program that the practice may install.',
    resolution: '1366 x 768',
    hardware: 'A smartcard reader for electronic prescribing.',
    further: `Tested versions are listed at ${site}/browsers`,
  },
  mobile: {
    type: 'mobile',
    summary: 'A tablet for home visits; telephones may read, not write.',
    systems: 'iOS and iPadOS 17 or later. Android 13 or later.',
    connectivity: '4G or better, or the wireless network of the practice. Reads offline for eight hours.',
    memory: '3 GB of memory, 500 MB of free storage.',
    thirdParty: 'The NHS identity app of the clinician.',
    deviceFunctions: 'Camera for pictures of the skin; nothing is kept on the device.',
    hardware: 'None.',
    further: 'Devices are enrolled by the practice and can be wiped from afar.',
  },
  desktop: {
    type: 'desktop',
    summary: 'A program on computers of the practice.',
    systems: 'Windows 11, kept up to date.',
    speed: '5',
    resolution: '1920 x 1080',
    memory: '8 GB',
    storage: '10 GB of free storage',
    processor: 'Four cores, of the last five years',
    thirdParty: 'A reader of PDF files.',
    deviceFunctions: 'Smartcard reader, printer, scanner.',
    hardware: 'A scanner for letters that come on paper.',
    further: 'Updates install themselves at night.',
  },
})

const hosting = (site: string, type: Hosting): HostingClaim => ({
  type,
  summary: 'Two data centres in England, each able to carry the whole service; a copy every five minutes.',
  link: `${site}/hosting`,
  ...(type !== 'public-cloud' && { model: 'Run by the supplier’s own engineers, who are checked and named.' }),
  hscn: type !== 'public-cloud',
  country: 'England',
})

const dataProcessing: Listing['dataProcessing'] = {
  subject: 'Records of patients and of staff that the practice keeps in the module.',
  duration: 'The term of the contract, and up to 90 days after it while data is returned.',
  nature: 'Storing, showing, changing and returning records on the practice’s instructions.',
  dataTypes: 'Names, addresses, NHS numbers, health records, appointments, messages; names and roles of staff.',
  dataSubjects: 'Registered patients, people named in their records, and staff of the practice.',
  location: 'England',
  otherJurisdiction: 'None',
  officer: { name: 'Robin Marlowe', email: 'dpo@supplier.example', phone: '01632 960 001' },
  subProcessors: [
    {
      name: 'Fennside Vaults Limited',
      subject: 'Encrypted copies of the database.',
      duration: 'The term of the contract.',
      nature: 'Storing copies; it holds no key.',
      dataTypes: 'All of the above, encrypted.',
      dataSubjects: 'All of the above.',
      afterwards: 'Copies are deleted 30 days after the contract ends, with a certificate.',
    },
  ],
}

const serviceLevels: Listing['serviceLevels'] = {
  type: 'type-1',
  hours: [
    {
      type: 'Service desk',
      from: '08:00',
      until: '18:30',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      bankHolidays: false,
      extra: 'Answers in practice hours; a person, not a machine.',
    },
    {
      type: 'On call, for what stops clinical work',
      from: '00:00',
      until: '23:59',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      bankHolidays: true,
      extra: null,
    },
  ],
  contacts: [
    { channel: 'Telephone', detail: '01632 960 002', hours: 'At every hour' },
    { channel: 'Email', detail: 'help@supplier.example', hours: 'Answered within four working hours' },
  ],
  levels: [
    { type: 'Availability', level: '99.9% of each month', measured: 'By a probe outside, each minute', credits: true },
    { type: 'Answer to a call', level: '90% within 60 seconds', measured: 'By the telephone system', credits: true },
    {
      type: 'Mending of what stops clinical work',
      level: '95% within two hours',
      measured: 'From the first call until the practice agrees that it works',
      credits: true,
    },
  ],
}

const supplier = (site: string, slug: string): Listing['supplier'] => ({
  about: 'An invented company of this demonstration. It builds for general practice and for nothing else.',
  site: `${site}/`,
  contacts: [
    { name: 'Ann Holloway', role: 'Sales', email: `sales@${slug}.example`, phone: '01632 960 003' },
    { name: 'Idris Vaughan', role: 'Clinical safety officer', email: `safety@${slug}.example`, phone: null },
  ],
})
