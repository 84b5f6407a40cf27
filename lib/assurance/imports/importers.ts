import { bindImporter, type Importer } from '@/lib/platform/imports/bind-importer'
import { roadmapImporter } from './roadmap-importer'
import { standardLinksImporter } from './standard-links-importer'
import { standardVersionsImporter } from './standard-versions-importer'
import { standardsImporter } from './standards-importer'
import { loadLinkRefs, loadStandardsRefs, loadStandardVersionsRefs } from './standards-store'

/** The kinds of file that tell of standards, in the order of import. */
export const assuranceImporters: Importer[] = [
  bindImporter(standardsImporter, loadStandardsRefs),
  bindImporter(standardLinksImporter, loadLinkRefs),
  bindImporter(standardVersionsImporter, loadStandardVersionsRefs),
  bindImporter(roadmapImporter, async () => null),
]
