/** The bottom of every page. */
export function Foot({ demo }: { demo: boolean }) {
  return (
    <footer className="foot">
      <div className="nhsuk-width-container">
        <h2 className="nhsuk-u-visually-hidden">About this site</h2>
        <ul>
          <li>
            <a href="/accessibility">Accessibility statement</a>
          </li>
          <li>
            <a href="/privacy">Privacy</a>
          </li>
          <li>
            <a href="/open-data">Open data and sources</a>
          </li>
        </ul>
        <p>Contains information from NHS England, licensed under the Open Government Licence v3.0.</p>
        {demo ? (
          <p>
            This is a demonstration. Its practices, suppliers, modules and prices are invented; capabilities, epics,
            standards and market figures are real.
          </p>
        ) : null}
      </div>
    </footer>
  )
}
