import { describedBy, type FieldWords } from './field'
import type { Option } from './select'

type Props = FieldWords & { options: Option[]; small?: boolean }

/** One of several. */
export function Radios({ value, ...props }: Props & { value?: string }) {
  return <Choices kind="radio" chosen={value === undefined ? [] : [value]} {...props} />
}

/** Any of several. */
export function Checkboxes({ values = [], ...props }: Props & { values?: string[] }) {
  return <Choices kind="checkbox" chosen={values} {...props} />
}

function Choices({ kind, chosen, options, small, ...words }: Props & { kind: 'radio' | 'checkbox'; chosen: string[] }) {
  const id = words.id ?? words.name
  const block = kind === 'radio' ? 'nhsuk-radios' : 'nhsuk-checkboxes'
  return (
    <div className={`nhsuk-form-group${words.errors ? ' nhsuk-form-group--error' : ''}`}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedBy(words)}>
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{words.label}</legend>
        {words.hint ? (
          <div className="nhsuk-hint" id={`${id}-hint`}>
            {words.hint}
          </div>
        ) : null}
        {words.errors ? (
          <span className="nhsuk-error-message" id={`${id}-error`}>
            <span className="nhsuk-u-visually-hidden">Error: </span>
            {words.errors.join('. ')}
          </span>
        ) : null}
        <div className={`${block}${small ? ` ${block}--small` : ''}`}>
          {options.map((option, i) => (
            <div className={`${block}__item`} key={option.value}>
              <input
                className={`${block}__input`}
                type={kind}
                id={i === 0 ? id : `${id}-${i}`}
                name={words.name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
              />
              <label className={`nhsuk-label ${block}__label`} htmlFor={i === 0 ? id : `${id}-${i}`}>
                {option.text}
              </label>
              {option.hint ? <div className={`nhsuk-hint ${block}__hint`}>{option.hint}</div> : null}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
