import type { ReactNode } from 'react'
import { SetPicture } from '@/components/comparison/set-picture'
import type { ModuleNeed, Need } from '@/lib/catalogue/bundle-rules'
import type { Bundle } from '@/lib/comparison/get-bundle'

/** How the modules would fit if somebody took all of them: what is missing, what clashes, what only a supplier says (DEP-2). */
export function BundleReport({ bundle }: { bundle: Bundle }) {
  const { check, modules, capabilities } = bundle
  const need = ({ module, capability }: Need): ReactNode => (
    <>
      {modules[module]} needs {capabilities[capability] ?? capability} ({capability})
    </>
  )
  const named = ({ module, oneOf, minimumVersion, older }: ModuleNeed): ReactNode => (
    <>
      {modules[module]} needs {oneOf.map((id) => bundle.named[id] ?? 'a module that is not known').join(' or ')}
      {minimumVersion ? `, version ${minimumVersion} or later` : ''}
      {older.map(({ id, version }) => `; ${modules[id]} is here in version ${version}, which is older`).join('')}
    </>
  )
  const keyOf = (n: ModuleNeed) => n.module + n.oneOf.join()
  const find = (capability: string) => <a href={`/modules?cap=${capability}`}>find modules with {capability}</a>
  const isWhole = check.missing.length + check.missingModules.length + check.conflicts.length === 0
  return (
    <section aria-labelledby="together">
      <h2 className="nhsuk-heading-m" id="together">
        If you took all of these together
      </h2>
      <p>
        {isWhole
          ? 'Every need is met inside this set, and no supplier says that two of them clash.'
          : 'These modules do not work as a set yet.'}
      </p>
      <Points
        title="Missing: nobody in this set offers it"
        points={check.missing.map((n) => [
          n.module + n.capability,
          <>
            {need(n)}: {find(n.capability)}
          </>,
        ])}
      />
      <Points
        title="Missing: none of these modules is in this set"
        points={check.missingModules.map((n) => [keyOf(n), named(n)])}
      />
      <Points
        title="Conflicts: these cannot run side by side"
        points={check.conflicts.map(([a, b]) => [a + b, `${modules[a]} and ${modules[b]}`])}
      />
      <Points
        title="Unproven: offered in this set, but nobody has assessed it"
        points={check.unproven.map((n) => [n.module + n.capability, need(n)])}
      />
      <Points
        title="Unproven: named in this set, but neither the other supplier nor a test says that it works"
        points={check.unprovenModules.map((n) => [keyOf(n), named(n)])}
      />
      <Points
        title="Parts of a whole GP system that nobody in this set offers"
        points={check.uncovered.map((c) => [
          c,
          <>
            {capabilities[c] ?? c} ({c}): {find(c)}
          </>,
        ])}
      />
      <SetPicture picture={bundle.picture} />
    </section>
  )
}

function Points({ title, points }: { title: string; points: [string, ReactNode][] }) {
  if (points.length === 0) return null
  return (
    <>
      <h3 className="nhsuk-heading-s">{title}</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {points.map(([key, point]) => (
          <li key={key}>{point}</li>
        ))}
      </ul>
    </>
  )
}
