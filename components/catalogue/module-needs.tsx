import type { ReactNode } from 'react'
import { ClaimTag } from '@/components/catalogue/claim-tag'
import { Section } from '@/components/catalogue/section'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type Dependency, dependenciesOf, relationWords } from '@/lib/catalogue/dependencies/dependency'
import { answerTo } from '@/lib/catalogue/dependencies/dependency-claim'
import type { ListingReference, OtherModule } from '@/lib/catalogue/listing-reference'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import { dayOf, dayWords } from '@/lib/platform/days'

type Props = { module: ModuleView; names: ReferenceNames; reference: ListingReference }
type Said = Dependency & { by: { id: string; supplierId: string }; of: OtherModule }

const namedWords = {
  requires: 'Needs this module',
  'works-with': 'Works with this module',
  conflicts: 'Cannot run beside this module',
}
const headings = (of: string) => ['What is said', of, 'State', 'From version', 'Note'].map((heading) => ({ heading }))

/** P15: what it needs, works with and cannot stand beside, in both directions, each with who stands behind it. */
export function ModuleNeeds({ module, names, reference }: Props) {
  const own = dependenciesOf(module.listing).map((said, i) => ({
    key: String(i),
    cells: ownCells(said, module, names, reference),
  }))
  const others = reference.namedBy.flatMap((other) =>
    other.said.map((said) => ({
      key: `${other.id}/${said.relation}`,
      cells: namerCells(said, other, module, reference),
    })),
  )
  return (
    <Section id="needs">
      {own.length === 0 ? (
        <p>Not stated: the text names nothing that it needs, works with or cannot run beside.</p>
      ) : (
        <Table caption="What this module says of others" columns={headings('Of what')} rows={own} />
      )}
      {others.length === 0 ? (
        <p>No other module in the catalogue names this one.</p>
      ) : (
        <Table caption="What other modules say of this one" columns={headings('Said by')} rows={others} />
      )}
      <p className="muted">
        A claim is the supplier’s own word until the other supplier confirms it or a test of the pair proves it. A
        conflict holds both ways, whoever states it.
      </p>
    </Section>
  )
}

function ownCells(
  said: Dependency,
  module: ModuleView,
  names: ReferenceNames,
  reference: ListingReference,
): ReactNode[] {
  const targets = (said.moduleIds ?? []).map((id) => reference.named[id] ?? unknown(id))
  const tied = targets.length > 0 && targets.every((target) => target.supplierId === module.supplier.id)
  const by = { id: module.id, supplierId: module.supplier.id }
  return [
    relationWords[said.relation],
    said.capabilityId ? (
      <Need id={said.capabilityId} names={names} reference={reference} key="of" />
    ) : (
      <>
        {said.relation === 'requires' && targets.length > 1
          ? `One of these; ${targets.filter((t) => t.listed).length} of ${targets.length} can be bought now:`
          : null}
        <Each of={targets}>{(other) => <Other other={other} />}</Each>
        {said.relation === 'requires' && targets.length === 1 ? alternativeWords(targets) : null}{' '}
        {said.relation === 'requires' && tied ? <Tied /> : null}
      </>
    ),
    said.capabilityId ? (
      'Not a claim about one module'
    ) : (
      <Each of={targets} key="state">
        {(of) => <State {...said} by={by} of={of} claims={reference.claims} />}
      </Each>
    ),
    said.minimumVersion ?? 'Not stated',
    said.note ?? 'Not stated',
  ]
}

function namerCells(
  said: Dependency,
  other: OtherModule,
  module: ModuleView,
  reference: ListingReference,
): ReactNode[] {
  const rest = (said.moduleIds?.length ?? 1) - 1
  const of = { ...unknown(module.id), supplierId: module.supplier.id }
  return [
    rest > 0
      ? `${namedWords[said.relation]} or one of ${rest} other${rest === 1 ? '' : 's'}`
      : namedWords[said.relation],
    <Other other={other} key="of" />,
    <State {...said} by={other} of={of} claims={reference.claims} key="state" />,
    said.minimumVersion ?? 'Not stated',
    said.note ?? 'Not stated',
  ]
}

/** A need of which nothing is known stays a claim; between modules of one supplier there is nobody else to ask. */
function State({ by, of, claims, ...said }: Said & { claims: ListingReference['claims'] }) {
  if (said.relation === 'conflicts') return 'Stated; it holds both ways'
  if (by.supplierId === of.supplierId) return 'Both modules are of one supplier'
  const answer = answerTo(claims, { ...said, moduleId: by.id, targetId: of.id })
  return (
    <>
      <ClaimTag state={answer?.state ?? 'claimed'} /> {answer ? dayWords(dayOf(answer.changedAt)) : ''}
      {answer?.reason ? <span className="tw:block">“{answer.reason}”</span> : null}
    </>
  )
}

function Need({ id, names, reference }: { id: string; names: ReferenceNames; reference: ListingReference }) {
  const { count, own } = reference.alternatives[id] ?? { count: 0, own: 0 }
  return (
    <>
      Any module with <a href={`/modules?cap=${id}`}>{names.capabilities[id]?.name ?? id}</a>:{' '}
      {count === 0 ? 'no other module offers it' : `${count} offer it`} {count > 0 && own === count ? <Tied /> : null}
    </>
  )
}

const Tied = () => <Tag colour="orange">Tied to this supplier</Tag>
const alternativeWords = ([target]: OtherModule[]) =>
  target?.listed ? 'No other module will do.' : 'No other module will do, and it cannot be bought now.'

function Each({ of, children }: { of: OtherModule[]; children: (other: OtherModule) => ReactNode }) {
  return (
    <ul className="nhsuk-list tw:mb-0!">
      {of.map((other) => (
        <li key={other.id}>{children(other)}</li>
      ))}
    </ul>
  )
}

function Other({ other: { id, name, supplierBrand, listed } }: { other: OtherModule }) {
  return (
    <>
      {supplierBrand ? <a href={`/modules/${id}`}>{name}</a> : name}
      {supplierBrand ? `, ${supplierBrand}` : ''}
      {listed || !supplierBrand ? '' : ' (not in the catalogue now)'}
    </>
  )
}

const unknown = (id: string): OtherModule => ({
  id,
  name: 'A module that is not known',
  version: '',
  supplierId: '',
  supplierBrand: '',
  listed: false,
})
