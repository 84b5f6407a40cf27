import { ActionForm } from '@/components/ui/action-form'
import { FormSelect, FormTextArea, FormTextField } from '@/components/ui/form-fields'
import { InsetText } from '@/components/ui/inset-text'
import { Table } from '@/components/ui/table'
import { type Day, dayWords } from '@/lib/platform/days'
import type { Decision } from '@/lib/platform/decision'
import type { FormAction } from '@/lib/platform/form-state'
import type { Setting } from '@/lib/settings/setting'
import { definitionOf, type SettingKey } from '@/lib/settings/setting-keys'
import { typedValue, typingHint, valueWords } from '@/lib/settings/setting-rules'

type Field = { name: string; label: string; hint: string; value: string }
type Props = {
  setting: { key: SettingKey; decision: Decision; now?: Setting; history: Setting[]; inherited: Setting[] }
  organisationId: string | null
  today: Day
  supersede: FormAction
}

/** What counts, what counted, and the form that sets another value from a day on. */
export function SettingPage({ setting, organisationId, today, supersede }: Props) {
  const { key, decision, now, history, inherited } = setting
  const field = {
    name: 'value',
    label: 'New value',
    hint: typingHint(key),
    value: now ? typedValue(key, now.value) : '',
  }
  return (
    <>
      {now ? (
        <p>
          Today it is <strong>{valueWords(key, now.value)}</strong>.
        </p>
      ) : (
        <p>No value counts today that you may be shown.</p>
      )}
      {now && now.verifiedOn === null ? (
        <InsetText>
          <p>
            Nobody has checked this value against its source. It counts, but only those who set it are shown it. To mark
            it as checked, set it again with the day on which you checked it.
          </p>
        </InsetText>
      ) : null}
      {decision.allowed ? (
        <ActionForm
          action={supersede}
          button="Set from that day"
          hidden={{ organisationId: organisationId ?? '', key, seen: history[0]?.id ?? '' }}
        >
          <ValueField settingKey={key} field={field} />
          <FormTextField name="from" label="First day on which it counts" type="date" value={today} width={10} />
          <FormTextField name="source" label="Where the figure comes from" value={now?.source} />
          <FormTextField
            name="verifiedOn"
            label="Day on which you checked it against that source"
            hint="Leave it empty where you have not checked it. Others are then not shown the value"
            type="date"
            width={10}
          />
        </ActionForm>
      ) : (
        <InsetText>
          <p>{decision.because}.</p>
        </InsetText>
      )}
      <Past caption={organisationId ? 'Set by your organisation' : 'What was set'} settingKey={key} rows={history} />
      {organisationId ? <Past caption="Set by the authority" settingKey={key} rows={inherited} /> : null}
    </>
  )
}

function Past({ caption, settingKey, rows }: { caption: string; settingKey: SettingKey; rows: Setting[] }) {
  if (rows.length === 0)
    return (
      <>
        <h2 className="nhsuk-heading-m">{caption}</h2>
        <p>Nothing that can be shown.</p>
      </>
    )
  return (
    <Table
      caption={caption}
      columns={[
        { heading: 'From' },
        { heading: 'To' },
        { heading: 'Value' },
        { heading: 'Source' },
        { heading: 'Checked' },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          dayWords(row.validFrom),
          row.validTo ? dayWords(row.validTo) : 'Until another is set',
          valueWords(settingKey, row.value),
          row.source,
          row.verifiedOn ? dayWords(row.verifiedOn) : 'Not checked',
        ],
      }))}
    />
  )
}

/** As its kind is typed: words chosen from a list, one thing a line, or a single line. */
function ValueField({ settingKey, field }: { settingKey: SettingKey; field: Field }) {
  const { kind, choices } = definitionOf(settingKey)
  const options = Object.entries(choices ?? {}).map(([value, text]) => ({ value, text }))
  if (field.value === '') options.unshift({ value: '', text: 'Choose one' })
  if (choices) return <FormSelect name={field.name} label={field.label} options={options} value={field.value} />
  return kind === 'lines' ? <FormTextArea {...field} rows={8} /> : <FormTextField {...field} />
}
