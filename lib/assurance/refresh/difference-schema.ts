import { type ChangeKind, changeKinds, type RequirementChange } from '../standards/standard-draft'

/** The fields of the form: `from-<version>/<id>` = `<kind> <id>`, and `new-<id>` = `NEW`. */
export function readDifference(form: FormData): RequirementChange[] {
  const texts = [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return texts.flatMap(([name, value]): RequirementChange[] => {
    const [kind, requirementId = null] = value.split(' ')
    if (!changeKinds.includes(kind as ChangeKind)) return []
    const [, versionId, oldId] = /^from-([0-9a-f-]{36})\/(.{1,100})$/.exec(name) ?? []
    if (versionId && oldId && kind === 'REMOVED')
      return [{ kind, requirementId: null, fromVersionId: versionId, fromRequirementId: oldId }]
    if (versionId && oldId && kind !== 'NEW' && requirementId)
      return [{ kind: kind as ChangeKind, requirementId, fromVersionId: versionId, fromRequirementId: oldId }]
    const [, newId] = /^new-(.{1,100})$/.exec(name) ?? []
    return newId && kind === 'NEW' ? [{ kind, requirementId: newId, fromVersionId: null, fromRequirementId: null }] : []
  })
}
