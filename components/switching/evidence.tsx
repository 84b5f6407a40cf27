import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { instantInWords } from '@/lib/platform/days'
import { gateTitles } from '@/lib/switching/gate-rules'
import type { SwitchView } from '@/lib/switching/get-switch'
import { switchRoles } from '@/lib/switching/switch'

/** Who stands in which role of the switch. */
export function PeopleTable({ people }: { people: SwitchView['people'] }) {
  return (
    <Table
      caption="People in their roles"
      hideCaption
      columns={[{ heading: 'Role' }, { heading: 'Person' }]}
      rows={people.map((p) => ({ key: p.role, cells: [p.title, p.name] }))}
    />
  )
}

/** The manifests that are signed at present. */
export function ManifestTable({ manifests }: { manifests: SwitchView['manifests'] }) {
  if (manifests.length === 0) return <p>No manifest is signed yet.</p>
  return (
    <Table
      caption="Signed manifests"
      hideCaption
      columns={[{ heading: 'Load' }, { heading: 'Side' }, { heading: 'SHA-256' }, { heading: 'Signed' }]}
      rows={manifests.map((m) => ({
        key: m.id,
        cells: [
          m.phase.replace('-', ' load '),
          m.side === 'source' ? 'Extract (losing supplier)' : 'Load (gaining supplier)',
          <code className="hash" key="hash">
            {m.sha256}
          </code>,
          `${m.by}, ${instantInWords(m.signedAt)}`,
        ],
      }))}
    />
  )
}

/** Keys whose reports count. */
export function KeyTable({ keys }: { keys: SwitchView['keys'] }) {
  if (keys.length === 0) return <p>No signing key is registered yet.</p>
  return (
    <Table
      caption="Registered signing keys"
      hideCaption
      columns={[{ heading: 'Key' }, { heading: 'Organisation' }, { heading: 'Registered' }, { heading: 'State' }]}
      rows={keys.map((k) => ({
        key: k.keyId,
        cells: [k.keyId, k.of, instantInWords(k.registeredAt), k.revoked ? 'Revoked' : 'Valid'],
      }))}
    />
  )
}

/** Every signature under a gate, and whether it still holds. */
export function SignOffTable({ gates }: { gates: SwitchView['gates'] }) {
  const rows = gates.flatMap(({ gate, signed }) => signed.map((s) => ({ gate, ...s })))
  if (rows.length === 0) return <p>Nobody has signed yet.</p>
  return (
    <Table
      caption="Sign-offs"
      hideCaption
      columns={[{ heading: 'Gate' }, { heading: 'Role' }, { heading: 'Signed by' }, { heading: 'Holds' }]}
      rows={rows.map((s) => ({
        key: `${s.gate}${s.role}${s.at.toISOString()}`,
        cells: [
          gateTitles[s.gate],
          switchRoles[s.role].title,
          `${s.name}, ${instantInWords(s.at)}`,
          <Tag colour={s.valid ? 'green' : 'grey'} key="tag">
            {s.valid ? 'Yes' : 'No, the facts have changed'}
          </Tag>,
        ],
      }))}
    />
  )
}
