import type { Comparison } from '../compare/comparison'
import type { Judged } from '../differences/finding'
import { typeOf } from '../differences/finding'
import { pathText } from '../differences/path'
import { withoutNumbers } from './without-numbers'

/**
 * One difference as a line of the details file (§7.7): where it is, never what stands there. An id that holds ten digits
 * could be an NHS number and is left out; file and line still lead to the record.
 */
export function detailsLine(difference: Judged, { source, target }: Comparison): string {
  const { checks, severity, neighbour, rules, changes } = difference
  const [old, young] = [difference.source, difference.target]
  const line = {
    class: difference.class,
    type: typeOf(difference),
    checks: [...checks.keys()].sort(),
    severity: severity ?? null,
    sourceId: idText(difference.sourceId),
    targetId: idText(difference.targetId),
    sourceFile: old ? withoutNumbers(source.files[old.file]!.path) : null,
    sourceLine: old?.line ?? null,
    targetFile: young ? withoutNumbers(target.files[young.file]!.path) : null,
    targetLine: young?.line ?? null,
    paths: changes.map(({ steps }) => pathText(steps)).sort(),
    rule: rules?.join(' ') ?? null,
    explainedBy: neighbour ? 'neighbour' : rules ? 'rule' : null,
  }
  return `${JSON.stringify(line)}\n`
}

const idText = (id: string | undefined): string | null => (id === undefined || withoutNumbers(id) !== id ? null : id)
