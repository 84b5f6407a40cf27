import {
  type Application,
  type ApplicationType,
  applicationTexts,
  applicationTextsOf,
  applicationTypes,
  applicationWords,
  browserWords,
  hasSpeed,
  speeds,
  speedWords,
} from '../application'
import { type Hosting, type HostingClaim, hostings, hostingWords } from '../listing'
import { blockFields, blockValues, type Cells, optionsOf, orNotStated, readBlock, stated } from './cells'
import { type DraftSection, one, rawForm, type SectionField } from './draft-section'

const used = (type: string, group: string): SectionField => ({
  name: `${type}-used`,
  label: 'Offered',
  kind: 'check',
  group,
})

function applicationCells(type: ApplicationType): Cells {
  const texts = applicationTextsOf(type).map((key) => {
    const { label, max } = applicationTexts[key]
    return [key, { label, max, kind: max > 100 ? ('area' as const) : ('text' as const) }]
  })
  return {
    summary: { label: 'What it needs, in short', kind: 'area', max: 1000 },
    ...(type === 'browser' && {
      browsers: { label: 'Browsers it is tested with', kind: 'checks', options: optionsOf(browserWords) },
      mobileFirst: { label: 'Designed for small screens first', kind: 'yes-no' },
    }),
    ...(hasSpeed(type) && {
      speed: {
        label: 'Connection speed it needs',
        kind: 'choice',
        options: orNotStated(speeds.map((value) => ({ value, text: speedWords(value) }))),
      },
    }),
    ...Object.fromEntries(texts),
  }
}

/** P19. A type that is not offered says nothing, whatever stands in its fields. */
export const applications: DraftSection = {
  slug: 'application-types',
  code: 'P19',
  title: 'Application types',
  needed: 'of-modules',
  modulesOnly: true,
  fields: () =>
    applicationTypes.flatMap((type) => [
      used(type, applicationWords[type]),
      ...blockFields(type, applicationWords[type], applicationCells(type)),
    ]),
  values: (l) =>
    Object.assign(
      {},
      ...l.applications.map((a) => ({
        [`${a.type}-used`]: 'yes',
        ...blockValues(a.type, applicationCells(a.type), a),
      })),
    ),
  schema: rawForm.transform((form, ctx) => ({
    applications: applicationTypes
      .filter((type) => one(form, `${type}-used`) === 'yes')
      .map((type): Application => {
        const { summary, ...rest } = readBlock<Omit<Application, 'type'>>(form, ctx, type, applicationCells(type)) ?? {
          summary: null,
        }
        return { type, summary, ...stated(rest) }
      }),
  })),
  isDone: (l) => l.applications.length > 0 && l.applications.every((a) => Object.keys(stated(a)).length > 1),
}

const hostingCells = (type: Hosting): Cells => ({
  summary: { label: 'Summary', kind: 'area', max: 500 },
  link: { label: 'Link to more about it', kind: 'link' },
  ...(type !== 'public-cloud' && { model: { label: 'Who runs it, and how', kind: 'area', max: 1000 } }),
  hscn: { label: 'Needs HSCN', kind: 'yes-no' },
  country: { label: 'Country of storage', kind: 'text', max: 100 },
})

/** P20. */
export const hosting: DraftSection = {
  slug: 'hosting',
  code: 'P20',
  title: 'Hosting',
  needed: 'of-modules',
  modulesOnly: true,
  fields: () =>
    hostings.flatMap((type) => [
      used(type, hostingWords[type]),
      ...blockFields(type, hostingWords[type], hostingCells(type)),
    ]),
  values: (l) =>
    Object.assign(
      {},
      ...l.hosting.map((h) => ({ [`${h.type}-used`]: 'yes', ...blockValues(h.type, hostingCells(h.type), h) })),
    ),
  schema: rawForm.transform((form, ctx) => ({
    hosting: hostings
      .filter((type) => one(form, `${type}-used`) === 'yes')
      .map((type): HostingClaim => {
        const nothing = { summary: null, hscn: null, country: null }
        const said = readBlock<Omit<HostingClaim, 'type'>>(form, ctx, type, hostingCells(type)) ?? nothing
        const { summary, hscn, country, ...rest } = said
        return { type, summary, hscn, country, ...stated(rest) }
      }),
  })),
  isDone: (l) => l.hosting.length > 0 && l.hosting.every((h) => h.summary !== null && h.country !== null),
}
