import type { ModuleView } from '@/lib/catalogue/module-view'
import { dayWords } from '@/lib/platform/days'

/** On which day this text was published, and the texts before it. */
export function ModuleVersions({ module }: { module: ModuleView }) {
  const earlier = module.versions.filter((v) => v.listingVersionId !== module.listingVersionId)
  return (
    <>
      <p className="muted">As published on {dayWords(module.publishedOn)}.</p>
      {earlier.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">Earlier versions of this text</h2>
          <ul className="nhsuk-list">
            {earlier.map((v) => (
              <li key={v.listingVersionId}>
                <a href={`/modules/${module.id}/versions/${v.listingVersionId}`}>
                  Version {v.version}, published on {dayWords(v.publishedOn)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
