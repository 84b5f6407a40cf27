/** The ways of who handles a payer's money. */
export function PayerLinks() {
  return (
    <ul className="nhsuk-list">
      <li>
        <a href="/funding/budgets">Budgets</a>
      </li>
      <li>
        <a href="/funding/money">Invoices and payments</a>
      </li>
      <li>
        <a href="/funding/delegations">Approval limits</a>
      </li>
      <li>
        <a href="/funding/notices">Notices due</a>
      </li>
      <li>
        <a href="/funding/reviews">Urgent awards to review</a>
      </li>
      <li>
        <a href="/funding/settings">Settings</a>
      </li>
      <li>
        <a href="/funding/decisions">How payers decide, as everybody sees it</a>
      </li>
    </ul>
  )
}
