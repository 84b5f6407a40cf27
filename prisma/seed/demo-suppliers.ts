/** Invented suppliers of the demonstration. Any likeness to a real company is an accident. */
export type DemoSupplier = { brand: string; legalName: string; about: string; site: string; email: string }

const supplier = (brand: string, legalName: string, domain: string, about: string): DemoSupplier => ({
  brand,
  legalName,
  about,
  site: `https://${domain}.example/`,
  email: `sales@${domain}.example`,
})

export const demoSuppliers: DemoSupplier[] = [
  supplier(
    'Meridian Health Systems',
    'Meridian Health Systems Limited',
    'meridian',
    'An invented company that has run practice systems from its own data centres for twenty years. It supports about a third of the invented practices in this demonstration.',
  ),
  supplier(
    'OpenPath Clinical',
    'OpenPath Clinical Limited',
    'openpath',
    'An invented company that builds a record around open interfaces. It publishes its export format and rehearses every migration with the practice.',
  ),
  supplier(
    'Stonebridge Records',
    'Stonebridge Records Limited',
    'stonebridge',
    'An invented company of clinicians and engineers in the north of England. It serves small and rural practices.',
  ),
  supplier(
    'Tamar Digital Care',
    'Tamar Digital Care Limited',
    'tamar',
    'An invented newcomer that entered the market with booking tools and now offers a whole practice system.',
  ),
  supplier(
    'Fernhill Community Systems',
    'Fernhill Community Systems CIC',
    'fernhill',
    'An invented community interest company. It began with care homes and community nursing.',
  ),
  supplier(
    'Larkfield Software',
    'Larkfield Software Limited',
    'larkfield',
    'An invented maker of appointment books, referral tools and vaccination clinics.',
  ),
  supplier(
    'Northgate Scripts',
    'Northgate Scripts Limited',
    'northgate',
    'An invented company that works on prescribing and dispensing only. Its clinical team are pharmacists.',
  ),
  supplier(
    'Harbour Letters',
    'Harbour Document Services Limited',
    'harbour',
    'An invented company for letters, scanning and the work that follows from them.',
  ),
  supplier(
    'Foxglove Analytics',
    'Foxglove Analytics Limited',
    'foxglove',
    'An invented company for reports, searches and population health.',
  ),
  supplier(
    'Willowbank',
    'Willowbank Consultations Limited',
    'willowbank',
    'An invented company for online and video consultations.',
  ),
  supplier(
    'Brightwater',
    'Brightwater Patient Services Limited',
    'brightwater',
    'An invented maker of services that patients use on their phones.',
  ),
  supplier(
    'Calder Communications',
    'Calder Communications Limited',
    'calder',
    'An invented company for messages, telephony and rotas.',
  ),
]
