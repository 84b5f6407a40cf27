const steps = [
  [
    'Make the keys, once',
    'npm run reconcile -- init --out keys',
    'It writes switch.key, signing.key, signing.pub and an empty profile.json, and never overwrites any. Register the text of signing.pub on the page of the switch.',
  ],
  [
    'Have each side written down',
    'npm run reconcile -- manifest --dir old --side source',
    'Each supplier does this for its own folder (the gaining one with --side target) and signs the SHA-256 of manifest.json on the page of the switch.',
  ],
  [
    'Compare',
    'npm run reconcile -- compare --source old --target new --profile keys/profile.json --key keys/switch.key --kind trial --out report.json --details details.ndjson',
    'The profile must say as of which moment it judges. It ends with 0 where nothing is unexplained, 1 where there are differences, 2 where a file is faulty: then it says which file and line.',
  ],
  [
    'Prove that it would find a loss',
    'npm run reconcile -- canary --source old --target new --profile keys/profile.json --key keys/switch.key --seed 1 --out canary.json',
    'It plants losses in a copy of the new data and must find them all.',
  ],
  [
    'Sign',
    'npm run reconcile -- sign --report report.json --canary canary.json --signing-key keys/signing.key',
    'It refuses without a full canary of the same rules, key and checker. Then bring report.json on the page of the switch.',
  ],
] as const

/** How the checker is run where the data are. */
export function CheckerSteps() {
  return (
    <section aria-labelledby="checker">
      <h2 className="nhsuk-heading-m" id="checker">
        How to run the checker
      </h2>
      <p>
        It runs on a computer at the practice, or on its instruction at its IT partner or the gaining supplier. It uses
        no network. The records of each side lie in a folder of their own, here called old and new.
      </p>
      <ol>
        {steps.map(([title, command, words]) => (
          <li key={title}>
            <strong>{title}.</strong>
            <pre className="tw:whitespace-pre-wrap tw:break-words">
              <code>{command}</code>
            </pre>
            <p>{words}</p>
          </li>
        ))}
      </ol>
      <p>
        To see a difference, run{' '}
        <code>npm run reconcile -- explain --details details.ndjson --source old --target new</code> at the practice: it
        shows both records side by side on that screen only.
      </p>
    </section>
  )
}

/** RP-01, RP-02: what goes to the portal and what never does. */
export function WhatLeaves() {
  return (
    <section aria-labelledby="leaves">
      <h2 className="nhsuk-heading-m" id="leaves">
        What leaves the practice, and what stays
      </h2>
      <ul>
        <li>
          <strong>Leaves:</strong> the signed report. It holds counts, hashes and verdicts. A count of differences from
          1 to 4 is written as &ldquo;1-4&rdquo;. It holds no patient, no record and no NHS number, hashed or not.
        </li>
        <li>
          <strong>Stays:</strong> the records of both systems, the list of differences (details.ndjson), and both secret
          keys.
        </li>
        <li>
          <strong>switch.key</strong> never leaves the practice, except sealed to the one who runs the comparison a
          second time.
        </li>
        <li>
          <strong>signing.key</strong> stays with whoever signs. If it is lost or seen by others, revoke it on the page
          of the switch: its reports no longer count.
        </li>
      </ul>
    </section>
  )
}
