import 'server-only'
import { listStandardNames } from '@/lib/assurance/list-public-standards'
import { listCapabilityNames, listModuleNames, listSupplierBrands } from '@/lib/catalogue/list-subject-names'
import type { Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { Subscription, SubscriptionKind } from './subscription'

type Asked = Pick<Subscription, 'kind' | 'subjectId'>
export type Named = { words: string; href: string }

/** What these subjects are called and where they stand, by `kind/id`; what is not known is missing. */
export async function nameSubjects(tx: Tx, asked: Asked[]): Promise<Map<string, Named>> {
  const idsOf = (kind: SubscriptionKind) => asked.filter((a) => a.kind === kind).map((a) => a.subjectId)
  const uuids = (kind: SubscriptionKind) => idsOf(kind).filter(isId)
  const names = new Map<string, Named>()
  const put = (kind: SubscriptionKind, found: Map<string, string>, href: (id: string) => string) => {
    for (const [id, words] of found) names.set(`${kind}/${id}`, { words, href: href(id) })
  }
  put('module', await listModuleNames(tx, uuids('module')), (id) => `/modules/${id}`)
  put('supplier', await listSupplierBrands(tx, uuids('supplier')), () => '/register')
  put('capability', await listCapabilityNames(tx, idsOf('capability')), (id) => `/modules?capability=${id}`)
  put('standard', await listStandardNames(tx, idsOf('standard')), () => '/register')
  return names
}
