import { bindImporter, type Importer } from '@/lib/platform/imports/bind-importer'
import { commissionerMapImporter } from './commissioner-map-importer'
import { commissionersImporter } from './commissioners-importer'
import { listSizesImporter } from './list-sizes-importer'
import { practicesImporter } from './practices-importer'
import { loadCommissioners, loadListSizeRefs, loadPracticeRefs, loadSuccessionRefs } from './register-store'
import { successionsImporter } from './successions-importer'

/** The kinds of file that tell of organisations, in the order of import. */
export const identityImporters: Importer[] = [
  bindImporter(commissionersImporter, async () => null),
  bindImporter(commissionerMapImporter, loadCommissioners),
  bindImporter(practicesImporter, loadPracticeRefs),
  bindImporter(listSizesImporter, loadListSizeRefs),
  bindImporter(successionsImporter, loadSuccessionRefs),
]
