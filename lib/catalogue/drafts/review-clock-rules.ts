import { addDays, type Day } from '@/lib/platform/days'

/** How long the authority may take with a listing, in working days (LST-3). */
export const reviewDays = 10

/** The day `count` working days later. Saturdays and Sundays do not count; bank holidays do, so the promise is never longer than it says. */
export function addWorkingDays(from: Day, count: number): Day {
  let [day, left] = [from, count]
  while (left > 0) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/** Working days from today to the day: 0 on the day itself, negative when it is past. */
export function workingDaysLeft(today: Day, due: Day): number {
  const [first, last, sign] = today <= due ? [today, due, 1] : [due, today, -1]
  let [day, count] = [first, 0]
  while (day < last) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) count++
  }
  return sign * count
}

/** The clock in words, the same for both sides. */
export function clockWords(today: Day, due: Day): string {
  const left = workingDaysLeft(today, due)
  if (left > 1) return `${left} working days left`
  if (left === 1) return '1 working day left'
  if (today <= due) return 'the answer is due today'
  return left === -1 ? '1 working day overdue' : `${-left} working days overdue`
}

const isWorkingDay = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
