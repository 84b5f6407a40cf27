/** Integration types of the national services. number | family | name. */
export const integrationLines = [
  '1|IM1|Bulk',
  '2|IM1|Transactional',
  '3|IM1|Patient Facing',
  '4|GP Connect|Access Record HTML',
  '5|GP Connect|Appointment Management',
  '6|GP Connect|Access Record Structured',
  '7|GP Connect|Send Document',
  '8|GP Connect|Update Record',
  '9|NHS App|Online Consultations',
  '10|NHS App|Personal Health Records',
  '11|NHS App|Primary Care Notifications',
  '12|NHS App|Secondary Care Notifications',
]
