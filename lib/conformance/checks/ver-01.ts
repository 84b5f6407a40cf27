import type { Answer } from '../http/client'
import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { exampleOf, prefetch } from './parts/clinical-answers'
import { differenceOf } from './parts/difference'
import { fieldsOf, isFields, isResource, listOf, type Resource, textOf } from './parts/json'
import { etagOf, make } from './parts/making'
import { samplePatient } from './parts/samples'
import { type DeclaredType, offers, readStatement, typesWith } from './parts/statement'

export const ver01 = defineCheck({
  id: 'VER-01',
  title: 'Versions are named alike everywhere, and stay',
  requirement: 'FHIR http',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'For each type that declares read (and is not declared without versions): the read gives meta.versionId and an ETag of the same version. ' +
    'Where vread is declared, _history of that version gives the same resource; where the history of one is declared, the version stands in it. ' +
    'In a run that may write, a patient is changed: the new version differs, and the old one still gives what it was. Who asks for fhirVersion ' +
    '4.0 gets it, and no answer claims a fhirVersion that the capability statement does not name. [FHIR R4, RESTful API: versions, ETag; MIME type ' +
    'parameter fhirVersion]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const types = typesWith(statement, 'read').filter(({ versioning }) => versioning !== 'no-version')
    await prefetch(context, types)
    let seen = 0
    for (const declared of types) {
      const example = declared.interactions.includes('search-type')
        ? await exampleOf(context, declared.type)
        : undefined
      if (example === undefined) continue
      await mustNameItsVersion(context, declared, String(example.id))
      seen++
    }
    if (seen === 0) throw notExercised('NO_DATA', 'No type has an item to look at')
    await mustServeTheVersionAsked(context)
    const both = ['create', 'update', 'vread'].every((interaction) => offers(statement, 'Patient', interaction))
    if (both && statement.known && !context.readOnly) await mustKeepTheOld(context)
    return `Versions are named alike in ETag, meta and history, and stay${statement.scope}`
  },
})

async function mustNameItsVersion(
  context: CheckContext,
  { type, interactions }: DeclaredType,
  id: string,
): Promise<void> {
  const { once } = context
  const to = `${type}/${encodeURIComponent(id)}`
  const read = await once(to)
  const version = versionOf(read, `read of ${type}`)
  if (interactions.includes('vread')) {
    const what = `version read of ${type}`
    const old = await once(`${to}/_history/${encodeURIComponent(version)}`)
    must(versionOf(old, what) === version, 'VERSION_DIFFERS', `${what}: it gives another version than was asked for`)
    must(differenceOf(read.json, old.json) === undefined, 'READ_DIFFERS', `${what}: expected what the read gives`)
  }
  if (!interactions.includes('history-instance')) return
  const history = await once(`${to}/_history`)
  const what = `history of one ${type}`
  must(history.status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${history.status}`)
  const bundle = fieldsOf(history.json)
  must(bundle.resourceType === 'Bundle' && bundle.type === 'history', 'WRONG_SHAPE', `${what}: expected a history`)
  const versions = listOf(bundle.entry).map(({ resource }) => textOf(fieldsOf(fieldsOf(resource).meta).versionId))
  must(versions.includes(version), 'VERSION_DIFFERS', `${what}: expected the version that the read names in it`)
}

function versionOf({ status, headers, json }: Answer, what: string): string {
  must(status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${status}`)
  must(isResource(json), 'WRONG_SHAPE', `${what}: expected a resource`)
  const inMeta = textOf(fieldsOf(json.meta).versionId)
  const inHeader = etagOf(headers.etag)
  must(inMeta !== undefined, 'NO_VERSION', `${what}: expected meta.versionId, got none`)
  must(inHeader !== undefined, 'NO_VERSION', `${what}: expected an ETag such as W/"1"`)
  must(inMeta === inHeader, 'VERSION_DIFFERS', `${what}: ETag and meta.versionId name different versions`)
  return inMeta
}

async function mustServeTheVersionAsked(context: CheckContext): Promise<void> {
  const { client, once } = context
  const stated = textOf(fieldsOf((await once('metadata')).json).fhirVersion) ?? ''
  for (const asked of ['4.0', '3.0']) {
    const what = `search that asks for fhirVersion ${asked}`
    const accept = `application/fhir+json; fhirVersion=${asked}`
    const { status, headers, json } = await client.ask({ to: 'Patient?_count=1', headers: { accept } })
    if (asked === '4.0') must(status === 200, 'WRONG_STATUS', `${what}: expected 200, got ${status}`)
    const claimed = /fhirVersion\s*=\s*"?([\d.]+)/i.exec(headers['content-type'] ?? '')?.[1]
    must(
      status !== 200 || claimed === undefined || stated.startsWith(claimed),
      'WRONG_FHIR_VERSION',
      `${what}: the answer claims a version that the capability statement does not name`,
    )
    must(status < 500, 'WRONG_STATUS', `${what}: expected 200 or 406, got ${status}`)
    if (status === 200) must(isFields(json), 'WRONG_SHAPE', `${what}: expected a Bundle`)
  }
}

async function mustKeepTheOld(context: CheckContext): Promise<void> {
  const { client, nonce } = context
  const { to, version, kept } = await make(context, { ...samplePatient(`${nonce}-old`), resourceType: 'Patient' })
  must(version !== undefined, 'NO_VERSION', 'read of a new patient: expected a version, got none')
  const headers = { 'if-match': `W/"${version}"` }
  const changed: Resource = { ...kept, active: false }
  const answer = await client.ask({ method: 'PUT', to, headers, body: changed })
  must(answer.status === 200, 'WRONG_STATUS', `update of a patient: expected 200, got ${answer.status}`)
  const now = versionOf(await client.ask({ to }), 'read of a patient who was changed')
  must(now !== version, 'VERSION_DIFFERS', 'read of a patient who was changed: expected a new version, got the old one')
  const old = await client.ask({ to: `${to}/_history/${encodeURIComponent(version)}` })
  const what = 'version read of a patient who was changed'
  must(versionOf(old, what) === version, 'VERSION_DIFFERS', `${what}: it gives another version than was asked for`)
  must(differenceOf(kept, old.json) === undefined, 'READ_DIFFERS', `${what}: expected the patient as they were`)
}
