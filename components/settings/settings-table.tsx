import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { dayWords } from '@/lib/platform/days'
import type { SettingNow } from '@/lib/settings/list-settings'
import { definitionOf } from '@/lib/settings/setting-keys'
import { valueWords } from '@/lib/settings/setting-rules'

/** Every key with what counts today. `own`: whose words to use for a row that comes from the authority. */
export function SettingsTable({ settings, base, ofPayer }: { settings: SettingNow[]; base: string; ofPayer: boolean }) {
  const whose = (s: SettingNow) => (s.now === undefined ? 'Nobody yet' : s.own ? 'Your organisation' : 'The authority')
  return (
    <Table
      caption="Settings as they count today"
      hideCaption
      columns={[
        { heading: 'Setting' },
        { heading: 'Value' },
        ...(ofPayer ? [{ heading: 'Set by' }] : []),
        { heading: 'Checked' },
      ]}
      rows={settings.map((s) => ({
        key: s.key,
        cells: [
          <a href={`${base}/${s.key}`} key="link">
            {definitionOf(s.key).words}
          </a>,
          s.now ? valueWords(s.key, s.now.value) : s.hidden ? 'Not shown until it is checked' : 'Not set',
          ...(ofPayer ? [s.hidden ? 'Not shown' : whose(s)] : []),
          checkedWords(s),
        ],
      }))}
    />
  )
}

function checkedWords({ now }: SettingNow) {
  if (!now) return '–'
  return now.verifiedOn ? dayWords(now.verifiedOn) : <Tag colour="yellow">Not checked</Tag>
}
