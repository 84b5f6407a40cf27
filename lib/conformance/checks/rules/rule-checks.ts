import { evalFhirPath } from '@medplum/core'
import type { Check, CheckContext } from '../../run/check'
import { defineCheck } from '../../run/define-check'
import { must, notClaimed, notExercised } from '../../run/finding'
import { firstPage } from '../parts/clinical-answers'
import { fieldsOf, isResource, listOf, type Resource } from '../parts/json'
import { readStatement, typesWith } from '../parts/statement'
import { isResourceTypeName } from '../parts/validate'
import { type RuleRow, ruleRows, ruleStrength } from './rule-rows'

/** The rows as checks: of each type the first page of its search is looked at. */
export const ruleChecks: readonly Check[] = ruleRows.map(checkOf)

function checkOf(row: RuleRow): Check {
  const { id, type, title, requirement, expression } = row
  return defineCheck({
    id,
    title,
    requirement,
    strength: ruleStrength,
    writes: false,
    explanation: `Of each ${type} on the first page of its search this FHIRPath is true: ${expression} [${requirement}]`,
    examine: async (context) => {
      const statement = await readStatement(context)
      if (statement.known && !typesWith(statement, 'search-type').some((declared) => declared.type === type))
        throw notClaimed(`The capability statement declares no search of ${type}`)
      const items = await itemsOf(context, type)
      if (items.length === 0) throw notExercised('NO_DATA', `There is no ${type} to look at`)
      for (const item of items) must(holds(expression, item), 'RULE_BROKEN', `${type}: ${title}; one does not`)
      return `${items.length === 1 ? 'The one' : 'Each'} ${type} on the first page fits the rule`
    },
  })
}

async function itemsOf({ once }: CheckContext, type: string): Promise<Resource[]> {
  const { json } = await once(firstPage(type))
  return listOf(fieldsOf(json).entry)
    .map(({ resource }) => resource)
    .filter(isResource)
    .filter(({ resourceType }) => resourceType === type)
}

/** What the evaluator cannot make sense of is no shape that the rule could be true of. */
function holds(expression: string, item: Resource): boolean {
  isResourceTypeName(item.resourceType)
  try {
    const [first, ...more] = evalFhirPath(expression, item)
    return first === true && more.length === 0
  } catch {
    return false
  }
}
