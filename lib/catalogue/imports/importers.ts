import { bindImporter, type Importer } from '@/lib/platform/imports/bind-importer'
import { capabilitiesImporter } from './capabilities-importer'
import { epicsImporter } from './epics-importer'
import { frameworksImporter } from './frameworks-importer'
import { historicCatalogueImporter } from './historic-catalogue-importer'
import { integrationsImporter } from './integrations-importer'
import { loadCapabilities, loadHistoricRefs, loadSystemsRefs } from './reference-store'
import { systemsImporter } from './systems-importer'

/** The kinds of file that tell what systems are and who runs them, in the order of import. */
export const catalogueImporters: Importer[] = [
  bindImporter(systemsImporter, loadSystemsRefs),
  bindImporter(capabilitiesImporter, async () => null),
  bindImporter(epicsImporter, loadCapabilities),
  bindImporter(integrationsImporter, async () => null),
  bindImporter(frameworksImporter, async () => null),
  bindImporter(historicCatalogueImporter, loadHistoricRefs),
]
