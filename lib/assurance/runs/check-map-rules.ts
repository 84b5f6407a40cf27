import type { MapLine } from '@/lib/conformance/evidence/bundle'
import { suiteTable } from '@/lib/conformance/run/suite-table'
import type { Day } from '@/lib/platform/days'
import type { ModuleFacts, Requirement, RequirementKey } from '../facts'
import { appliesTo, isInForce } from '../standard-value-rules'

/** One requirement of a module version that machines test, named as evidence names it. */
export type CheckedRequirement = RequirementKey & { requirement: Requirement; name: string; version: string }

/**
 * What a run can speak to: every requirement with a check, of every published version of every standard that applies. Also of
 * versions that do not bind yet, so that meeting one early shows (SV-03).
 */
export function checkedRequirements(facts: ModuleFacts, today: Day): CheckedRequirement[] {
  return facts.standards
    .filter((standard) => appliesTo(standard, facts))
    .flatMap((standard) =>
      standard.versions
        .filter((version) => isInForce(version, today))
        .flatMap((version) =>
          version.requirements
            .filter((requirement) => requirement.checks.length > 0)
            .map((requirement) => ({
              standardVersionId: version.id,
              requirementId: requirement.id,
              requirement,
              version: `${standard.id} ${version.version}`,
              name: `${requirement.id} (${standard.id} ${version.version})`,
            })),
        ),
    )
}

/** The map of the evidence (EV-02): which check speaks to which requirement, and how strongly. */
export const mapOf = (checked: CheckedRequirement[]): MapLine[] =>
  checked.flatMap(({ name, requirement }) =>
    requirement.checks.map(({ id, strength }) => ({ check: id, requirement: name, strength })),
  )

/**
 * The checks that were written from a requirement or from its standard, as the suite names them (CK-01): what an author may name for it.
 * @param requirementId such as `S32/ISNFR03`; a check speaks of `ISNFR03`, or of the whole standard `S32`
 */
export const checksSpeakingOf = (requirementId: string): string[] => {
  const [standard, own] = requirementId.split('/')
  return suiteTable
    .filter(({ requirement }) => requirement.split(', ').some((one) => [requirementId, standard, own].includes(one)))
    .map(({ id }) => id)
}
