import { assuranceImporters } from '@/lib/assurance/imports/importers'
import { catalogueImporters } from '@/lib/catalogue/imports/importers'
import { identityImporters } from '@/lib/identity/imports/importers'
import type { Importer } from '@/lib/platform/imports/bind-importer'

/** Every kind of public file that can be imported, in the order in which they build upon one another. */
export const importers: Importer[] = [...identityImporters, ...catalogueImporters, ...assuranceImporters]

export const importerOf = (kind: string): Importer | undefined => importers.find((importer) => importer.kind === kind)

export const importKinds: string[] = importers.map((importer) => importer.kind)
