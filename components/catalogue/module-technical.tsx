import { Address, NotStated, Section, Words, yesNo } from '@/components/catalogue/section'
import { SummaryList } from '@/components/ui/summary-list'
import {
  type Application,
  applicationTexts,
  applicationTextsOf,
  applicationWords,
  browserWords,
  hasSpeed,
  speedWords,
} from '@/lib/catalogue/application'
import { type HostingClaim, hostingWords, type Listing } from '@/lib/catalogue/listing'

/** P19: what it is used with, and what each of these needs. */
export function ModuleApplications({ applications }: Pick<Listing, 'applications'>) {
  return (
    <Section id="application-types">
      {applications.length === 0 ? <NotStated /> : null}
      {applications.map((application) => (
        <div key={application.type}>
          <h3 className="nhsuk-heading-s">{applicationWords[application.type]}</h3>
          <SummaryList rows={applicationRows(application)} />
        </div>
      ))}
    </Section>
  )
}

function applicationRows(a: Application) {
  const browsers = (a.browsers ?? []).map((browser) => browserWords[browser]).join(', ')
  return [
    { key: 'In short', value: <Words text={a.summary} /> },
    ...(a.type === 'browser'
      ? [
          { key: 'Browsers it is tested with', value: browsers || 'Not stated' },
          { key: 'Designed for small screens first', value: yesNo(a.mobileFirst) },
        ]
      : []),
    ...(hasSpeed(a.type) ? [{ key: 'Connection speed', value: a.speed ? speedWords(a.speed) : 'Not stated' }] : []),
    ...applicationTextsOf(a.type).map((text) => ({
      key: applicationTexts[text].label,
      value: <Words text={a[text]} />,
    })),
  ]
}

/** P20. */
export function ModuleHosting({ hosting }: Pick<Listing, 'hosting'>) {
  return (
    <Section id="hosting">
      {hosting.length === 0 ? <NotStated /> : null}
      {hosting.map((host) => (
        <div key={host.type}>
          <h3 className="nhsuk-heading-s">{hostingWords[host.type]}</h3>
          <SummaryList rows={hostingRows(host)} />
        </div>
      ))}
    </Section>
  )
}

const hostingRows = (host: HostingClaim) => [
  { key: 'Summary', value: <Words text={host.summary} /> },
  { key: 'More about it', value: <Address href={host.link} /> },
  ...(host.type === 'public-cloud' ? [] : [{ key: 'Who runs it, and how', value: <Words text={host.model} /> }]),
  { key: 'Needs HSCN', value: yesNo(host.hscn) },
  { key: 'Country of storage', value: host.country ?? 'Not stated' },
]
